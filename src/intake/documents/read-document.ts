import { InvalidInput } from '../../common/errors';
import type { DocumentText } from './document';
import { readDocx } from './read-docx';
import { readPdf } from './read-pdf';

const startsWith = (bytes: Buffer, mark: string): boolean =>
  bytes.subarray(0, mark.length).toString('latin1') === mark;

/** @throws 400 IMPORT.NOT_A_DOCUMENT for what is neither .docx nor .pdf; as the readers of both */
export async function readDocument(bytes: Buffer): Promise<DocumentText> {
  if (startsWith(bytes, '%PDF-')) return readPdf(bytes);
  if (startsWith(bytes, 'PK\x03\x04')) return readDocx(bytes);
  throw new InvalidInput('IMPORT.NOT_A_DOCUMENT', 'The file is neither .docx nor .pdf');
}
