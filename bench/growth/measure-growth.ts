import { SideIndex } from '../../src/matching/engine/index/side-index';
import { benchQuery } from '../bench-queries';
import { ABSTRACTS } from '../corpus/abstracts-profile';
import { GeneratedCorpus } from '../corpus/generated-corpus';
import { COLUMNS } from '../corpus/generated-facts';
import { cpuMs, cpuPerCall, quantile, wallOfCalls } from '../measure';
import { PackedRecords } from '../packed-records';

/**
 * `node --expose-gc dist/bench/growth/measure-growth.js 10000`: how the index grows, for one size per process: a line of
 * JSON. docs/growth.json holds the lines of 10,000, 100,000 and 1,000,000.
 */
export interface GrowthPoint {
  readonly docs: number;
  /** One query, best 50: exact answers, and candidates by rounded sums. Processor time; the quantiles are wall time. */
  readonly query: { readonly cpuMs: number; readonly p50Ms: number; readonly p95Ms: number };
  readonly candidates: { readonly cpuMs: number };
  readonly recordsPerSecond: number;
}

const K = 50;
const QUERIES = 300;

function measureGrowth(docs: number): GrowthPoint {
  const records = new PackedRecords(new GeneratedCorpus(ABSTRACTS, docs));
  let index = new SideIndex(COLUMNS);
  const buildMs = cpuMs(() => {
    index = SideIndex.build(COLUMNS, records.indexRecords());
  });
  const queries = Array.from({ length: QUERIES }, (_, number) => benchQuery(records, number));
  const asked = (i: number) => ({ vector: queries[i % QUERIES]!.text });
  const cpu = cpuPerCall(
    { query: (i) => index.query(asked(i), K), candidates: (i) => index.candidates(asked(i), K) },
    QUERIES,
  );
  const wall = wallOfCalls(2 * QUERIES, (i) => index.query(asked(i), K));
  return {
    docs,
    query: { cpuMs: cpu.query, p50Ms: quantile(wall, 0.5), p95Ms: quantile(wall, 0.95) },
    candidates: { cpuMs: cpu.candidates },
    recordsPerSecond: (docs / buildMs) * 1000,
  };
}

console.log(
  JSON.stringify(measureGrowth(Number(process.argv[2] ?? 10_000)), (_, value: unknown) =>
    typeof value === 'number' ? Number(value.toPrecision(3)) : value,
  ),
);
