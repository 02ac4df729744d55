import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import {
  type ArchiveHeader,
  archiveHeader,
  type ArchiveTotals,
  archiveTotals,
  HEADER_NAME,
  tableOf,
  TOTALS_NAME,
} from './archive.schema';
import { readTar, type TarMember } from './tar';

/** The file is no backup of ours, or not all of it is there; the message says which. */
export class UnreadableArchive extends Error {
  override readonly name = 'UnreadableArchive';
}

/** The members of the archive in `file`, in order. @throws UnreadableArchive */
export async function* membersOf(file: string): AsyncGenerator<TarMember> {
  const unzipped = createReadStream(file)
    .on('error', (error) => unzipped.destroy(error))
    .pipe(createGunzip());
  try {
    yield* readTar(unzipped as AsyncIterable<Buffer>);
  } catch (cause) {
    throw unreadable(file, cause);
  } finally {
    unzipped.destroy();
  }
}

/**
 * Reads the archive from end to end and holds it against its own totals, before anything is done with it.
 * @throws UnreadableArchive
 */
export async function checkArchive(file: string): Promise<{ header: ArchiveHeader; totals: ArchiveTotals }> {
  let header: ArchiveHeader | undefined;
  let totals: ArchiveTotals | undefined;
  const seen = new Map<string, Hash>();
  for await (const { name, content } of membersOf(file)) {
    if (header === undefined) header = headerOf(file, name, content);
    else if (name === TOTALS_NAME) totals = archiveTotals.safeParse(jsonOf(content)).data;
    else {
      const table = tableOf(name) ?? '';
      seen.set(table, (seen.get(table) ?? createHash('sha256')).update(content));
    }
  }
  if (header === undefined || totals === undefined) throw incomplete(file, 'it ends early');
  const digests = new Map([...seen].map(([table, hash]) => [table, hash.digest('hex')]));
  const empty = createHash('sha256').digest('hex');
  for (const { name } of header.tables) {
    const { sha256 } = totals.tables[name] ?? {};
    if (sha256 !== (digests.get(name) ?? empty)) throw incomplete(file, `the rows of ${name} were changed`);
  }
  return { header, totals };
}

function headerOf(file: string, name: string, content: Buffer): ArchiveHeader {
  const parsed = name === HEADER_NAME ? archiveHeader.safeParse(jsonOf(content)) : undefined;
  if (!parsed?.success)
    throw new UnreadableArchive(`${file} is not a backup of this product, or one of a later release.`);
  return parsed.data;
}

function jsonOf(content: Buffer): unknown {
  try {
    return JSON.parse(content.toString());
  } catch {
    return undefined;
  }
}

const incomplete = (file: string, what: string): UnreadableArchive =>
  new UnreadableArchive(
    `The backup ${file} is incomplete or damaged: ${what}. Nothing was restored from it.`,
  );

/** zlib names what it met (Z_BUF_ERROR: the end came early; Z_DATA_ERROR: no gzip, or changed). */
function unreadable(file: string, cause: unknown): unknown {
  const { code } = cause as NodeJS.ErrnoException;
  if (code === 'ENOENT') return new UnreadableArchive(`There is no file ${file}.`);
  if (code === 'Z_BUF_ERROR') return incomplete(file, 'it ends early');
  if (code === 'Z_DATA_ERROR') return incomplete(file, 'it is no gzip file, or was changed');
  return cause instanceof RangeError ? incomplete(file, cause.message) : cause;
}
