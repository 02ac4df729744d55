import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DomainError } from '../../../src/common/errors';
import { readArchive } from '../../../src/intake/documents/read-archive';
import { readDocx } from '../../../src/intake/documents/read-docx';
import { readPdf } from '../../../src/intake/documents/read-pdf';
import { readCsv } from '../../../src/intake/reading/read-csv';
import { readXlsx } from '../../../src/intake/reading/read-xlsx';
import { seededRandom } from '../../../src/matching/engine/seeded-random';
import type { Part } from '../../intake/archive-of';
import { archiveOf } from '../../intake/archive-of';
import { damaged, damagedWithin, partsOf } from '../../intake/damaged';

/** Damaged files by their numbers, which decide what is damaged and how. */
export interface Task {
  reader: ReaderName;
  from: number;
  to: number;
}
/** `ms` of processor time; `refused` as the product refuses; any other failure is a `stranger`. */
export interface Read {
  n: number;
  outcome: 'read' | 'refused' | 'stranger';
  ms: number;
}
export type Message = { begun: number } | Read | { peakMb: number };

const fixture = (name: string): Buffer => readFileSync(join(__dirname, '../../intake/fixtures', name));

interface Reader {
  seeds: readonly string[];
  read(bytes: Buffer, n: number): unknown;
}

const READERS = {
  xlsx: { seeds: ['roster.xlsx', 'talents.xlsx', 'hiring.xlsx'], read: readXlsx },
  csv: { seeds: ['needs-gb18030.csv', 'needs-utf16.csv', 'needs-utf8.csv'], read: readCsv },
  docx: { seeds: ['documents/form-1.docx', 'varied/letter.docx', 'varied/project-wps.docx'], read: readDocx },
  pdf: { seeds: ['documents/numbered-2.pdf', 'documents/modern-4.pdf'], read: readPdf },
  zip: { seeds: ['documents/form-1.docx', 'varied/letter.docx'], read: readArchive },
  /** The control: its third file ends the process, its fifth never ends. */
  fragile: {
    seeds: ['needs-utf8.csv'],
    read: (_: Buffer, n: number) => {
      if (n === 3) process.exit(1);
      while (n === 5);
    },
  },
} satisfies Record<string, Reader>;
export type ReaderName = keyof typeof READERS;

/** What can be made of each seed; an archive is damaged from outside and within. */
async function damagesOf(reader: ReaderName): Promise<((random: () => number) => Buffer)[]> {
  const files = READERS[reader].seeds.map(fixture);
  const within = (parts: readonly Part[]) => (random: () => number) => damagedWithin(parts, random);
  const outside = (file: Buffer) => (random: () => number) => damaged(file, random);
  if (reader === 'zip') {
    const parts = files.map((content, at) => ({ name: READERS.zip.seeds[at] ?? '', content }));
    return [within(parts), outside(archiveOf(parts))];
  }
  if (reader !== 'xlsx' && reader !== 'docx') return files.map(outside);
  const unpacked = await Promise.all(files.map(partsOf));
  return [...files.map(outside), ...unpacked.map(within)];
}

const tell = (message: Message): Promise<void> =>
  new Promise((resolve) => {
    process.send?.(message, undefined, undefined, () => resolve());
  });

async function outcomeOf(read: () => unknown): Promise<Read['outcome']> {
  try {
    await read();
    return 'read';
  } catch (error) {
    return error instanceof DomainError ? 'refused' : 'stranger';
  }
}

/**
 * Reads one file after the other and tells the parent of each before it begins and after it ended, so that the parent knows
 * which took the process down.
 */
async function readAll({ reader, from, to }: Task): Promise<void> {
  const damages = await damagesOf(reader);
  for (let n = from; n < to; n++) {
    const bytes = damages[n % damages.length]?.(seededRandom(20_221 + n)) ?? Buffer.alloc(0);
    await tell({ begun: n });
    const before = process.cpuUsage();
    const outcome = await outcomeOf(() => READERS[reader].read(bytes, n));
    const { user, system } = process.cpuUsage(before);
    await tell({ n, outcome, ms: (user + system) / 1000 });
  }
  await tell({ peakMb: process.resourceUsage().maxRSS / 1024 });
  process.exit();
}

process.once('message', (task: Task) => void readAll(task));
