import type { Client } from 'pg';

interface Reference {
  child: string;
  columns: string[];
  parent: string;
  parentColumns: string[];
  optional: boolean;
}

/** Foreign keys of the public schema, a table's keys to itself left out. */
const REFERENCES = `
  SELECT c.conrelid::regclass::text AS child, c.confrelid::regclass::text AS parent,
    array_agg(a.attname::text ORDER BY k.n) AS columns, array_agg(p.attname::text ORDER BY k.n) AS "parentColumns",
    NOT bool_or(a.attnotnull) AS optional
  FROM pg_constraint c
  CROSS JOIN LATERAL unnest(c.conkey, c.confkey) WITH ORDINALITY AS k (mine, theirs, n)
  JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.mine
  JOIN pg_attribute p ON p.attrelid = c.confrelid AND p.attnum = k.theirs
  WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace AND c.conrelid <> c.confrelid
  GROUP BY c.oid, c.conrelid, c.confrelid`;

const MARKED = `SELECT table_name AS name FROM information_schema.columns
  WHERE table_schema = 'public' AND column_name = 'sample_set'`;

/** Sample accounts that recorded, checked or confirmed a real signing, or signed a real submission, stay as who did it: closed. */
const CLOSE_WITNESSES = `
  WITH closed AS (
    UPDATE users u SET sample_set = NULL, disabled_at = coalesce(disabled_at, now()), version = version + 1
    WHERE u.sample_set IS NOT NULL AND (
      EXISTS (SELECT FROM signings s WHERE s.sample_set IS NULL AND u.id IN (s.recorded_by, s.checked_by, s.confirmed_by))
      OR EXISTS (SELECT FROM submissions b WHERE b.sample_set IS NULL AND b.signed_by = u.id))
    RETURNING id),
  sessions_ended AS (DELETE FROM sessions WHERE user_id IN (SELECT id FROM closed))
  DELETE FROM credentials WHERE user_id IN (SELECT id FROM closed)`;

/** Rows that name a record by its id without a foreign key: its papers, and what the engine made of it. */
const LOOSE = [
  `DELETE FROM match_features f WHERE NOT EXISTS (SELECT FROM needs WHERE id = f.record_id)
     AND NOT EXISTS (SELECT FROM projects WHERE id = f.record_id) AND NOT EXISTS (SELECT FROM talents WHERE id = f.record_id)`,
  `DELETE FROM shortlists s WHERE NOT EXISTS (SELECT FROM needs WHERE id = s.demand_id)
     AND NOT EXISTS (SELECT FROM projects WHERE id = s.demand_id)`,
  `DELETE FROM attachments a WHERE subject_kind = 'signing' AND NOT EXISTS (SELECT FROM signings WHERE id = a.subject_id)`,
  `DELETE FROM data_keys k WHERE NOT EXISTS (SELECT FROM persons WHERE id = k.person_id)`,
  `DELETE FROM consents c WHERE NOT EXISTS (SELECT FROM persons WHERE id = c.person_id)`,
];

/**
 * Takes every row of the sample out, with all that hangs on it, in one transaction of the schema's owner. Real rows that
 * name a sample row lose the name where they can; accounts they cannot do without are closed and stay.
 */
export class SampleRemoverRepository {
  private references: Reference[] = [];
  private marked: string[] = [];

  constructor(private readonly owner: Client) {}

  /** Rows removed by table. */
  async remove(): Promise<Record<string, number>> {
    await this.owner.query('BEGIN');
    try {
      this.references = (await this.owner.query<Reference>(REFERENCES)).rows;
      this.marked = (await this.owner.query<{ name: string }>(MARKED)).rows.map(({ name }) => name);
      const tables = await this.tables();
      // Even the owner is under row-level security; inside this transaction it steps out of it.
      for (const table of tables) await this.owner.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
      const removed: Record<string, number> = {};
      await this.owner.query(CLOSE_WITNESSES);
      for (const table of this.marked)
        await this.removeWhere(table, `${table}.sample_set IS NOT NULL`, removed);
      for (const statement of LOOSE) await this.owner.query(statement);
      for (const table of tables) await this.owner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
      await this.owner.query('COMMIT');
      return removed;
    } catch (error) {
      await this.owner.query('ROLLBACK');
      throw error;
    }
  }

  private async removeWhere(
    table: string,
    condition: string,
    removed: Record<string, number>,
  ): Promise<void> {
    const { rows } = await this.owner.query<{ found: boolean }>(
      `SELECT EXISTS (SELECT FROM ${table} WHERE ${condition}) AS found`,
    );
    if (!rows[0]?.found) return;
    for (const reference of this.references.filter(({ parent }) => parent === table)) {
      const { child, columns, parentColumns, optional } = reference;
      const dangling = `(${columns.map((name) => `${child}.${name}`).join(', ')}) IN
        (SELECT ${parentColumns.map((name) => `${table}.${name}`).join(', ')} FROM ${table} WHERE ${condition})`;
      if (optional) {
        const cleared = columns.map((name) => `${name} = NULL`).join(', ');
        const real = this.marked.includes(child) ? `${child}.sample_set IS NULL AND ` : '';
        await this.owner.query(`UPDATE ${child} SET ${cleared} WHERE ${real}${dangling}`);
      }
      await this.removeWhere(child, dangling, removed);
    }
    const { rowCount } = await this.owner.query(`DELETE FROM ${table} WHERE ${condition}`);
    removed[table] = (removed[table] ?? 0) + (rowCount ?? 0);
  }

  private async tables(): Promise<string[]> {
    const { rows } = await this.owner.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class
       WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relforcerowsecurity`,
    );
    return rows.map(({ name }) => name);
  }
}
