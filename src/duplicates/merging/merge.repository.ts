import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull, Not } from 'typeorm';
import { Conflict } from '../../common/errors';
import type { DuplicateKind } from '../duplicate-kind';
import { linksOf, type Merged, SEALED_LINKS, type SealedLink } from './links';
import { type Hanging, MergeEntity } from './merge.entity';

/** The lock that every writer of a reference shares (migration 0052). */
const MERGING = 7_202_203;
/** Less than the second after which PostgreSQL looks for deadlocks: it is the merge that gives way, never another's work. */
const PATIENCE = '400ms';

type Sealed = { id: string } & Record<string, unknown>;

@Injectable()
export class MergeRepository {
  /** Nobody else begins or ends a reference until this transaction is over. Waits so long for anything and no longer. */
  async lock(tx: EntityManager): Promise<void> {
    await tx.query(`SET LOCAL lock_timeout = '${PATIENCE}'`);
    await tx.query('SELECT pg_advisory_xact_lock($1)', [MERGING]);
  }

  async insert(merge: MergeEntity, tx: EntityManager): Promise<void> {
    await tx.insert(MergeEntity, merge);
  }

  find(id: string, tx: EntityManager): Promise<MergeEntity | null> {
    return tx.findOneBy(MergeEntity, { id });
  }

  /** Of a record, as the one that went or the one that stayed; the latest first. */
  of(recordId: string, tx: EntityManager): Promise<MergeEntity[]> {
    return tx.find(MergeEntity, {
      where: [{ fromId: recordId }, { intoId: recordId }],
      order: { id: 'DESC' },
    });
  }

  /** The latest of a kind, those taken back left out. */
  latest(kind: DuplicateKind, limit: number, tx: EntityManager): Promise<MergeEntity[]> {
    return tx.find(MergeEntity, { where: { kind, undoneAt: IsNull() }, order: { id: 'DESC' }, take: limit });
  }

  /** False when it was taken back already. */
  async markUndone(id: string, by: string | null, at: Date, tx: EntityManager): Promise<boolean> {
    const { affected } = await tx.update(
      MergeEntity,
      { id, undoneAt: IsNull(), steps: Not(IsNull()) },
      { undoneBy: by, undoneAt: at },
    );
    return affected === 1;
  }

  /** What hangs on a record, by table and column; what comes and goes by itself is left out. */
  async links(kind: Merged, id: string, tx: EntityManager): Promise<Record<string, Hanging>> {
    const found: Record<string, Hanging> = {};
    const sealed = kind === 'person' ? SEALED_LINKS : [];
    for (const { table, column, list, byItself } of [...linksOf(kind), ...sealed]) {
      if (byItself) continue;
      const [row] = await tx.query<Hanging[]>(
        `SELECT count(*)::int AS rows, md5(string_agg(t.id::text, ',' ORDER BY t.id)) AS digest FROM ${table} t
         WHERE ${list ? `$1::uuid = ANY (t.${column})` : `t.${column} = $1`}`,
        [id],
      );
      if (row && row.rows > 0) found[`${table}.${column}`] = row;
    }
    return found;
  }

  /** Rows that are to be sealed for another person; those that would be there twice stay. */
  sealedRows(
    { table, column, twice, sealed }: Pick<SealedLink, 'table' | 'column' | 'twice' | 'sealed'>,
    from: string,
    into: string,
    tx: EntityManager,
  ): Promise<Sealed[]> {
    const stays = `SELECT FROM ${table} o WHERE o.${column} = $2 AND ${twice ?? 'false'}`;
    return tx.query<Sealed[]>(
      `SELECT t.id, ${sealed.map((field) => `t.${field}`).join(', ')} FROM ${table} t
       WHERE t.${column} = $1 AND NOT EXISTS (${stays}) ORDER BY t.id FOR UPDATE`,
      [from, into],
    );
  }

