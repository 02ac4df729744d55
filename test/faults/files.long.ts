import { join } from 'node:path';
import { forkTypescript } from '../support/fork-typescript';
import { atLeast, atMost, exactly, judge } from './support/judge';
import type { Message, ReaderName } from './support/damaged-files';
import { size } from './support/size';

const FILE = join(__dirname, 'support/damaged-files.ts');
const FILES = size(20, 20_000);
/** Read by one process; each is as fresh as that of one import, but for what these leave in it. */
const BATCH = 2_500;
/** Of processor time; the product ends the process of a file this small that takes longer, or more memory (document.child.ts). */
const LONGEST_MS = 2_000;
/** By the clock; beyond it a file counts as one that never ends. */
const PATIENCE_MS = 30_000;
/** As a process that reads documents has, and what it may take in all. */
const HEAP_MB = 400;
const MOST_MB = 600;

interface Tally {
  read: number;
  refused: number;
  strangers: number;
  crashes: number;
  hangs: number;
  beyondBounds: number;
  peakMb: number;
}

/** Reads damaged files from `from` on, as far as one process gets; answers the next that is to be read. */
function readSome(reader: ReaderName, from: number, to: number, tally: Tally): Promise<number> {
  return new Promise((resolve) => {
    const env = { ...process.env, NODE_OPTIONS: `--max-old-space-size=${HEAP_MB}` };
    const child = forkTypescript(FILE, [], { env, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    let last = from - 1;
    let hung = false;
    const end = () => {
      hung = true;
      child.kill('SIGKILL');
    };
    let watch = setTimeout(end, 2 * PATIENCE_MS);
    child.on('message', (message: Message) => {
      clearTimeout(watch);
      watch = setTimeout(end, PATIENCE_MS);
      if ('begun' in message) last = message.begun;
      else if ('peakMb' in message) {
        tally.peakMb = Math.max(tally.peakMb, message.peakMb);
        last = to;
      } else {
        tally[message.outcome === 'stranger' ? 'strangers' : message.outcome] += 1;
        if (message.ms > LONGEST_MS) tally.beyondBounds += 1;
      }
    });
    child.once('exit', (_, signal) => {
      clearTimeout(watch);
      // V8 aborts at the end of its heap.
      if (last < to) tally[hung ? 'hangs' : signal === 'SIGABRT' ? 'beyondBounds' : 'crashes'] += 1;
      resolve(Math.min(last + 1, to));
    });
    child.send({ reader, from, to });
  });
}

async function readDamaged(reader: ReaderName, files: number): Promise<Tally> {
  const tally: Tally = {
    read: 0,
    refused: 0,
    strangers: 0,
    crashes: 0,
    hangs: 0,
    beyondBounds: 0,
    peakMb: 0,
  };
  for (let next = 0; next < files;) next = await readSome(reader, next, Math.min(next + BATCH, files), tally);
  return tally;
}

it.each(['xlsx', 'csv', 'docx', 'pdf', 'zip'] as const)(
  'reads or refuses what is left of damaged files, never more: %s',
  async (reader) => {
    const { read, refused, strangers, crashes, hangs, beyondBounds, peakMb } = await readDamaged(
      reader,
      FILES,
    );
    judge(`${FILES} damaged files, ${reader}`, {
      read: atLeast(1, read),
      refused: atLeast(1, refused),
      otherFailures: exactly(0, strangers),
      crashes: exactly(0, crashes),
      neverEnded: exactly(0, hangs),
      endedByBounds: atMost(FILES / 1_000, beyondBounds),
      peakMb: atMost(MOST_MB, peakMb),
    });
  },
  1_800_000,
);

it('control: a reader that dies of one file and never ends another', async () => {
  const { read, crashes, hangs } = await readDamaged('fragile', 8);
  judge('control: damaged files, a fragile reader', {
    read: exactly(6, read),
    crashes: exactly(1, crashes),
    neverEnded: exactly(1, hangs),
  });
}, 120_000);
