import { DomainError } from '../../common/errors';
import type { Answer } from '../reading/read-in-process';
import type { DocumentText } from './document';
import { readDocx } from './read-docx';
import { readPdf } from './read-pdf';

/** Runs by itself, as the reader of lists does. */
async function read(bytes: Buffer): Promise<Answer<DocumentText>> {
  try {
    const isPdf = bytes.subarray(0, 5).toString('latin1') === '%PDF-';
    return { value: await (isPdf ? readPdf(bytes) : readDocx(bytes)) };
  } catch (error) {
    return { refusal: error instanceof DomainError ? error.code : 'IMPORT.BROKEN' };
  }
}

process.once('message', (bytes: Uint8Array) => {
  void read(Buffer.from(bytes)).then((answer) =>
    process.send?.(answer, undefined, undefined, () => process.exit()),
  );
});
