import type { EntityManager } from 'typeorm';
import type { Link, LinkName } from './links';

/** Rows whose values a merge changed, as they were: by their key, and the columns changed. */
export interface Step {
  name: LinkName | null;
  table: string;
  key: readonly string[];
  columns: readonly string[];
  /** What a column holds since, where putting back is only for rows that still hold it. */
  now?: Readonly<Record<string, string>>;
  rows: readonly object[];
}

interface Change extends Pick<Step, 'name' | 'table' | 'now'> {
  key?: readonly string[];
  /** SQL by column; it may name the row t and $1, $2, … of `params`. */
  set: Readonly<Record<string, string>>;
  where: string;
  params: readonly unknown[];
}

/** Changes rows and keeps every value that it changed, so that all of it can be put back. */
export class ChangeLog {
  readonly steps: Step[] = [];

  constructor(private readonly tx: EntityManager) {}

  /**
   * Points the column of `link` from one record at another; rows that would be there twice stay, and so does the row `besides`. Answers
   * how many moved.
   */
  point(link: Link, from: string, into: string, besides?: string): Promise<number> {
    const { name, table, column, key, list, except, twice } = link;
    const conditions = [
      list ? `$1::uuid = ANY (t.${column})` : `t.${column} = $1`,
      ...(except ? [`NOT (${except})`] : []),
      ...(twice ? [`NOT EXISTS (SELECT FROM ${table} o WHERE o.${column} = $2 AND ${twice})`] : []),
    ];
    if (besides !== undefined) conditions.push('t.id <> $3');
    const value = list
      ? `(SELECT array_agg(one ORDER BY place) FROM (SELECT one, min(place) AS place
           FROM unnest(array_replace(t.${column}, $1, $2)) WITH ORDINALITY AS n (one, place) GROUP BY one) AS each)`
      : '$2::uuid';
    return this.change({
      name,
      table,
      ...(key && { key }),
      ...(!list && { now: { [column]: into } }),
      set: { [column]: value },
      where: conditions.join(' AND '),
      params: besides === undefined ? [from, into] : [from, into, besides],
    });
  }

  /** Keeps values that another is about to change. */
  async keep(table: string, id: string, columns: readonly string[]): Promise<void> {
    if (columns.length === 0) return;
    const set = Object.fromEntries(columns.map((column) => [column, `t.${column}`]));
    await this.change({ name: null, table, set, where: 't.id = $1', params: [id] });
  }

  /** How many rows moved, by what they are. */
  counts(): Partial<Record<LinkName, number>> {
    const rows = new Map<LinkName, Set<string>>();
    for (const { name, table, key, rows: changed } of this.steps) {
      if (name === null) continue;
      const seen = rows.get(name) ?? new Set<string>();
      for (const row of changed as Record<string, unknown>[])
        seen.add(JSON.stringify([table, ...key.map((column) => row[column])]));
      rows.set(name, seen);
    }
    return Object.fromEntries([...rows].map(([name, seen]) => [name, seen.size]));
  }

  /** Answers how many rows were changed. */
  async change({ name, table, key = ['id'], now, set, where, params }: Change): Promise<number> {
    const columns = Object.keys(set);
    const before = [...new Set([...key, ...columns])].map((column) => `'${column}', t.${column}`);
    // The parameters are named here too, so that each has a type even where a value does not use it.
    const [rows] = await this.tx.query<[{ row: object }[], number]>(
      `WITH old AS (
         SELECT ${key.map((column) => `t.${column}`).join(', ')}, jsonb_build_object(${before.join(', ')}) AS row
         FROM ${table} t WHERE ${where} FOR UPDATE)
       UPDATE ${table} t SET ${columns.map((column) => `${column} = ${set[column]}`).join(', ')}
       FROM old WHERE ${key.map((column) => `t.${column} = old.${column}`).join(' AND ')} AND (${where})
       RETURNING old.row`,
      [...params],
    );
    if (rows.length > 0)
      this.steps.push({ name, table, key, columns, ...(now && { now }), rows: rows.map(({ row }) => row) });
    return rows.length;
  }
}

/** Puts back what the steps of a merge changed, the last first. */
export async function putBack(steps: readonly Step[], tx: EntityManager): Promise<void> {
  for (const { table, key, columns, now = {}, rows } of steps.toReversed()) {
    const same = key.map((column) => `t.${column} = k.${column}`);
    const held = Object.keys(now).map((column, at) => `t.${column} = $${at + 2}`);
    await tx.query(
      `UPDATE ${table} t SET ${columns.map((column) => `${column} = k.${column}`).join(', ')}
       FROM jsonb_populate_recordset(NULL::${table}, $1) k WHERE ${[...same, ...held].join(' AND ')}`,
      [JSON.stringify(rows), ...Object.values(now)],
    );
  }
}