  /** The parks that have a profile or the contact of one of these persons; null for one of no park, or an account of their own. */
  async parksOfPersons(ids: readonly string[], tx: EntityManager): Promise<(string | null)[]> {
    const rows = await tx.query<{ park: string | null }[]>(
      `SELECT park_id AS park FROM talents WHERE person_id = ANY ($1) AND merged_into IS NULL
       UNION SELECT park_id FROM person_contacts WHERE person_id = ANY ($1)
       UNION SELECT NULL FROM users WHERE person_id = ANY ($1)`,
      [ids],
    );
    return rows.map(({ park }) => park);
  }

  /** @throws 409 MERGE.SAME_SIGNING when a signing names both as its subjects */
  async refuseSameSigning(
    subjectKind: 'person' | 'project' | 'organisation',
    from: string,
    into: string,
    tx: EntityManager,
  ): Promise<void> {
    const both = await tx.query<{ code: string }[]>(
      `SELECT g.code FROM signings g WHERE EXISTS (
         SELECT FROM signing_subjects s WHERE s.signing_id = g.id AND s.subject_kind = $1 AND s.subject_id = $2)
       AND EXISTS (
         SELECT FROM signing_subjects s WHERE s.signing_id = g.id AND s.subject_kind = $1 AND s.subject_id = $3)
       ORDER BY g.code`,
      [subjectKind, from, into],
    );
    if (both.length > 0)
      throw new Conflict('MERGE.SAME_SIGNING', 'A signing names both as its subjects', {
        params: { codes: both.map(({ code }) => code).join(', ') },
      });
  }

  /** @throws 409 MERGE.SAME_SOURCE when a list gave both organisations the same record: those two are merged first */
  async refuseSameSource(from: string, into: string, tx: EntityManager): Promise<void> {
    for (const table of ['needs', 'projects', 'talents']) {
      const [found] = await tx.query<{ one: string; other: string }[]>(
        `SELECT a.code AS one, b.code AS other FROM ${table} a
         JOIN ${table} b ON b.source = a.source AND b.source_ref = a.source_ref AND b.park_id IS NOT DISTINCT FROM a.park_id
         WHERE a.organisation_id = $1 AND b.organisation_id = $2 ORDER BY a.code LIMIT 1`,
        [from, into],
      );
      if (found)
        throw new Conflict('MERGE.SAME_SOURCE', 'Both have the same record of a list', {
          params: { codes: `${found.one}, ${found.other}` },
        });
    }
  }

  /** Codes of two signings that stand and would be of one pair, a need and a project or talent, once the records are one. */
  async signingsOfOnePair(
    kind: Exclude<DuplicateKind, 'organisation'>,
    from: string,
    into: string,
    tx: EntityManager,
  ): Promise<string[]> {
    const column = `${kind}_id`;
    const others = ['need_id', 'project_id', 'talent_id'].filter((name) => name !== column);
    const live = (row: string) => `${row}.voided_at IS NULL AND ${row}.state NOT IN ('refused', 'revoked')`;
    const [found] = await tx.query<{ one: string; other: string }[]>(
      `SELECT a.code AS one, b.code AS other FROM signings a
       JOIN signings b ON ${others.map((name) => `b.${name} IS NOT DISTINCT FROM a.${name}`).join(' AND ')}
       WHERE a.${column} = $1 AND b.${column} = $2 AND ${live('a')} AND ${live('b')}
         AND a.need_id IS NOT NULL AND num_nonnulls(a.project_id, a.talent_id) > 0
       ORDER BY a.code LIMIT 1`,
      [from, into],
    );
    return found ? [found.one, found.other] : [];
  }

  /** Whose credits may change with a merge: the two themselves, and for organisations the subjects of all they signed. */
  async subjectsOf(kind: Merged, ids: readonly string[], tx: EntityManager): Promise<string[]> {
    if (kind !== 'organisation') return [...ids];
    const rows = await tx.query<{ id: string }[]>(
      `SELECT DISTINCT s.subject_id AS id FROM signing_subjects s JOIN signings g ON g.id = s.signing_id
       WHERE g.party_a_organisation_id = ANY ($1) OR g.party_b_organisation_id = ANY ($1)`,
      [ids],
    );
    return [...new Set([...ids, ...rows.map(({ id }) => id)])];
  }
}
