import { Client } from 'pg';
import { openDatabase } from '../../src/app/open-database';
import { readEnv } from '../../src/platform/config/env';

/** Runs `xss()` wherever it is taken for markup; without quotes, so that it fits into JSON. */
export const PAYLOAD = '<img src=x onerror=xss()>';

const WRITTEN = '[一-龥]';

const CHANGES: Readonly<Record<string, (column: string) => string>> = {
  text: (column) => `CASE WHEN ${column} ~ '${WRITTEN}' THEN ${column} || '${PAYLOAD}' ELSE ${column} END`,
  'text[]': (column) =>
    `ARRAY(SELECT CASE WHEN one ~ '${WRITTEN}' THEN one || '${PAYLOAD}' ELSE one END FROM unnest(${column}) one)`,
  // The end of a value, not of a name.
  jsonb: (column) =>
    `regexp_replace(${column}::text, '(${WRITTEN})"(?!\\s*:)', '\\1${PAYLOAD}"', 'g')::jsonb`,
};

interface Column {
  table: string;
  name: string;
  type: string;
}

/**
 * Puts the payload behind every text of the product that is in Chinese, and so was written by somebody: in text, lists and
 * JSON, whatever screen asked for it. Answers the columns it now stands in.
 */
export async function storeScripts(dataDir: string): Promise<string[]> {
  const database = await openDatabase(readEnv({ DATA_DIR: dataDir }), { warn: () => undefined });
  const client = new Client({ connectionString: database.urls.ownerUrl });
  await client.connect();
  try {
    let written: string[] | undefined;
    while (!written) written = await unlessInTheWay(client, storeAll);
    return written;
  } finally {
    await client.end();
    await database.release();
  }
}

const DEADLOCK = '40P01';

/** The workers go on meanwhile, and of two that wait for each other the database sends one away: nothing is done then. */
async function unlessInTheWay<T>(client: Client, work: (client: Client) => Promise<T>): Promise<T | undefined> {
  await client.query(`BEGIN; SET LOCAL lock_timeout = '20s'`);
  try {
    const done = await work(client);
    await client.query('COMMIT');
    return done;
  } catch (error) {
    await client.query('ROLLBACK');
    if ((error as { code?: string }).code !== DEADLOCK) throw error;
    return undefined;
  }
}

async function storeAll(client: Client): Promise<string[]> {
  const { rows: tables } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relforcerowsecurity`,
  );
  const all = (change: string) =>
    client.query(tables.map(({ name }) => `ALTER TABLE ${name} ${change};`).join(' '));
  await all('NO FORCE ROW LEVEL SECURITY');
  const written = await changeAll(client);
  await all('FORCE ROW LEVEL SECURITY');
  return written;
}

async function changeAll(client: Client): Promise<string[]> {
  const { rows: columns } = await client.query<Column>(
    `SELECT relname AS table, attname AS name, format_type(atttypid, NULL) AS type
     FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relrowsecurity AND attnum > 0
       AND NOT attisdropped AND format_type(atttypid, NULL) IN ('text', 'text[]', 'jsonb') ORDER BY 1, 2`,
  );
  const written: string[] = [];
  for (const { table, name, type } of columns) {
    const change = CHANGES[type]?.(name);
    await client.query('SAVEPOINT one');
    try {
      const { rowCount } = await client.query(
        `UPDATE ${table} SET ${name} = ${change} WHERE ${name}::text ~ '${WRITTEN}'`,
      );
      if (rowCount) written.push(`${table}.${name}`);
    } catch (error) {
      // A rule of the table keeps markup out of this column.
      if ((error as { code?: string }).code !== '23514') throw error;
      await client.query('ROLLBACK TO SAVEPOINT one');
    }
  }
  return written;
}
