import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { DomainError, InvalidInput } from '../../common/errors';
import { checkArchive } from '../reading/archive-check';
import { decodeText } from '../reading/decode-text';
import { isArchive, WORKBOOK } from '../reading/file-kind';
import { readXlsx } from '../reading/read-xlsx';
import { LIMITS, type Workbook } from '../reading/sheet';
import type { DocumentText } from './document';
import { readDocument } from './read-document';

/** A document of an archive: its words or cells, or the code of why it was refused. */
export type ArchivedDocument = { name: string } & Content;
type Content = { text: DocumentText } | { workbook: Workbook } | { refusal: string };

/** A firm's form, or the list of what it asks for; a longer list is sent by itself. */
const MOST_ROWS_EACH = 500;

const MOST_DOCUMENTS = 500;
const MOST_BYTES_EACH = 20 * 1024 * 1024;

/** What an archive holds beside documents: folders, marks of the system that made it, files being edited. */
const isDocument = (path: string): boolean =>
  !path.endsWith('/') && !/(?:^|\/)(?:__MACOSX\/|\.|~\$|Thumbs\.db$)/.test(path);

/** Archives within archives, as departments pass them on. */
const MOST_LEVELS = 3;
const MOST_BYTES = 300 * 1024 * 1024;

/** What was read so far of an archive and of those within it. */
interface Reading {
  readonly found: ArchivedDocument[];
  bytes: number;
  rows: number;
}

/**
 * The documents of an archive and of the archives in it, one after the other, in its order; one that cannot be read does not keep
 * the others out.
 * @throws 400 IMPORT.TOO_MANY_DOCUMENTS, IMPORT.TOO_MANY_ROWS, IMPORT.ARCHIVE, IMPORT.BROKEN
 */
export async function readArchive(bytes: Buffer): Promise<ArchivedDocument[]> {
  const reading: Reading = { found: [], bytes: 0, rows: 0 };
  await readInto(reading, bytes, 1);
  return reading.found;
}

async function readInto(reading: Reading, bytes: Buffer, level: number): Promise<void> {
  const archive = await open(bytes);
  for await (const entry of entriesOf(archive)) {
    const path = nameOf(entry);
    if (!isDocument(path)) continue;
    reading.bytes += entry.uncompressedSize;
    if (reading.bytes > MOST_BYTES) throw new InvalidInput('IMPORT.ARCHIVE', 'The archive is too large');
    const name = path.slice(path.lastIndexOf('/') + 1);
    const refuse = (error: unknown): void => {
      const refusal = error instanceof DomainError ? error.code : 'IMPORT.BROKEN';
      addTo(reading, { name, refusal });
    };
    const content = await contentOf(archive, entry).catch(refuse);
    if (content === undefined) continue;
    if (/\.zip$/i.test(name)) await readWithin(reading, content, level + 1).catch(refuse);
    else await read(content).then((words) => addTo(reading, { name, ...words }), refuse);
  }
}

/** @throws 400 IMPORT.LONG_LIST; as the readers of what it is */
async function read(bytes: Buffer): Promise<Content> {
  if (!isArchive(bytes) || !(await checkArchive(bytes)).includes(WORKBOOK))
    return { text: await readDocument(bytes) };
  const workbook = await readXlsx(bytes);
  if (rowsOf(workbook) > MOST_ROWS_EACH)
    throw new InvalidInput('IMPORT.LONG_LIST', 'A list of so many rows is sent by itself');
  return { workbook };
}

const rowsOf = ({ sheets }: Workbook): number => sheets.reduce((sum, { rows }) => sum + rows.length, 0);

/** @throws 400 IMPORT.LEVELS; as checkArchive */
async function readWithin(reading: Reading, bytes: Buffer, level: number): Promise<void> {
  if (level > MOST_LEVELS) throw new InvalidInput('IMPORT.LEVELS', 'Too many archives within each other');
  await checkArchive(bytes);
  await readInto(reading, bytes, level);
}

function addTo(reading: Reading, document: ArchivedDocument): void {
  const { found } = reading;
  reading.rows += 'workbook' in document ? rowsOf(document.workbook) : 1;
  if (reading.rows > LIMITS.dataRows) throw new InvalidInput('IMPORT.TOO_MANY_ROWS', 'Too many rows');
  if (found.length >= MOST_DOCUMENTS)
    throw new InvalidInput('IMPORT.TOO_MANY_DOCUMENTS', 'The archive holds too many documents');
  found.push(document);
}

const broken = (cause: unknown) => new InvalidInput('IMPORT.BROKEN', 'The archive is damaged', { cause });

const open = (bytes: Buffer): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    fromBuffer(
      bytes,
      // Chinese systems write names in their own encoding and do not say so.
      { lazyEntries: true, autoClose: false, validateEntrySizes: true, decodeStrings: false },
      (error, archive) => (error ? reject(broken(error)) : resolve(archive)),
    );
  });

const nameOf = ({ fileName }: Entry): string => decodeText(fileName as unknown as Buffer);

async function* entriesOf(archive: ZipFile): AsyncGenerator<Entry> {
  for (;;) {
    const entry = await new Promise<Entry | undefined>((resolve, reject) => {
      archive
        .once('entry', resolve)
        .once('end', () => resolve(undefined))
        .once('error', (error) => reject(broken(error)));
      archive.readEntry();
    });
    archive.removeAllListeners();
    if (!entry) return;
    yield entry;
  }
}

const contentOf = (archive: ZipFile, entry: Entry): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    if (entry.uncompressedSize > MOST_BYTES_EACH)
      return reject(new InvalidInput('IMPORT.ARCHIVE', 'The document is too large'));
    archive.openReadStream(entry, (error, stream) => {
      if (error) return reject(error);
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => resolve(Buffer.concat(parts)));
      stream.on('error', reject);
    });
  });
