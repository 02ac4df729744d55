import fc from 'fast-check';
import { seededRandom } from '../seeded-random';
import type { SparseVector } from '../sparse-vector';
import type { IndexFilter, IndexQuery, IndexRecord } from './index-record';
import { type Steps, TURN_UNITS } from './pace';
import { SideIndex } from './side-index';
import { bruteForce, COLUMNS, filters, queries, records } from './testing/index-arbitraries';

type Change = { upsert: IndexRecord } | { remove: string } | 'merge' | 'reload';

const changes = records.chain((pool) =>
  fc.array(
    fc.oneof(
      fc.constantFrom(...pool).map((upsert): Change => ({ upsert })),
      fc.constantFrom(...pool).map(({ id }): Change => ({ remove: id })),
      fc.constantFrom<Change>('merge', 'reload'),
    ),
    { maxLength: 60 },
  ),
);

/** Makes the change on the index and on the map; answers the index to go on with. */
function apply(index: SideIndex, current: Map<string, IndexRecord>, change: Change): SideIndex {
  if (change === 'reload') return SideIndex.load(COLUMNS, index.snapshot());
  if (change === 'merge') index.merge();
  else if ('upsert' in change) {
    index.upsert(change.upsert);
    current.set(change.upsert.id, change.upsert);
  } else expect(index.remove(change.remove)).toBe(current.delete(change.remove));
  return index;
}

function counted<T>(work: Steps<T>): { steps: number; value: T } {
  for (let steps = 0; ; steps++) {
    const step = work.next();
    if (step.done === true) return { steps, value: step.value };
  }
}

