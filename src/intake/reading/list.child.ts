import { listKindOf } from './file-kind';
import { readCsv } from './read-csv';
import { readXlsx } from './read-xlsx';
import { readingProcess } from './reading-process';

readingProcess(async (bytes) => ((await listKindOf(bytes)) === 'xlsx' ? readXlsx(bytes) : readCsv(bytes)));
