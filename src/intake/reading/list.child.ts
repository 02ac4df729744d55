import { listKindOf } from './file-kind';
import { readCsv } from './read-csv';
import { readXlsx } from './read-xlsx';
import { readingProcess } from './reading-process';
import type { Workbook } from './sheet';

const read = async (bytes: Buffer): Promise<Workbook> =>
  (await listKindOf(bytes)) === 'xlsx' ? readXlsx(bytes) : readCsv(bytes);

readingProcess(read, () => ({ memoryMb: 1_000, processorMs: 60_000 }));
