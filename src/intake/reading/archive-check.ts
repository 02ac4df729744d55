import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { InvalidInput } from '../../common/errors';

/** Bounds of an office file, whatever it claims: entries, bytes when unpacked, and bytes out for one byte in. */
const MOST_ENTRIES = 3_000;
const MOST_BYTES = 300 * 1024 * 1024;
const MOST_RATIO = 200;
/** Below this a high ratio is a blank form, not a bomb. */
const RATIO_COUNTS_FROM = 20 * 1024 * 1024;

const tooLarge = () =>
  new InvalidInput('IMPORT.ARCHIVE', 'The file unpacks to more than a document of this kind can hold');
const broken = (cause?: unknown) => new InvalidInput('IMPORT.BROKEN', 'The file is damaged', { cause });

const open = (bytes: Buffer): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, archive) =>
      error ? reject(broken(error)) : resolve(archive),
    );
  });

/**
 * The names of an office file's parts, from its directory alone; nothing is unpacked.
 * @throws 400 IMPORT.ARCHIVE for what would unpack to too much; IMPORT.BROKEN; IMPORT.ENCRYPTED
 */
export async function checkArchive(bytes: Buffer): Promise<string[]> {
  const archive = await open(bytes);
  if (archive.entryCount > MOST_ENTRIES) throw tooLarge();
  const names: string[] = [];
  let total = 0;
  await eachEntry(archive, (entry) => {
    total += entry.uncompressedSize;
    if (total > MOST_BYTES || (total > RATIO_COUNTS_FROM && total > MOST_RATIO * bytes.length))
      throw tooLarge();
    if ((entry.generalPurposeBitFlag & 1) !== 0)
      throw new InvalidInput('IMPORT.ENCRYPTED', 'The file is protected by a password');
    names.push(entry.fileName);
    return Promise.resolve();
  });
  return names;
}

/** Unpacks every part without keeping it: one that is longer than its directory says is refused. */
export async function verifySizes(bytes: Buffer): Promise<void> {
  const archive = await open(bytes);
  await eachEntry(archive, (entry) => drain(archive, entry));
}

function eachEntry(archive: ZipFile, use: (entry: Entry) => Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    const refuse = (error: unknown) => {
      archive.close();
      reject(error instanceof InvalidInput ? error : broken(error));
    };
    archive.on('error', refuse);
    archive.on('end', () => resolve());
    archive.on('entry', (entry: Entry) => {
      try {
        use(entry).then(() => archive.readEntry(), refuse);
      } catch (error) {
        refuse(error);
      }
    });
    archive.readEntry();
  });
}

const drain = (archive: ZipFile, entry: Entry): Promise<void> =>
  new Promise((resolve, reject) => {
    if (entry.fileName.endsWith('/')) return resolve();
    archive.openReadStream(entry, (error, stream) => {
      if (error) return reject(error);
      stream.on('error', reject).on('end', resolve).resume();
    });
  });
