import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { Client } from 'pg';
import type { KeyRing } from '../../platform/crypto/key-ring';
import {
  ARCHIVE_FORMAT,
  type ArchiveHeader,
  type ArchiveTotals,
  HEADER_NAME,
  partName,
  TOTALS_NAME,
} from './archive.schema';
import {
  beginSnapshot,
  copyRowsOut,
  findSequences,
  findTables,
  KEPT_APART,
  schemaVersion,
  withSealedColumns,
} from './backup.repository';
import { writeKeyBook } from './key-book';
import { LineChanger } from './lines';
import { rowSealer } from './person-seal';
import { TAR_END, tarMember } from './tar';

/** A member of the archive; also what is held in memory at a time. */
const PART_BYTES = 4 * 1024 * 1024;

/** PostgreSQL refused a part of the copy; the message says what to change. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused';
}

export interface BackupOrder {
  /** A login that reads every row (`app_backup`). */
  backupUrl: string;
  /** The master keys; undefined where none was ever made. */
  ring: KeyRing | undefined;
  /** Where persons' keys go (see {@link writeKeyBook}). */
  keyBook: string;
  /** Where the archive goes; it appears whole or not at all, readable by this user only. */
  file: string;
  takenAt: Date;
}

export interface BackupReport {
  file: string;
  keyBook: string;
  schemaVersion: number;
  bytes: number;
  tables: number;
  rows: number;
}

/**
 * Copies the whole database, files included, as it is at one moment, into one archive (tar, gzip): a header, the rows of
 * each table, and what they add up to. What leads to a person is sealed with their key, and the keys are written elsewhere.
 * Work goes on meanwhile.
 */
export async function takeBackup(order: BackupOrder): Promise<BackupReport> {
  const client = new Client({ connectionString: order.backupUrl, connectionTimeoutMillis: 5_000 });
  await client.connect();
  await mkdir(dirname(order.file), { recursive: true, mode: 0o700 });
  const draft = `${order.file}.draft-${process.pid}`;
  try {
    await beginSnapshot(client);
    const header: ArchiveHeader = {
      format: ARCHIVE_FORMAT,
      schemaVersion: await schemaVersion(client),
      takenAt: order.takenAt.toISOString(),
      masterKeys: order.ring?.names() ?? [],
      tables: (await findTables(client)).filter(({ name }) => name !== KEPT_APART).map(withSealedColumns),
      sequences: await findSequences(client),
    };
    const totals: ArchiveTotals = { tables: {} };
    await writeKeyBook(client, order.keyBook, order.takenAt);
    const members = Readable.from(archiveOf(client, order.ring, header, totals), { objectMode: false });
    await pipeline(members, createGzip(), createWriteStream(draft, { mode: 0o600, flags: 'wx' }));
    const bytes = await flush(draft);
    await rename(draft, order.file);
    const rows = Object.values(totals.tables).reduce((sum, table) => sum + table.rows, 0);
    return {
      file: order.file,
      keyBook: order.keyBook,
      schemaVersion: header.schemaVersion,
      bytes,
      tables: header.tables.length,
      rows,
    };
  } catch (cause) {
    throw (cause as { code?: string }).code === '42501' ? refused(cause) : cause;
  } finally {
    await rm(draft, { force: true });
    await client.end();
  }
}

async function* archiveOf(
  client: Client,
  ring: KeyRing | undefined,
  header: ArchiveHeader,
  totals: ArchiveTotals,
): AsyncGenerator<Buffer> {
  const at = new Date(header.takenAt);
  const json = (name: string, value: object) =>
    tarMember({ name, content: Buffer.from(JSON.stringify(value, null, 1)) }, at);
  yield json(HEADER_NAME, header);
  for (const table of header.tables) {
    const hash = createHash('sha256');
    const rows = copyRowsOut(client, table);
    let part = 0;
    const lines = table.sealed ? sealed(rows, rowSealer(ring, table.name, table.columns.length)) : rows;
    for await (const content of inParts(lines)) {
      hash.update(content);
      yield tarMember({ name: partName(table.name, ++part), content }, at);
    }
    totals.tables[table.name] = { rows: rows.rowCount, sha256: hash.digest('hex') };
  }
  yield json(TOTALS_NAME, totals);
  yield TAR_END;
}

async function* sealed(rows: AsyncIterable<Buffer>, seal: (line: Buffer) => Buffer): AsyncGenerator<Buffer> {
  const lines = new LineChanger(seal);
  for await (const piece of rows) yield lines.take(piece);
}

/** Gathers a stream into pieces of about PART_BYTES. */
async function* inParts(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let gathered: Buffer[] = [];
  let size = 0;
  for await (const chunk of source) {
    gathered.push(chunk);
    size += chunk.length;
    if (size < PART_BYTES) continue;
    yield Buffer.concat(gathered);
    [gathered, size] = [[], 0];
  }
  if (size > 0) yield Buffer.concat(gathered);
}

/** Forces the file onto the disk; answers its size. */
async function flush(file: string): Promise<number> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
    return (await handle.stat()).size;
  } finally {
    await handle.close();
  }
}

const refused = (cause: unknown): BackupRefused =>
  new BackupRefused(
    'The backup login may not read every row, so there is no backup: give the role app_backup BYPASSRLS ' +
      '(docker/init-roles.sql does) and name it in DATABASE_BACKUP_URL.',
    { cause },
  );
