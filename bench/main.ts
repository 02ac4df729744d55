import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureAtTenThousand, measureIndex } from './index-figures';
import { measureMeetings } from './meetings/meeting-figures';

/**
 * `npm run -s bench -- [--docs 100000] [--json]`: the speed of the index as ratios within one run, on a generated
 * corpus. With `--meetings` the timetables of meetings instead. Prints one JSON object, indented unless `--json`.
 */
const { values } = parseArgs({
  options: {
    docs: { type: 'string', default: '100000' },
    json: { type: 'boolean', default: false },
    meetings: { type: 'boolean', default: false },
  },
});

const docs = Number(values.docs);
if (!Number.isInteger(docs) || docs < 1000) throw new RangeError('--docs takes a whole number from 1000 on');

/** A peer runs in a process of its own, with its own heap. */
function measurePeer(name: string): { cpuMs: number } {
  const script = join(__dirname, 'peers', `${name}.js`);
  const output = execFileSync(process.execPath, ['--max-old-space-size=4096', script], { encoding: 'utf8' });
  return JSON.parse(output) as { cpuMs: number };
}

const measureEngine = () => ({
  ...measureIndex(docs),
  ...measureAtTenThousand(),
  peers: { minisearch: measurePeer('minisearch'), natural: measurePeer('natural') },
});
const figures = values.meetings ? measureMeetings() : measureEngine();
console.log(JSON.stringify(figures, rounded, values.json ? 0 : 2));

/** Four significant digits are more than a run repeats. */
function rounded(_key: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value;
}
