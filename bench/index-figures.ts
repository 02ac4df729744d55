import type { IndexFilter } from '../src/matching/engine/index/index-record';
import { finish } from '../src/matching/engine/index/pace';
import { SideIndex } from '../src/matching/engine/index/side-index';
import { benchQuery } from './bench-queries';
import { ABSTRACTS, ABSTRACTS_FIGURES } from './corpus/abstracts-profile';
import { GeneratedCorpus } from './corpus/generated-corpus';
import { COLUMNS, DISTRICTS, TENTH_TIER } from './corpus/generated-facts';
import { cpuMs, cpuPerCall, median, quantile, repeat, wallOfCalls } from './measure';
import { fullOverlap, textOverlap } from './overlap';
import { PackedRecords, recordId } from './packed-records';
import { ReferenceIndex } from './reference-index';

const K = 50;
const QUERIES = 500;
const OVERLAP_QUERIES = 50;
const FULL_OVERLAP_QUERIES = 10;
const UPDATES = 2000;
const CHANGES_READ_AT_ONCE = 2000;

/** Bytes in use after a collection; the benchmark runs with --expose-gc. Buffers are freed at the second one. */
function bytesInUse(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function only(column: string, code: number): IndexFilter {
  const allowed = new Uint8Array(code + 1);
  allowed[code] = 1;
  return { columns: [{ column: COLUMNS.findIndex(({ name }) => name === column), allowed }] };
}

/** All figures of the index over `docs` generated records. */
export function measureIndex(docs: number) {
  const records = new PackedRecords(new GeneratedCorpus(ABSTRACTS, docs));
  const before = bytesInUse();
  let index = new SideIndex(COLUMNS);
  const buildMs = cpuMs(() => {
    index = SideIndex.build(COLUMNS, records.indexRecords());
  });
  const bytesPerRecord = (bytesInUse() - before) / docs;
  const queries = Array.from({ length: QUERIES }, (_, number) => benchQuery(records, number));
  const snapshot = index.snapshot();
  const loadMs = cpuMs(() => SideIndex.load(COLUMNS, snapshot));
  const reference = new ReferenceIndex(docs, (number) => records.keptVector(number));

  const district = only('district', DISTRICTS - 1);
  const tier = only('tier', TENTH_TIER);
  const text = (i: number) => ({ vector: queries[i % QUERIES]!.text });
  const cpu = cpuPerCall(
    {
      query: (i) => index.query(text(i), K),
      reference: (i) => reference.query(queries[i % QUERIES]!.text, K),
      candidates: (i) => index.candidates(text(i), K),
      allParts: (i) => index.query(queries[i % QUERIES]!.allParts, K),
      filter10: (i) => index.query(text(i), K, district),
      partition10: (i) => index.query(text(i), K, tier),
    },
    QUERIES,
  );
  const wall = wallOfCalls(4 * QUERIES, (i) => index.query(text(i), K));
  const overlap = textOverlap(index, reference, queries.slice(0, OVERLAP_QUERIES));
  const fullOverlap50 = fullOverlap(index, records, queries.slice(0, FULL_OVERLAP_QUERIES));
  const postings = queries.reduce((sum, query) => sum + reference.postings(query.text), 0);
  return {
    docs,
    build: { recordsPerSecond: (docs / buildMs) * 1000, bytesPerRecord },
    load: { recordsPerSecond: (docs / loadMs) * 1000 },
    query: { p50Ms: median(wall), p95Ms: quantile(wall, 0.95), cpuMs: cpu.query },
    allParts: { cpuMs: cpu.allParts },
    reference: { cpuMs: cpu.reference },
    overlap50: overlap.selected,
    candidates: { cpuMs: cpu.candidates },
    exact: { overlap50: overlap.answered, cpuMs: cpu.query },
    fullOverlap50,
    filter10: { cpuMs: cpu.filter10 },
    partition10: { cpuMs: cpu.partition10 },
    text: {
      termsPerRecord: records.termsPerRecord,
      termsPerQuery: queries.reduce((sum, query) => sum + query.text.terms.length, 0) / QUERIES,
      postingsPerRecord: postings / QUERIES / docs,
      fitted: ABSTRACTS_FIGURES,
    },
    ...measureChanges(index, records, text),
  };
}

/** Updates last: they change the index. Each puts the text of another record in a record's place. */
function measureChanges(
  index: SideIndex,
  records: PackedRecords,
  text: (i: number) => { vector: ReturnType<PackedRecords['text']> },
) {
  const { size } = records;
  const changed = (i: number) => {
    const number = (i * 7919) % size;
    return records.indexRecord((number + 1) % size, recordId(number));
  };
  const merged = SideIndex.load(COLUMNS, index.snapshot());
  const share = Math.floor(size / 20);
  const updates = Array.from({ length: Math.min(UPDATES, share) }, (_, i) => changed(i));
  const p50Ms = median(
    wallOfCalls(updates.length, (i) => {
      index.upsert(updates[i]!);
    }),
  );
  for (let i = updates.length; i < share; i++) {
    index.upsert(changed(i));
    // As the product does after each batch of changes.
    if (i % CHANGES_READ_AT_ONCE === 0) finish(index.tidying());
  }
  finish(index.tidying());
  const cpu = cpuPerCall(
    { dirty: (i) => index.query(text(i), K), clean: (i) => merged.query(text(i), K) },
    QUERIES,
  );
  return { update: { p50Ms }, dirty5: { cpuMs: cpu.dirty, cleanCpuMs: cpu.clean } };
}

/** At 10,000 records: one query, and every record's query against all. */
export function measureAtTenThousand() {
  const docs = 10_000;
  const records = new PackedRecords(new GeneratedCorpus(ABSTRACTS, docs));
  const index = SideIndex.build(COLUMNS, records.indexRecords());
  const texts = Array.from({ length: docs }, (_, number) => benchQuery(records, number).text);
  const ask = (i: number) => index.query({ vector: texts[i]! }, K);
  const { query } = cpuPerCall({ query: ask }, QUERIES);
  const p50Ms = median(wallOfCalls(4 * QUERIES, ask));
  const rounds = Array.from({ length: 3 }, () => cpuMs(repeat(docs, ask)) / 1000);
  return { query10k: { cpuMs: query, p50Ms }, allPairs10k: { seconds: median(rounds) } };
}
