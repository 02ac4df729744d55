import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../common/actor';
import { Forbidden, InvalidInput } from '../common/errors';
import { OrganisationService } from '../organisations/organisation.service';
import { ParkService } from '../organisations/park.service';
import type { Confidentiality, Visibility } from '../taxonomy/need.vocabulary';
import type { RecordEntity } from './record.entity';

/** Where a caller says a record belongs. */
export interface Place {
  /** A park's code. */
  park?: string | undefined;
  organisation?: string | undefined;
  visibility?: Visibility | undefined;
  confidentiality?: Confidentiality | undefined;
}

/** Where a record belongs, and whose it is. */
export type Placed = Pick<
  RecordEntity,
  'parkId' | 'organisationId' | 'ownerUserId' | 'visibility' | 'confidentiality'
>;

const WIDEST: Record<Confidentiality, Visibility> = {
  public: 'network',
  'hide-organisation': 'network',
  'park-only': 'park',
  sealed: 'sealed',
};

/** Who sees a record of this confidentiality unless it says otherwise. */
export const visibilityOf = (confidentiality: Confidentiality): Visibility => WIDEST[confidentiality];

/** Finds the park and organisation of a new record, and who owns it. */
@Injectable()
export class Placement {
  constructor(
    private readonly parks: ParkService,
    private readonly organisations: OrganisationService,
  ) {}

  /**
   * @throws 400 INPUT.INVALID at /park or /organisation when the one is missing or unknown;
   *   403 RECORD.NOT_YOURS for an organisation that is not the caller's own
   */
  async of(actor: Actor, place: Place, tx: EntityManager): Promise<Placed> {
    const confidentiality = place.confidentiality ?? 'public';
    return {
      parkId: await this.parkOf(actor, place.park, tx),
      organisationId: await this.organisationOf(actor, place.organisation, tx),
      ownerUserId: actor.userId,
      confidentiality,
      visibility: place.visibility ?? visibilityOf(confidentiality),
    };
  }

  /** The park of a code that a filter or an edit names; undefined stays undefined. */
  async parkId(code: string | undefined, tx: EntityManager): Promise<string | undefined> {
    if (code === undefined) return undefined;
    const park = (await this.parks.list(tx)).find((known) => known.code === code);
    if (!park) throw wrong('/park', 'RECORD.PARK_UNKNOWN', `There is no park ${code}`);
    return park.id;
  }

  async requireOrganisation(id: string, tx: EntityManager): Promise<string> {
    const names = await this.organisations.namesOf([id], tx);
    if (!names.has(id))
      throw wrong('/organisation', 'RECORD.ORGANISATION_UNKNOWN', 'There is no such organisation');
    return id;
  }

  private async parkOf(actor: Actor, code: string | undefined, tx: EntityManager): Promise<string | null> {
    const named = await this.parkId(code, tx);
    if (named !== undefined) return named;
    if (actor.role === 'manager' || actor.role === 'system') return null;
    const [only, ...others] = actor.parkIds;
    if (only === undefined || others.length > 0)
      throw wrong('/park', 'RECORD.PARK_MISSING', 'The park is missing');
    return only;
  }

  private async organisationOf(
    actor: Actor,
    id: string | undefined,
    tx: EntityManager,
  ): Promise<string | null> {
    if (actor.role === 'enterprise' && id !== undefined && id !== actor.organisationId)
      throw new Forbidden('RECORD.NOT_YOURS', 'An enterprise enters records of its own');
    if (id === undefined) return actor.role === 'enterprise' ? actor.organisationId : null;
    return this.requireOrganisation(id, tx);
  }
}

const wrong = (pointer: string, code: string, detail: string): InvalidInput =>
  new InvalidInput('INPUT.INVALID', detail, { errors: [{ pointer, detail, code }] });
