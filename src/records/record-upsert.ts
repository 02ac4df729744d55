import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../common/actor';
import type { Clock } from '../common/clock';
import { Stale } from '../common/errors';
import { InjectClock } from '../platform/clock/clock.module';
import { isEditable, isMatched } from './life-cycle';
import { type Content, type Provenance, versionOf } from './new-record';
import type { RecordEntity } from './record.entity';
import { RecordDesk } from './record-desk';
import type { RecordRepository } from './record.repository';

/** One record of a list: what the list says of it, and what a new record has beside that. */
export interface SourceItem<E extends RecordEntity> {
  sourceRef: string;
  /** Compared and written on every import. */
  stated: Partial<Content<E>>;
  /** The whole content of the record when it is new. */
  content: Content<E>;
}

export interface UpsertOptions extends Provenance {
  source: string;
  /** false: the caller sees to matching, by a run over everything. */
  rematch: boolean;
}

export interface UpsertResult {
  /** Of each item, in order. */
  ids: string[];
  created: number;
  updated: number;
  /** The list says nothing new. */
  unchanged: number;
  /** Closed, withdrawn or archived meanwhile: left as they are. */
  skipped: number;
}

/** Brings whole lists in, quickly and as often as wanted: what the source sent before is updated, not repeated. */
@Injectable()
export class RecordUpsert {
  constructor(
    private readonly desk: RecordDesk,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /** All items or none, in the caller's transaction; a handful of statements for any number of items. */
  async run<E extends RecordEntity>(
    actor: Actor,
    records: RecordRepository<E>,
    items: readonly SourceItem<E>[],
    { rematch, ...provenance }: UpsertOptions,
    tx: EntityManager,
  ): Promise<UpsertResult> {
    const refs = items.map((item) => item.sourceRef);
    const known = new Map(
      (await records.findBySource(provenance.source, refs, tx)).map((row) => [tenantKey(row), row]),
    );
    const fresh: Content<E>[] = [];
    const changed: E[] = [];
    let unchanged = 0;
    let skipped = 0;
    const found = items.map(({ sourceRef, stated, content }) => {
      const row = known.get(tenantKey({ ...content, sourceRef }));
      if (!row) fresh.push({ ...content, sourceRef });
      else if (saysTheSame(stated, row)) unchanged += 1;
      else if (!isEditable(row.status)) skipped += 1;
      else changed.push({ ...row, ...stated });
      return row?.mergedInto ?? row?.id;
    });
    const created = await this.desk.create(actor, records, fresh, provenance, tx);
    const updated = await this.update(actor, records, changed, tx);
    if (rematch)
      await this.desk.rematch(
        records.kind,
        [...created, ...updated].filter(({ status }) => isMatched(status)),
        tx,
      );
    const newIds = created.map(({ id }) => id).values();
    return {
      ids: found.map((id) => id ?? (newIds.next().value as string)),
      created: created.length,
      updated: updated.length,
      unchanged,
      skipped,
    };
  }

  private async update<E extends RecordEntity>(
    actor: Actor,
    records: RecordRepository<E>,
    changed: readonly E[],
    tx: EntityManager,
  ): Promise<E[]> {
    if (changed.length === 0) return [];
    const now = this.clock.now();
    const rows = changed.map((row) => ({
      ...row,
      version: row.version + 1,
      contentVersion: row.version + 1,
      updatedAt: now,
    }));
    const fields = new Set(rows.flatMap((row) => Object.keys(row) as (keyof E)[]));
    if ((await records.replace(rows, [...fields].filter(isContent), tx)) !== rows.length)
      throw new Stale('HTTP.STALE', 'A record was changed by somebody else during the import');
    await records.insertVersions(
      rows.map((row) => versionOf(row, 'import', actor, now)),
      tx,
    );
    return rows;
  }
}

/** Never written by a list, even where a row carries them. */
const FIXED = new Set<unknown>(['id', 'code', 'status', 'createdAt', 'source', 'sourceRef', 'sampleSet']);
const isContent = (name: unknown): boolean => !FIXED.has(name);

/** The key of the unique index: the same reference from two parks or organisations is two records. */
const tenantKey = (row: {
  sourceRef?: string | null | undefined;
  parkId: string | null;
  organisationId: string | null;
}): string => JSON.stringify([row.sourceRef, row.parkId, row.organisationId]);

const saysTheSame = <E extends RecordEntity>(stated: Partial<Content<E>>, row: E): boolean =>
  Object.entries(stated).every(([name, value]) => isDeepStrictEqual(value, row[name as keyof E]));
