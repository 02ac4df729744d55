import { InvalidInput } from '../../common/errors';
import { checkArchive } from './archive-check';

const ZIP = Buffer.from('PK\x03\x04', 'latin1');
/** The container of .xls, .doc and of password-protected office files. */
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const PDF = Buffer.from('%PDF-', 'latin1');

const startsWith = (bytes: Buffer, mark: Buffer) => bytes.subarray(0, mark.length).equals(mark);

export const isArchive = (bytes: Buffer): boolean => startsWith(bytes, ZIP);
/** The part that an .xlsx file is known by. */
export const WORKBOOK = 'xl/workbook.xml';
/** The part that every office file has; one of a presentation may hold documents, and is no archive of them. */
const OFFICE = '[Content_Types].xml';

export const isListFile = (kind: FileKind): kind is ListFileKind => kind === 'xlsx' || kind === 'csv';

const refused = (code: string, detail: string) => new InvalidInput(code, detail);

/** 'archive': of documents. */
export type FileKind = 'xlsx' | 'csv' | 'docx' | 'pdf' | 'archive';
export type ListFileKind = Extract<FileKind, 'xlsx' | 'csv'>;

/**
 * What a file is, by its content, whatever its name says.
 * @throws 400 IMPORT.OLD_SPREADSHEET, IMPORT.NOT_A_LIST, IMPORT.ARCHIVE, IMPORT.ENCRYPTED, IMPORT.BROKEN
 */
export async function fileKindOf(bytes: Buffer): Promise<FileKind> {
  if (startsWith(bytes, OLE) || /^\s*<(?:html|table|\?xml)/i.test(bytes.subarray(0, 200).toString('latin1')))
    throw refused('IMPORT.OLD_SPREADSHEET', 'Save the file in the form of today and send that');
  if (startsWith(bytes, PDF)) return 'pdf';
  if (!isArchive(bytes)) return 'csv';
  const names = await checkArchive(bytes);
  if (names.includes(WORKBOOK)) return 'xlsx';
  if (names.includes('word/document.xml')) return 'docx';
  if (!names.includes(OFFICE) && names.some((name) => /\.(?:docx|pdf|xlsx|zip)$/i.test(name)))
    return 'archive';
  throw refused('IMPORT.NOT_A_LIST', 'The file is neither a list nor a document');
}

/** What a list is written in. @throws as fileKindOf; 400 IMPORT.NOT_A_LIST for a document */
export async function listKindOf(bytes: Buffer): Promise<ListFileKind> {
  const kind = await fileKindOf(bytes);
  if (!isListFile(kind)) throw refused('IMPORT.NOT_A_LIST', 'The file is no spreadsheet');
  return kind;
}
