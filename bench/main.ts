import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureAtTenThousand, measureIndex } from './index-figures';
import { measureMeetings } from './meetings/meeting-figures';
import { measurePipeline } from './pipeline/pipeline-figures';
import { textQuality } from './text-quality';

/**
 * `npm run -s bench -- [--docs 100000] [--json]`: the speed of the index as ratios within one run, on a generated
 * corpus. `--pipeline` adds the whole way through database and queue, for `--needs` demands and `--supplies` in `--workers` processes,
 * `--redis` with a Redis as the queue, and `--no-index` leaves the index out. `--data DIR` says how good the same text configuration is
 * on the judged sets of a folder. With `--meetings` the timetables of meetings instead. Prints one JSON object,
 * indented unless `--json`.
 */
const { values } = parseArgs({
  options: {
    docs: { type: 'string', default: '100000' },
    data: { type: 'string' },
    index: { type: 'boolean', default: true },
    json: { type: 'boolean', default: false },
    meetings: { type: 'boolean', default: false },
    pipeline: { type: 'boolean', default: false },
    needs: { type: 'string', default: '10000' },
    supplies: { type: 'string', default: '100000' },
    workers: { type: 'string', default: '2' },
    redis: { type: 'boolean', default: false },
  },
  allowNegative: true,
});

function countOf(name: 'docs' | 'needs' | 'supplies' | 'workers', least: number): number {
  const count = Number(values[name]);
  if (!Number.isInteger(count) || count < least)
    throw new RangeError(`--${name} takes a whole number from ${least} on`);
  return count;
}

/** A peer runs in a process of its own, with its own heap. */
function measurePeer(name: string): { cpuMs: number } {
  const script = join(__dirname, 'peers', `${name}.js`);
  const output = execFileSync(process.execPath, ['--max-old-space-size=4096', script], { encoding: 'utf8' });
  return JSON.parse(output) as { cpuMs: number };
}

const withQuality = (figures: ReturnType<typeof measureIndex>) => ({
  ...figures,
  text: { ...figures.text, quality: textQuality(values.data) },
});

async function measureEngine(): Promise<object> {
  const docs = countOf('docs', 1000);
  const { index, pipeline } = values;
  return {
    ...(index && {
      ...withQuality(measureIndex(docs)),
      ...measureAtTenThousand(),
      peers: { minisearch: measurePeer('minisearch'), natural: measurePeer('natural') },
    }),
    ...(pipeline &&
      (await measurePipeline({
        needs: countOf('needs', 1),
        supplies: countOf('supplies', 1),
        workers: countOf('workers', 1),
        redis: values.redis,
      }))),
  };
}

/** Four significant digits are more than a run repeats. */
function rounded(_key: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value;
}

async function main(): Promise<void> {
  const figures = values.meetings ? measureMeetings() : await measureEngine();
  console.log(JSON.stringify(figures, rounded, values.json ? 0 : 2));
}

void main();
