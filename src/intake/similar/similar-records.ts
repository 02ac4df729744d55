import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Actor, SYSTEM } from '../../common/actor';
import { type Document, NearTexts } from '../../matching/duplicates/near-texts';
import { NeedRepository } from '../../needs/need.repository';
import { Database } from '../../platform/database/database';
import { ProjectRepository } from '../../projects/project.repository';
import type { RecordEntity } from '../../records/record.entity';
import type { RecordRepository } from '../../records/record.repository';
import type { ImportKind } from '../forms/form';
import type { RowDoubt } from '../table/interpret-row';

/** A row whose texts are compared. */
export interface TextRow {
  readonly number: number;
  readonly title: string;
  readonly text: string;
  /** Whose it is, as the row has it. */
  readonly owner: string;
}

export interface Resemblance {
  readonly doubt: RowDoubt;
  /** null: another row, or a record that the actor may not know. */
  readonly id: string | null;
}

interface Origin {
  row?: number;
  owner?: string;
  record?: { id: string; code: string };
}

const BATCH = 2_000;
/** One list holds like needs of like firms; only the same firm's own, and nearly word for word, are one said twice. */
const ALIKE_IN_LIST = 0.85;

/** Finds rows whose text says what a record of the network, or an earlier row, says already. */
@Injectable()
export class SimilarRecords {
  constructor(
    private readonly database: Database,
    private readonly needs: NeedRepository,
    private readonly projects: ProjectRepository,
  ) {}

  /** By row number. Positions and people are alike by nature and are not compared. */
  async find(actor: Actor, kind: ImportKind, rows: readonly TextRow[]): Promise<Map<number, Resemblance>> {
    const table: RecordRepository<RecordEntity> | undefined =
      kind === 'technology-needs' ? this.needs : kind === 'projects' ? this.projects : undefined;
    if (table === undefined || rows.length === 0) return new Map();
    const existing = await this.textsOf(table);
    const all = [
      ...existing,
      ...rows.map(({ number, owner, ...words }) => ({ of: { row: number, owner }, ...words })),
    ];
    const texts = new NearTexts(all);
    const found = rows.flatMap(({ number, owner }, at) => {
      const place = existing.length + at;
      const best = texts
        .alike(place, place)
        .find(
          ({ of, similarity }) => of.row === undefined || (of.owner === owner && similarity >= ALIKE_IN_LIST),
        );
      return best ? [{ number, ...best }] : [];
    });
    const ids = found.flatMap(({ of }) => of.record?.id ?? []);
    const seen = await this.database.as(actor, async (tx) => {
      const records = await table.findAll([...new Set(ids)], tx);
      return new Set(records.map(({ id }) => id));
    });
    return new Map(found.map(({ number, of, similarity }) => [number, resemblanceOf(of, similarity, seen)]));
  }

  /** Of the whole network: a duplicate in another park is told of without being shown. */
  private async textsOf(table: RecordRepository<RecordEntity>): Promise<Document<Origin>[]> {
    const texts: Document<Origin>[] = [];
    for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
      const from = after;
      const batch = await this.database.as(SYSTEM, (tx: EntityManager) => table.findLive(from, BATCH, tx));
      for (const { id, code, title, text } of batch)
        texts.push({ of: { record: { id, code } }, title, text });
      const last = batch.at(-1);
      if (last === undefined || batch.length < BATCH) return texts;
      after = last.id;
    }
  }
}

function resemblanceOf({ row, record }: Origin, similarity: number, seen: ReadonlySet<string>): Resemblance {
  const percent = Math.round(similarity * 100);
  const doubt = (code: string, params: RowDoubt['params']): RowDoubt => ({
    level: 'question',
    code,
    column: '',
    params,
  });
  if (row !== undefined) return { id: null, doubt: doubt('IMPORT.SIMILAR_ROW', { row, percent }) };
  if (record !== undefined && seen.has(record.id))
    return { id: record.id, doubt: doubt('IMPORT.SIMILAR', { code: record.code, percent }) };
  return { id: null, doubt: doubt('IMPORT.KNOWN_TO_NETWORK', { percent }) };
}
