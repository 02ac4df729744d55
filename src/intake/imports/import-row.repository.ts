import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { ImportRowEntity, type RowState } from './import-row.entity';

/** A row of an earlier import that is about the same thing. */
export interface EarlierRow {
  key: string;
  digest: string;
  recordId: string;
}

const COLUMNS = [
  'import_id',
  'row_no',
  'state',
  'sealed',
  'contact',
  'key',
  'digest',
  'known_id',
  'known_by',
  'decision',
  'record_id',
  'record_version',
  'failure',
] as const;
const TYPES = 'uuid,int,text,bytea,bytea,bytea,bytea,uuid,text,text,uuid,int,text'.split(',');

const hex = (digests: readonly Buffer[]): string[] => digests.map((digest) => digest.toString('hex'));

@Injectable()
export class ImportRowRepository {
  /** Stores rows, each anew where it is there already: one statement for any number. */
  async put(rows: readonly ImportRowEntity[], tx: EntityManager): Promise<void> {
    if (rows.length === 0) return;
    const values: unknown[][] = [
      rows.map((row) => row.importId),
      rows.map((row) => row.rowNo),
      rows.map((row) => row.state),
      rows.map((row) => row.sealed),
      rows.map((row) => row.contact),
      rows.map((row) => row.key),
      rows.map((row) => row.digest),
      rows.map((row) => row.knownId),
      rows.map((row) => row.knownBy),
      rows.map((row) => row.decision),
      rows.map((row) => row.recordId),
      rows.map((row) => row.recordVersion),
      rows.map((row) => row.failure),
    ];
    const columns = TYPES.map((type, at) => `$${at + 1}::${type}[]`).join(', ');
    const changes = COLUMNS.slice(2).map((column) => `${column} = excluded.${column}`);
    await tx.query(
      `INSERT INTO import_rows (${COLUMNS.join(', ')}) SELECT * FROM unnest(${columns})
       ON CONFLICT (import_id, row_no) DO UPDATE SET ${changes.join(', ')}`,
      values,
    );
  }

  async removeAll(importId: string, tx: EntityManager): Promise<void> {
    await tx.delete(ImportRowEntity, { importId });
  }

  find(importId: string, rowNo: number, tx: EntityManager): Promise<ImportRowEntity | null> {
    return tx.findOneBy(ImportRowEntity, { importId, rowNo });
  }

  /** Up to `limit` rows in one of `states` after `after`, in the order of the file. */
  list(
    importId: string,
    { states, after, limit }: { states?: readonly RowState[]; after: number; limit: number },
    tx: EntityManager,
  ): Promise<ImportRowEntity[]> {
    const query = tx
      .createQueryBuilder(ImportRowEntity, 'r')
      .where('r.importId = :importId AND r.rowNo > :after', { importId, after })
      .orderBy('r.rowNo')
      .limit(limit);
    if (states) query.andWhere('r.state = ANY (:states)', { states });
    return query.getMany();
  }

  /** The next rows to work on, held against another worker until the transaction ends. */
  take(
    importId: string,
    states: readonly RowState[],
    limit: number,
    tx: EntityManager,
  ): Promise<ImportRowEntity[]> {
    return tx
      .createQueryBuilder(ImportRowEntity, 'r')
      .where('r.importId = :importId AND r.state = ANY (:states)', { importId, states })
      .orderBy('r.rowNo')
      .limit(limit)
      .setLock('pessimistic_write')
      .getMany();
  }

  async counts(importId: string, tx: EntityManager): Promise<Partial<Record<RowState, number>>> {
    const rows = await tx.query<{ state: RowState; count: number }[]>(
      'SELECT state, count(*)::int AS count FROM import_rows WHERE import_id = $1 GROUP BY state',
      [importId],
    );
    return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
  }

  /** Rows of any import that made or changed a record about one of `keys`, the latest of each key. */
  async findEarlier(keys: readonly Buffer[], tx: EntityManager): Promise<Map<string, EarlierRow>> {
    if (keys.length === 0) return new Map();
    const rows = await tx.query<EarlierRow[]>(
      `SELECT DISTINCT ON (r.key) encode(r.key, 'hex') AS key, encode(r.digest, 'hex') AS digest,
         r.record_id AS "recordId"
       FROM import_rows r JOIN imports i ON i.id = r.import_id
       WHERE r.record_id IS NOT NULL AND r.state <> 'reverted'
         AND r.key IN (SELECT decode(key, 'hex') FROM unnest($1::text[]) AS key)
       ORDER BY r.key, i.created_at DESC`,
      [hex(keys)],
    );
    return new Map(rows.map((row) => [row.key, row]));
  }

  /** Other rows of the same import about the same thing. */
  findSameKey(importId: string, key: Buffer, rowNo: number, tx: EntityManager): Promise<ImportRowEntity[]> {
    return tx
      .createQueryBuilder(ImportRowEntity, 'r')
      .where('r.importId = :importId AND r.key = :key AND r.rowNo <> :rowNo', { importId, key, rowNo })
      .orderBy('r.rowNo')
      .limit(2)
      .getMany();
  }

  /** The latest row that made or changed a record and says whom to ask about it. */
  findContact(recordId: string, tx: EntityManager): Promise<ImportRowEntity | null> {
    return tx
      .createQueryBuilder(ImportRowEntity, 'r')
      .where(`r.recordId = :recordId AND r.contact IS NOT NULL AND r.state <> 'reverted'`, { recordId })
      .orderBy('r.importId', 'DESC')
      .limit(1)
      .getOne();
  }

  /** Rows by their numbers. */
  findAll(importId: string, rowNos: readonly number[], tx: EntityManager): Promise<ImportRowEntity[]> {
    return tx.findBy(ImportRowEntity, { importId, rowNo: In([...rowNos]) });
  }
}
