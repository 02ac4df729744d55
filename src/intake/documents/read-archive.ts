import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { DomainError, InvalidInput } from '../../common/errors';
import { decodeText } from '../reading/decode-text';
import type { DocumentText } from './document';
import { readDocument } from './read-document';

/** A document of an archive: its words, or the code of why it was refused. */
export type ArchivedDocument = { name: string; text: DocumentText } | { name: string; refusal: string };

const MOST_DOCUMENTS = 500;
const MOST_BYTES_EACH = 20 * 1024 * 1024;

/** What an archive holds beside documents: folders, marks of the system that made it, files being edited. */
const isDocument = (path: string): boolean =>
  !path.endsWith('/') && !/(?:^|\/)(?:__MACOSX\/|\.|~\$|Thumbs\.db$)/.test(path);

/**
 * The documents of an archive, one after the other, in its order; one that cannot be read does not keep the others out.
 * @throws 400 IMPORT.TOO_MANY_DOCUMENTS, IMPORT.BROKEN
 */
export async function readArchive(bytes: Buffer): Promise<ArchivedDocument[]> {
  const archive = await open(bytes);
  const found: ArchivedDocument[] = [];
  for await (const entry of entriesOf(archive)) {
    const path = nameOf(entry);
    if (!isDocument(path)) continue;
    if (found.length >= MOST_DOCUMENTS)
      throw new InvalidInput('IMPORT.TOO_MANY_DOCUMENTS', 'The archive holds too many documents');
    const name = path.slice(path.lastIndexOf('/') + 1);
    try {
      found.push({ name, text: await readDocument(await contentOf(archive, entry)) });
    } catch (error) {
      found.push({ name, refusal: error instanceof DomainError ? error.code : 'IMPORT.BROKEN' });
    }
  }
  return found;
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
