import { DomainError } from '../../common/errors';
import { listKindOf } from './file-kind';
import type { Answer } from './read-in-process';
import { readCsv } from './read-csv';
import { readXlsx } from './read-xlsx';
import type { Workbook } from './sheet';

/** Runs by itself, with little memory and no settings of the product: it opens files that strangers made. */
async function read(bytes: Buffer): Promise<Answer<Workbook>> {
  try {
    return { value: (await listKindOf(bytes)) === 'xlsx' ? await readXlsx(bytes) : readCsv(bytes) };
  } catch (error) {
    return { refusal: error instanceof DomainError ? error.code : 'IMPORT.BROKEN' };
  }
}

process.once('message', (bytes: Uint8Array) => {
  void read(Buffer.from(bytes)).then((answer) =>
    process.send?.(answer, undefined, undefined, () => process.exit()),
  );
});
