import { once } from 'node:events';
import { Client } from 'pg';
import type { KeyRing } from '../../platform/crypto/key-ring';
import { migrate } from '../../platform/database/migrate';
import { newestMigration } from '../../platform/database/schema-version.repository';
import { type ArchiveHeader, type ArchiveTotals, tableOf } from './archive.schema';
import {
  closeTables,
  copyRowsIn,
  eraseAgain,
  findForced,
  findTables,
  hasRows,
  insertKeys,
  openTables,
  schemaVersion,
  setSequences,
} from './backup.repository';
import { readKeyBook } from './key-book';
import { LineChanger } from './lines';
import { rowOpener } from './person-seal';
import { checkArchive, membersOf, UnreadableArchive } from './read-archive';

/** The backup and this installation do not fit; the message says what to do. */
export class RestoreRefused extends Error {
  override readonly name = 'RestoreRefused';
}

export interface RestoreOrder {
  file: string;
  /** The schema's owner (`app_owner`). */
  ownerUrl: string;
  /** The master keys of this installation, if it has any. */
  ring: KeyRing | undefined;
  /** The newest book of persons' keys there is. */
  keyBook: string;
}

export interface RestoreReport {
  takenAt: string;
  /** Of the archive; the database is brought to this release afterwards. */
  schemaVersion: number;
  tables: number;
  rows: number;
  /** Persons in the archive who were erased since: they are erased in what was restored too. */
  erasedSince: number;
}

/** What opens the sealed columns of an archive. */
interface PersonsKeys {
  ring: KeyRing | undefined;
  /** Wrapped keys by person; undefined for an archive that holds them itself. */
  book: ReadonlyMap<string, string> | undefined;
  /** Persons whose key is gone. */
  forgotten: Set<string>;
}

/**
 * Fills an empty database from a backup: all of it, in one transaction, or nothing. An archive of an older release is
 * loaded into the schema of its time, which is then migrated. Who was erased after the backup stays erased.
 * @throws UnreadableArchive, UnreadableKeyBook, RestoreRefused
 */
export async function restoreBackup(order: RestoreOrder): Promise<RestoreReport> {
  const { file, ownerUrl, ring } = order;
  const { header, totals } = await checkArchive(file);
  requireKeys(header, ring);
  requireKnownSchema(header);
  const book = header.format === 1 ? undefined : readKeyBook(order.keyBook).keys;
  const keys: PersonsKeys = { ring, book, forgotten: new Set() };
  const client = new Client({ connectionString: ownerUrl, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    await requireEmpty(client, header);
    await migrate(ownerUrl, header.schemaVersion);
    await load(client, file, header, totals, keys);
    await migrate(ownerUrl);
    await eraseAgain(client, [...keys.forgotten]);
  } finally {
    await client.end();
  }
  const rows = Object.values(totals.tables).reduce((sum, table) => sum + table.rows, 0);
  return {
    takenAt: header.takenAt,
    schemaVersion: header.schemaVersion,
    tables: header.tables.length,
    rows,
    erasedSince: keys.forgotten.size,
  };
}

function requireKeys(header: ArchiveHeader, ring: KeyRing | undefined): void {
  const present = new Set(ring?.names());
  const missing = header.masterKeys.filter((key) => !present.has(key));
  if (missing.length > 0)
    throw new RestoreRefused(
      `The backup's contacts and files can only be read with master key ${missing.join(', ')}, which is not here. ` +
        'Put the file master.key of the old data folder into DATA_DIR, or set MASTER_KEY, and try again.',
    );
}

function requireKnownSchema(header: ArchiveHeader): void {
  const newest = newestMigration();
  if (header.schemaVersion > newest)
    throw new RestoreRefused(
      `The backup has schema ${header.schemaVersion} and this release knows ${newest}: restore it with the release that made it, or a later one.`,
    );
}

async function requireEmpty(client: Client, header: ArchiveHeader): Promise<void> {
  const version = await schemaVersion(client);
  await client.query(`BEGIN; SET LOCAL lock_timeout = '5s'`);
  try {
    const tables = await findTables(client);
    await openTables(client, tables);
    if (await hasRows(client, tables))
      throw new RestoreRefused(
        'This database has rows already; a backup goes into an empty one only. Use a new DATA_DIR or a new database.',
      );
  } finally {
    await client.query('ROLLBACK');
  }
  if (version > header.schemaVersion)
    throw new RestoreRefused(
      `This database is empty but has schema ${version}, later than the backup's ${header.schemaVersion}. Use a new DATA_DIR or a new database.`,
    );
}

async function load(
  client: Client,
  file: string,
  header: ArchiveHeader,
  totals: ArchiveTotals,
  personsKeys: PersonsKeys,
): Promise<void> {
  await client.query('BEGIN');
  await client.query('SET LOCAL statement_timeout = 0');
  const tables = await findTables(client);
  const forced = await findForced(client);
  const keys = await openTables(client, tables);
  const loaded = await loadRows(client, file, header, personsKeys);
  for (const { name } of header.tables) {
    const expected = totals.tables[name]?.rows;
    const got = loaded.get(name) ?? 0;
    if (got !== expected)
      throw new UnreadableArchive(`Of ${name}, ${got} rows came back instead of ${expected}.`);
  }
  if (personsKeys.book) await insertKeys(client, personsKeys.book);
  await setSequences(client, header.sequences);
  await closeTables(client, tables, keys, forced);
  await client.query('COMMIT');
  await client.query('ANALYZE');
}

/** The archive has each table's parts in one run; rows by table. */
async function loadRows(
  client: Client,
  file: string,
  header: ArchiveHeader,
  keys: PersonsKeys,
): Promise<Map<string, number>> {
  const tables = new Map(header.tables.map((table) => [table.name, table]));
  const loaded = new Map<string, number>();
  let open: { name: string; sink: ReturnType<typeof copyRowsIn>; lines?: LineChanger } | undefined;
  const finish = async (): Promise<void> => {
    if (!open) return;
    const { name, sink } = open;
    open = undefined;
    const done = once(sink, 'finish');
    sink.end();
    await done;
    loaded.set(name, sink.rowCount);
  };
  for await (const { name, content } of membersOf(file)) {
    const table = tables.get(tableOf(name) ?? '');
    if (open?.name !== table?.name) await finish();
    if (!table) continue;
    open ??= { name: table.name, sink: copyRowsIn(client, table), ...openerOf(table, keys) };
    if (!open.sink.write(open.lines?.take(content) ?? content)) await once(open.sink, 'drain');
  }
  await finish();
  return loaded;
}

/** What opens the lines of a table with sealed columns. */
function openerOf(
  { name, sealed }: ArchiveHeader['tables'][number],
  { ring, book, forgotten }: PersonsKeys,
): { lines?: LineChanger } {
  if (!sealed || !book) return {};
  return { lines: new LineChanger(rowOpener(ring, name, sealed, book, forgotten)) };
}
