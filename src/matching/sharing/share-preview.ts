import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { WORKER } from '../../common/actor';
import { RuleBroken } from '../../common/errors';
import { OrganisationService } from '../../organisations/organisation.service';
import { ParkService } from '../../organisations/park.service';
import { Database } from '../../platform/database/database';
import type { MatchEntity } from '../review/match.entity';
import { PairRecords } from '../review/pair-records';
import { Protection } from './protection';
import { anonymousView } from './share.schema';
import { SupplyTelling } from './supply-telling';

/** Exactly what sharing would send, to whom, and what stands in its way. */
export const sharePreview = z
  .object({
    organisation: z.object({ id: z.uuid(), name: z.string() }),
    view: anonymousView,
    protection: z
      .object({ park: z.string(), until: z.string() })
      .nullable()
      .describe(
        'another park recommended this supply to the organisation first; it alone may until that day',
      ),
  })
  .meta({ id: 'SharePreview' });
export type SharePreview = z.infer<typeof sharePreview>;

/** What a recommendation kept by no park is called. */
const PLATFORM = '平台';

/** Makes ready what a match would share. */
@Injectable()
export class SharePreparation {
  constructor(
    private readonly database: Database,
    private readonly pairs: PairRecords,
    private readonly telling: SupplyTelling,
    private readonly protection: Protection,
    private readonly organisations: OrganisationService,
    private readonly parks: ParkService,
  ) {}

  /** @throws 409 MATCH.RECORD_GONE; 422 SHARE.NO_ORGANISATION, SHARE.CONSENT_WITHDRAWN */
  async prepare(match: MatchEntity): Promise<SharePreview> {
    const sides = await this.pairs.require(match);
    this.pairs.requireOnOffer(sides);
    const { organisationId, parkId } = sides.demand.record;
    if (organisationId === null)
      throw new RuleBroken('SHARE.NO_ORGANISATION', 'The demand belongs to no organisation');
    return this.database.as(WORKER, async (tx) => {
      if ((await this.telling.vanished([sides.supply.record], tx)).size > 0)
        throw new RuleBroken('SHARE.CONSENT_WITHDRAWN', 'The person took the consent back');
      const name = (await this.organisations.namesOf([organisationId], tx)).get(organisationId) ?? '';
      const first = await this.protection.of({ organisationId, parkId }, [match.supplyId], tx);
      const held = first.get(match.supplyId);
      return {
        organisation: { id: organisationId, name },
        view: await this.telling.view(sides, tx),
        protection: held ? { park: await this.parkCode(held.parkId, tx), until: held.until } : null,
      };
    });
  }

  private async parkCode(id: string | null, tx: EntityManager): Promise<string> {
    return (await this.parks.list(tx)).find((park) => park.id === id)?.code ?? PLATFORM;
  }
}