describe('SideIndex', () => {
  it('ranks exactly as the brute force does, under filters', () => {
    fc.assert(
      fc.property(records, queries, filters, fc.integer({ min: 0, max: 40 }), (corpus, query, filter, k) => {
        const index = SideIndex.build(COLUMNS, corpus);
        expect(index.query(query, k, filter)).toEqual(bruteForce(corpus, query, k, filter));
      }),
      { numRuns: 150, endOnFailure: true },
    );
  });

  it('ranks exactly for queries of more terms than are looked at together', () => {
    const random = seededRandom(11);
    const vectorOf = (share: number): SparseVector => {
      const terms = Uint32Array.from({ length: 300 }, (_, i) => i * 14_000_000).filter(
        () => random() < share,
      );
      return { terms, weights: Float32Array.from(terms, () => Math.fround(random())) };
    };
    const corpus = Array.from({ length: 600 }, (_, i): IndexRecord => {
      const attributes = [i % 3, i % 5, 0];
      // Dense terms and sparse ones.
      return { id: `r${i}`, vector: vectorOf(i % 4 === 0 ? 0.2 : 0.04), attributes, parts: 1 };
    });
    const some: IndexFilter = { columns: [{ column: 0, allowed: Uint8Array.of(1, 0, 1) }] };
    for (const kernel of ['wasm', 'script'] as const) {
      const index = SideIndex.build(COLUMNS, corpus, kernel);
      for (const filter of [{}, some]) {
        const query = { vector: vectorOf(0.7) };
        expect(index.query(query, 150, filter)).toEqual(bruteForce(corpus, query, 150, filter));
      }
    }
  });

  it('answers alike whether records came by building, updates, merges or a snapshot', () => {
    fc.assert(
      fc.property(records, changes, queries, filters, (corpus, steps, query, filter) => {
        let index = SideIndex.build(COLUMNS, corpus);
        const current = new Map(corpus.map((record) => [record.id, record]));
        for (const step of steps) index = apply(index, current, step);
        const expected = bruteForce([...current.values()], query, 20, filter);
        expect(index.query(query, 20, filter)).toEqual(expected);
        expect(index.size).toBe(current.size);
      }),
      { numRuns: 150, endOnFailure: true },
    );
  });

  it('answers alike while changes are sealed into blocks step by step', () => {
    const [corpus = []] = fc.sample(records, { numRuns: 1, seed: 7 });
    const asked = fc.sample(queries, { numRuns: 20, seed: 7 });
    const current = new Map<string, IndexRecord>();
    const index = SideIndex.build(COLUMNS, []);
    let [tidying, steps] = [index.tidying(), 0];
    for (let i = 0; i < 9000; i++) {
      const record = { ...corpus[i % corpus.length]!, id: `c${(i * 7) % 5000}` };
      index.upsert(record);
      current.set(record.id, record);
      if (i % 11 === 0) expect(index.remove(`c${i % 5000}`)).toBe(current.delete(`c${i % 5000}`));
      if (i % 50 !== 0) continue;
      if (tidying.next().done === true) tidying = index.tidying();
      else {
        steps++;
        const query = asked[steps % asked.length]!;
        expect(index.query(query, 30)).toEqual(bruteForce([...current.values()], query, 30));
      }
    }
    expect(steps).toBeGreaterThan(0);
    expect(index.size).toBe(current.size);
    for (const query of asked)
      expect(index.query(query, 30)).toEqual(bruteForce([...current.values()], query, 30));
  });

  it('lets others have their turn while it is built, changed and tidied', () => {
    const TERMS = 200;
    const corpus = Array.from({ length: 1500 }, (_, i): IndexRecord => {
      const terms = Uint32Array.from({ length: TERMS }, (_, t) => (t < 20 ? t : (i % 97) * 1000 + t));
      return {
        id: `r${i}`,
        vector: { terms, weights: new Float32Array(TERMS).fill(1) },
        attributes: [0, 0, i % 5],
        parts: 1,
      };
    });
    /** Each posting is looked at so many times at least: read, numbered, placed. */
    const leastSteps = (postings: number): number => (0.95 * 3 * postings) / TURN_UNITS;
    const building = counted(SideIndex.building(COLUMNS, corpus));
    expect(building.steps).toBeGreaterThan(leastSteps(corpus.length * TERMS));
    const index = building.value;
    const few = { terms: corpus[0]!.vector.terms.subarray(0, 50), weights: new Float32Array(50).fill(1) };
    for (let i = 0; i < 4200; i++) index.upsert({ ...corpus[0]!, id: `n${i}`, vector: few });
    expect(counted(index.tidying()).steps).toBeGreaterThan(leastSteps(4200 * 50));
    expect(index.pace.longest).toBeLessThan(2 * TURN_UNITS);
  });

  it('lets the last of equal ids win when building', () => {
    const record = (education: number): IndexRecord => ({
      id: 'a',
      vector: { terms: Uint32Array.of(1), weights: Float32Array.of(1) },
      attributes: [education, 0, 0],
      parts: 0,
    });
    const index = SideIndex.build(COLUMNS, [record(1), record(2)]);
    const query: IndexQuery = { vector: { terms: Uint32Array.of(1), weights: Float32Array.of(1) } };
    const only = (code: number): IndexFilter => ({
      columns: [{ column: 0, allowed: Uint8Array.from({ length: 3 }, (_, i) => Number(i === code)) }],
    });
    expect(index.size).toBe(1);
    expect(index.query(query, 5, only(1))).toEqual([]);
    expect(index.query(query, 5, only(2))).toEqual([{ id: 'a', score: 1 }]);
  });

  it('refuses records that it cannot hold', () => {
    const record: IndexRecord = {
      id: 'a',
      vector: { terms: Uint32Array.of(1, 2), weights: Float32Array.of(1, 1) },
      attributes: [0, 0, 0],
      parts: 0,
    };
    const index = SideIndex.build(COLUMNS, []);
    const vector = (terms: number[], weights: number[]) => ({
      terms: Uint32Array.from(terms),
      weights: Float32Array.from(weights),
    });
    for (const broken of [
      { ...record, attributes: [0, 0] },
      { ...record, attributes: [0, 0, 65_536] },
      { ...record, parts: 256 },
      { ...record, vector: vector([2, 1], [1, 1]) },
      { ...record, vector: vector([1], [1, 1]) },
      { ...record, vector: vector([1], [512]) },
      { ...record, vector: vector([1], [NaN]) },
      { ...record, vector: vector([1], [-1]) },
    ])
      expect(() => index.upsert(broken)).toThrow(RangeError);
    expect(index.size).toBe(0);
    expect(index.query({ vector: record.vector }, 5)).toEqual([]);
  });
});
