import type { Client } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { ArchiveHeader } from './archive.schema';
import { LEFT_OUT, PERSONAL } from './personal-columns';

type Table = ArchiveHeader['tables'][number];
type Sequence = ArchiveHeader['sequences'][number];

/** Migrations are not copied: a restore runs them. */
const NOT_COPIED = 'migrations';

/**
 * One unchanging view of the whole database for as long as the transaction lasts. With row_security off PostgreSQL
 * refuses what a policy would have left out: a backup is whole or there is none.
 */
export async function beginSnapshot(client: Client): Promise<void> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  await client.query('SET LOCAL row_security = off; SET LOCAL statement_timeout = 0');
}

/** Every table with the columns that can be written, by name. */
export async function findTables(client: Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> $1
       AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     GROUP BY c.relname ORDER BY c.relname`,
    [NOT_COPIED],
  );
  return rows;
}

export async function findSequences(client: Client): Promise<Sequence[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'S'
       AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = pg_class.oid AND d.refobjid = to_regclass($1))
     ORDER BY 1`,
    [NOT_COPIED],
  );
  const sequences: Sequence[] = [];
  for (const { name } of rows) {
    const { rows: states } = await client.query<{ last: string; called: boolean }>(
      `SELECT last_value AS last, is_called AS called FROM ${client.escapeIdentifier(name)}`,
    );
    const [state] = states;
    if (state) sequences.push({ name, lastValue: Number(state.last), isCalled: state.called });
  }
  return sequences;
}

/** The number of the newest migration; 0 for a database that has had none. */
export async function schemaVersion(client: Client): Promise<number> {
  const { rows: found } = await client.query<{ there: boolean }>(
    `SELECT to_regclass('public.migrations') IS NOT NULL AS there`,
  );
  if (!found[0]?.there) return 0;
  const { rows } = await client.query<{ number: number }>(
    'SELECT coalesce(max("timestamp") % 10000, 0)::int AS number FROM migrations',
  );
  return rows[0]?.number ?? 0;
}

/** Where persons' keys lie; they go into the key book, not into the archive. */
export const KEPT_APART = 'data_keys';

/** The table with the columns that lead to a person set apart, behind the others. */
export function withSealedColumns({ name, columns }: Table): Table {
  const personal = PERSONAL[name];
  if (!personal) return { name, columns };
  const sealed = Object.entries(personal.remains);
  return {
    name,
    columns: columns.filter((column) => !(column in personal.remains)),
    sealed: { columns: sealed.map(([column]) => column), remains: sealed.map(([, remains]) => remains) },
  };
}

const columnsOf = (client: Client, { columns, sealed }: Table): string =>
  [...columns, ...(sealed?.columns ?? [])].map((column) => client.escapeIdentifier(column)).join(', ');

/**
 * The rows of a table in PostgreSQL's text form; `rowCount` is set once all were read. With sealed columns each row begins
 * with the person it is about and their wrapped key.
 */
export function copyRowsOut(client: Client, table: Table) {
  const name = client.escapeIdentifier(table.name);
  const columns = columnsOf(client, table);
  const person = table.sealed && PERSONAL[table.name]?.person;
  const where = `WHERE NOT (${LEFT_OUT[table.name] ?? 'false'})`;
  if (person === undefined)
    return client.query(copyTo(`COPY (SELECT ${columns} FROM ${name} t ${where}) TO STDOUT`));
  return client.query(
    copyTo(`COPY (SELECT person, (SELECT encode(wrapped, 'hex') FROM data_keys WHERE person_id = person), ${columns}
      FROM ${name} t CROSS JOIN LATERAL (SELECT ${person} AS person) about ${where}) TO STDOUT`),
  );
}

export const copyRowsIn = (client: Client, table: Table) =>
  client.query(
    copyFrom(`COPY ${client.escapeIdentifier(table.name)} (${columnsOf(client, table)}) FROM STDIN`),
  );

/** Every person's wrapped key, in lines of person and hexadecimal. */
export const copyKeysOut = (client: Client) =>
  client.query(copyTo(`COPY (SELECT person_id, encode(wrapped, 'hex') FROM data_keys) TO STDOUT`));

/** Whether somebody was erased since `day`. */
export async function wasErasedSince(client: Client, since: Date): Promise<boolean> {
  const { rows } = await client.query<{ some: boolean }>(
    'SELECT EXISTS (SELECT FROM persons WHERE name IS NULL AND updated_at >= $1) AS some',
    [since],
  );
  return rows[0]?.some ?? false;
}

/** Stores the keys of the persons who are here. */
export async function insertKeys(client: Client, keys: ReadonlyMap<string, string>): Promise<void> {
  await client.query(`SELECT set_config('app.role', 'system', true)`);
  await client.query(
    `INSERT INTO data_keys (person_id, wrapped) SELECT k.person, decode(k.wrapped, 'hex')
     FROM unnest($1::uuid[], $2::text[]) k (person, wrapped) WHERE EXISTS (SELECT FROM persons p WHERE p.id = k.person)`,
    [[...keys.keys()], [...keys.values()]],
  );
}

/** Finishes what a lost key began: the rest of the erasure, for each of `persons`. */
export async function eraseAgain(client: Client, persons: readonly string[]): Promise<void> {
  await client.query('BEGIN');
  await client.query(`SELECT set_config('app.role', 'system', true)`);
  for (const person of persons) await client.query('SELECT app.erase_person($1)', [person]);
  await client.query('COMMIT');
}

/** Whether any of the tables has a row. The owner is bound by FORCE, so this asks as `system` and reads unfiltered or not at all. */
export async function hasRows(client: Client, tables: readonly Table[]): Promise<boolean> {
  for (const { name } of tables) {
    const { rows } = await client.query<{ some: boolean }>(
      `SELECT EXISTS (SELECT FROM ${client.escapeIdentifier(name)}) AS some`,
    );
    if (rows[0]?.some) return true;
  }
  return false;
}

interface ForeignKey {
  table: string;
  name: string;
  definition: string;
}

/**
 * Takes away, until {@link closeTables}, what would keep the owner from filling the tables in any order: foreign keys,
 * triggers, and row-level security over the owner. All within one transaction, so nobody ever sees it so.
 */
export async function openTables(client: Client, tables: readonly Table[]): Promise<ForeignKey[]> {
  for (const { name } of tables) {
    const table = client.escapeIdentifier(name);
    await client.query(
      `ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY; ALTER TABLE ${table} DISABLE TRIGGER USER`,
    );
  }
  const { rows } = await client.query<ForeignKey>(
    `SELECT conrelid::regclass::text AS table, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
     FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`,
  );
  for (const { table, name } of rows) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  return rows;
}

/** Puts everything back, checking every reference. `forced` names the tables whose owner is bound. */
export async function closeTables(
  client: Client,
  tables: readonly Table[],
  keys: readonly ForeignKey[],
  forced: ReadonlySet<string>,
): Promise<void> {
  for (const { table, name, definition } of keys)
    await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`);
  for (const { name } of tables) {
    const table = client.escapeIdentifier(name);
    await client.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
    if (forced.has(name)) await client.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
  }
}

/** The tables whose owner is bound by row-level security. */
export async function findForced(client: Client): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relforcerowsecurity`,
  );
  return new Set(rows.map(({ name }) => name));
}

export async function setSequences(client: Client, sequences: readonly Sequence[]): Promise<void> {
  for (const { name, lastValue, isCalled } of sequences)
    await client.query('SELECT setval($1::regclass, $2, $3)', [
      client.escapeIdentifier(name),
      lastValue,
      isCalled,
    ]);
}
