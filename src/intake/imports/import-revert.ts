import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../common/actor';
import { DomainError } from '../../common/errors';
import { ConsentService } from '../../identity/consent/consent.service';
import { NeedRepository } from '../../needs/need.repository';
import { Database } from '../../platform/database/database';
import { ProjectRepository } from '../../projects/project.repository';
import { RecordDesk } from '../../records/record-desk';
import type { RecordEntity } from '../../records/record.entity';
import type { RecordRepository } from '../../records/record.repository';
import { TalentRepository } from '../../talent/talent.repository';
import type { ImportKind } from '../forms/form';
import { ImportDesk } from './import-desk';
import type { ImportEntity } from './import.entity';
import type { ImportRowEntity } from './import-row.entity';
import { ImportRepository } from './import.repository';
import { ImportRowRepository } from './import-row.repository';
import { LISTED_CONSENT } from './row-store';

const BATCH = 100;
/** Written into the history of every record that is taken back. */
const REASON = 'import reverted';

/** What a list changed of a record, and a version keeps. */
const RESTORED = ['title', 'text', 'tags', 'details', 'expiresOn', 'origin', 'stage', 'tier'] as const;

/**
 * Takes an import back: what it made is archived, what it changed is put back as it was. A record that somebody has
 * changed since, or that is in talks, stays and is named.
 */
@Injectable()
export class ImportRevert {
  constructor(
    private readonly database: Database,
    private readonly desk: ImportDesk,
    private readonly imports: ImportRepository,
    private readonly rows: ImportRowRepository,
    private readonly records: RecordDesk,
    private readonly needs: NeedRepository,
    private readonly projects: ProjectRepository,
    private readonly talents: TalentRepository,
    private readonly consents: ConsentService,
  ) {}

  async run(id: string): Promise<void> {
    const job = await this.desk.openJob(id);
    if (job?.list.state !== 'reverting') return;
    const { actor, list } = job;
    const table = this.tableOf(list.kind);
    for (let after = 0; ;) {
      const from = after;
      const rows = await this.database.as(actor, (tx) =>
        this.rows.list(id, { states: ['created', 'updated', 'merged'], after: from, limit: BATCH }, tx),
      );
      for (const row of rows) await this.takeBack(actor, list, table, row);
      const last = rows.at(-1);
      if (last === undefined) break;
      after = last.rowNo;
    }
    const over = { state: 'reverted' as const, revertedAt: this.desk.now() };
    await this.database.as(actor, (tx) => this.desk.move(id, ['reverting'], over, tx));
  }

  private async takeBack(
    actor: Actor,
    list: ImportEntity,
    table: RecordRepository<RecordEntity> | undefined,
    row: ImportRowEntity,
  ): Promise<void> {
    const outcome = await this.database
      .as(actor, async (tx): Promise<Partial<ImportRowEntity>> => {
        if (table && row.state === 'created') await this.archive(actor, table, row, tx);
        else if (table) await this.restore(actor, table, row, tx);
        else return { failure: 'IMPORT.CHANGED_SINCE' };
        if (list.kind === 'talents') await this.takeConsentsBack(actor, list, row, tx);
        return { state: 'reverted' };
      })
      .catch((error: unknown): Partial<ImportRowEntity> => {
        if (!(error instanceof DomainError) || error.status >= 500) throw error;
        return { failure: 'IMPORT.CHANGED_SINCE' };
      });
    await this.database.as(actor, async (tx) => {
      await this.rows.put([{ ...row, ...outcome }], tx);
      await this.imports.advance(row.importId, 1, tx);
    });
  }

  /** The consents that the list stated; what somebody agreed to before or since stays. */
  private async takeConsentsBack(
    actor: Actor,
    { createdAt, choices }: ImportEntity,
    { recordId }: ImportRowEntity,
    tx: EntityManager,
  ): Promise<void> {
    const talent = await this.records.require(this.talents, recordId ?? '', tx);
    if (talent.personId === null) return;
    const stated = (await this.consents.history(talent.personId, tx)).filter(
      ({ textVersion, source, withdrawnAt, givenAt }) =>
        textVersion === LISTED_CONSENT &&
        source === (choices?.people?.source ?? null) &&
        withdrawnAt === null &&
        givenAt >= createdAt,
    );
    const purposes = stated.map(({ purpose }) => purpose);
    await this.consents.withdraw(actor, talent.personId, purposes, tx);
  }

  private archive(
    actor: Actor,
    table: RecordRepository<RecordEntity>,
    { recordId, recordVersion }: ImportRowEntity,
    tx: EntityManager,
  ): Promise<void> {
    return this.records.takeBack(actor, table, recordId ?? '', recordVersion ?? 0, REASON, tx);
  }

  private async restore(
    actor: Actor,
    table: RecordRepository<RecordEntity>,
    { recordId, recordVersion }: ImportRowEntity,
    tx: EntityManager,
  ): Promise<void> {
    const id = recordId ?? '';
    const version = recordVersion ?? 0;
    const versions = await table.findVersions(id, tx);
    const before = versions.find((kept) => kept.version === version - 1)?.snapshot as
      Record<string, unknown> | undefined;
    const change = () =>
      Object.fromEntries(
        RESTORED.filter((name) => before && name in before).map((name) => [name, before?.[name]]),
      );
    await this.records.edit(actor, table, id, version, change, tx);
  }

  /** undefined: organisations stay, since others may refer to them. */
  private tableOf(kind: ImportKind): RecordRepository<RecordEntity> | undefined {
    switch (kind) {
      case 'technology-needs':
      case 'hiring-needs':
        return this.needs;
      case 'projects':
        return this.projects;
      case 'talents':
        return this.talents;
      case 'organisations':
      case 'rosters':
        return undefined;
    }
  }
}
