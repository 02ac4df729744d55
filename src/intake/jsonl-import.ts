import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { type Actor, SYSTEM } from '../common/actor';
import { InvalidInput } from '../common/errors';
import { RunService } from '../matching/runs/run.service';
import { technologyDetails } from '../needs/need.schema';
import { OrganisationService } from '../organisations/organisation.service';
import { Database } from '../platform/database/database';
import { projectDetails } from '../projects/project.schema';
import { titleFrom } from '../records/disclosure';
import type { Content } from '../records/new-record';
import { Placement } from '../records/placement';
import type { RecordEntity } from '../records/record.entity';
import type { RecordRepository } from '../records/record.repository';
import { RecordUpsert, type SourceItem, type UpsertResult } from '../records/record-upsert';
import { talentDetails } from '../talent/talent.schema';
import { ImportTables } from './import-tables';
import type { JsonlLine } from './jsonl.schema';

export const IMPORT_KINDS = ['needs', 'projects', 'talents'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

export interface ImportOptions {
  kind: ImportKind;
  /** A park's code; without one the records belong to no park and the platform keeps them. */
  park?: string | undefined;
  /** Id, name or credit code; without one a common organisation for imports. Talents never have one. */
  organisation?: string | undefined;
  /** Tells apart lists that use the same ids. Default: 'jsonl'. */
  source?: string | undefined;
}

type Stored = Omit<UpsertResult, 'ids'>;

export type ImportResult = Stored & {
  kind: ImportKind;
  /** The run that matches a list too long to be matched record by record; null for shorter ones. */
  run: string | null;
};

/** Up to so many records are matched one by one as they come; more are a matter for a run over everything. */
const MATCHED_ONE_BY_ONE = 500;
const BATCH = 2_000;

/** What a list this short leaves open of each kind. A line of needs is a technology need. */
const BLANK = {
  needs: { kind: 'technology' as const, details: technologyDetails.parse({}) },
  projects: { origin: null, stage: null, details: projectDetails.parse({}) },
  talents: { personId: null, tier: 'other' as const, details: talentDetails.parse({}) },
};

/** Brings lists of records in from JSONL and publishes them; sent again, a list updates what it changed. */
@Injectable()
export class JsonlImport {
  constructor(
    private readonly database: Database,
    private readonly upsert: RecordUpsert,
    private readonly organisations: OrganisationService,
    private readonly placement: Placement,
    private readonly tables: ImportTables,
    private readonly runs: RunService,
  ) {}

  /**
   * Stores all of `lines` or, after any error, none.
   * @throws 400 IMPORT.ORGANISATION, RECORD.PARK_UNKNOWN
   */
  async run(actor: Actor, lines: readonly JsonlLine[], options: ImportOptions): Promise<ImportResult> {
    const result = await this.database.as(actor, (tx) => {
      switch (options.kind) {
        case 'needs':
          return this.store(actor, this.tables.needs, BLANK.needs, lines, options, tx);
        case 'projects':
          return this.store(actor, this.tables.projects, BLANK.projects, lines, options, tx);
        case 'talents':
          return this.store(actor, this.tables.talents, BLANK.talents, lines, options, tx);
      }
    });
    const isNews = result.created + result.updated > 0;
    // The matching follows from the import; the importer need not have the right to ask for it.
    const run = isNews && lines.length > MATCHED_ONE_BY_ONE ? (await this.runs.start(SYSTEM)).id : null;
    return { kind: options.kind, ...result, run };
  }

  private async store<E extends RecordEntity>(
    actor: Actor,
    table: RecordRepository<E>,
    blank: Omit<Content<E>, keyof Content<RecordEntity>> & Pick<E, 'details'>,
    lines: readonly JsonlLine[],
    { kind, park, organisation, source = 'jsonl' }: ImportOptions,
    tx: EntityManager,
  ): Promise<Stored> {
    const shared = {
      ...blank,
      parkId: (await this.placement.parkId(park, tx)) ?? null,
      organisationId: kind === 'talents' ? null : await this.organisationId(organisation, tx),
      ownerUserId: actor.userId,
      visibility: 'network',
      confidentiality: 'public',
      publicSummary: null,
      expiresOn: null,
      must: [],
    };
    const items = lines.map((line): SourceItem<E> => {
      const stated = statedBy(line);
      const content = { ...shared, ...stated } as unknown as Content<E>;
      return { sourceRef: line.id, stated: stated as Partial<Content<E>>, content };
    });
    const rematch = items.length <= MATCHED_ONE_BY_ONE;
    const result: Stored = { created: 0, updated: 0, unchanged: 0, skipped: 0 };
    for (let at = 0; at < items.length; at += BATCH) {
      const batch = items.slice(at, at + BATCH);
      const done = await this.upsert.run(actor, table, batch, { source, rematch, publish: true }, tx);
      result.created += done.created;
      result.updated += done.updated;
      result.unchanged += done.unchanged;
      result.skipped += done.skipped;
    }
    return result;
  }

  private async organisationId(named: string | undefined, tx: EntityManager): Promise<string> {
    if (named === undefined) return this.organisations.ensureImportOrganisation(tx);
    if (z.uuid().safeParse(named).success) return (await this.organisations.require(named, tx)).id;
    const organisation = await this.organisations.findNamed(named, tx);
    if (!organisation)
      throw new InvalidInput('IMPORT.ORGANISATION', `no single organisation "${named}"`, {
        params: { named },
      });
    return organisation.id;
  }
}

function statedBy({ title = '', text = '', tags }: JsonlLine): Pick<RecordEntity, 'title' | 'text' | 'tags'> {
  return { title: title.trim() === '' ? titleFrom(text) : title, text, tags };
}
