import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../common/actor';
import type { Clock } from '../common/clock';
import { Conflict, Forbidden, NotFound, Stale } from '../common/errors';
import { newId } from '../common/ids';
import type { Page } from '../common/page';
import { InjectClock } from '../platform/clock/clock.module';
import { Database } from '../platform/database/database';
import { violatedConstraint } from '../platform/database/database-error';
import type { OrganisationEntity } from './organisation.entity';
import { type NamedOrganisation, OrganisationRepository } from './organisation.repository';
import type {
  CreateOrganisation,
  EditOrganisation,
  OrganisationQuery,
  OrganisationView,
} from './organisation.schema';

/** Where an organisation came from, when no person entered it. */
export interface Origin {
  source?: string;
  sourceRef?: string;
  sampleSet?: string;
}

/** What decides counts and is therefore not for the enterprise itself to state. */
const JUDGED = ['kind', 'region', 'qualities', 'keyEnterprise'] as const;

@Injectable()
export class OrganisationService {
  constructor(
    private readonly database: Database,
    private readonly organisations: OrganisationRepository,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /** @throws 409 ORGANISATION.USCC_TAKEN */
  create(actor: Actor, input: CreateOrganisation): Promise<OrganisationView> {
    return unlessTaken(this.database.as(actor, async (tx) => viewOf(await this.insert(input, {}, tx))));
  }

  /**
   * Changes what `changes` holds, if the organisation still is at `version`.
   * @throws 403 ORGANISATION.NOT_YOURS for a field that the park judges; 404; 412; 409 RECORD.MERGED
   */
  edit(actor: Actor, id: string, version: number, changes: EditOrganisation): Promise<OrganisationView> {
    if (
      actor.role === 'enterprise' &&
      (id !== actor.organisationId || JUDGED.some((name) => name in changes))
    )
      throw new Forbidden('ORGANISATION.NOT_YOURS', 'This is for the park to state');
    return unlessTaken(
      this.database.as(actor, async (tx) => {
        const before = await this.require(id, tx);
        refuseMerged(before);
        const stated = { ...changes, updatedAt: this.clock.now() };
        if (before.version !== version || !(await this.organisations.update(id, version, stated, tx)))
          throw new Stale('HTTP.STALE', 'The organisation was changed by somebody else');
        return viewOf(await this.require(id, tx));
      }),
    );
  }

  get(actor: Actor, id: string): Promise<OrganisationView> {
    return this.database.as(actor, async (tx) => viewOf(await this.require(id, tx)));
  }

  list(actor: Actor, query: OrganisationQuery): Promise<Page<OrganisationView>> {
    return this.database.as(actor, async (tx) => {
      const { items, nextCursor } = await this.organisations.page(query, tx);
      return { items: items.map(viewOf), nextCursor };
    });
  }

  /** @throws 404 ORGANISATION.NOT_FOUND */
  async require(id: string, tx: EntityManager): Promise<OrganisationEntity> {
    const organisation = await this.organisations.find(id, tx);
    if (!organisation) throw new NotFound('ORGANISATION.NOT_FOUND', 'There is no such organisation');
    return organisation;
  }

  findNamed(name: string, tx: EntityManager): Promise<NamedOrganisation | undefined> {
    return this.organisations.findNamed(name, tx);
  }

  /** All that bear one of these names or credit codes, oldest first. */
  findNamedAll(
    names: readonly string[],
    codes: readonly string[],
    tx: EntityManager,
  ): Promise<NamedOrganisation[]> {
    return this.organisations.findNamedAll(names, codes, tx);
  }

  /** Names by id, of those that the transaction's actor may know. */
  namesOf(ids: readonly string[], tx: EntityManager): Promise<Map<string, string>> {
    return this.organisations.namesOf([...new Set(ids)], tx);
  }

  /** Those of `ids` that the transaction's actor may know. */
  findAll(ids: readonly string[], tx: EntityManager): Promise<OrganisationEntity[]> {
    return this.organisations.findAll([...new Set(ids)], tx);
  }

  /** The organisation known to `origin.source` as `origin.sourceRef`; entered now if it is not yet. Returns its id. */
  async ensure(
    input: CreateOrganisation,
    origin: Origin & { source: string; sourceRef: string },
    tx: EntityManager,
  ): Promise<string> {
    const known = await this.organisations.findBySource(origin.source, origin.sourceRef, tx);
    return known?.mergedInto ?? (known ?? (await this.insert(input, origin, tx))).id;
  }

  /**
   * Lays what a list says over an organisation; with `onlyEmpty` it fills what is missing. Returns the version after.
   * @throws 404; 412; 409 ORGANISATION.USCC_TAKEN
   */
  async amend(
    id: string,
    { name, ...stated }: CreateOrganisation,
    onlyEmpty: boolean,
    tx: EntityManager,
  ): Promise<number> {
    const before = await this.require(id, tx);
    refuseMerged(before);
    const { kind, ...rest } = stated;
    const given = Object.entries(onlyEmpty ? rest : { name, kind, ...rest }).filter(
      ([field, value]) =>
        !isMissing(value) && (!onlyEmpty || isMissing(before[field as keyof OrganisationEntity])),
    );
    if (given.length === 0) return before.version;
    const changes = { ...Object.fromEntries(given), updatedAt: this.clock.now() };
    if (!(await this.organisations.update(id, before.version, changes, tx)))
      throw new Stale('HTTP.STALE', 'The organisation was changed by somebody else');
    return before.version + 1;
  }

  /** Whom imported records belong to when nobody else is named. */
  ensureImportOrganisation(tx: EntityManager): Promise<string> {
    const input: CreateOrganisation = {
      name: '批量导入',
      kind: 'other',
      qualities: [],
      keyEnterprise: false,
    };
    return this.ensure(input, { source: 'import', sourceRef: 'import' }, tx);
  }

  private async insert(
    input: CreateOrganisation,
    origin: Origin,
    tx: EntityManager,
  ): Promise<OrganisationEntity> {
    const now = this.clock.now();
    const row: OrganisationEntity = {
      id: newId(),
      name: input.name,
      kind: input.kind,
      uscc: input.uscc ?? null,
      city: input.city ?? null,
      region: input.region ?? null,
      industry: input.industry ?? null,
      qualities: input.qualities,
      keyEnterprise: input.keyEnterprise,
      version: 1,
      mergedInto: null,
      source: origin.source ?? null,
      sourceRef: origin.sourceRef ?? null,
      sampleSet: origin.sampleSet ?? null,
      createdAt: now,
      updatedAt: now,
    };
    await this.organisations.insert(row, tx);
    return row;
  }
}

const isMissing = (value: unknown): boolean =>
  value === null || value === undefined || value === false || (Array.isArray(value) && value.length === 0);

const viewOf = ({ source: _source, sourceRef: _ref, ...row }: OrganisationEntity): OrganisationView => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

function refuseMerged({ mergedInto }: OrganisationEntity): void {
  if (mergedInto !== null)
    throw new Conflict('RECORD.MERGED', 'The entry was merged into another', {
      params: { into: mergedInto },
    });
}

async function unlessTaken<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (violatedConstraint(error) !== 'organisations_uscc_key') throw error;
    throw new Conflict('ORGANISATION.USCC_TAKEN', 'An organisation with this credit code exists', {
      cause: error,
    });
  }
}
