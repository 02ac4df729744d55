import fc from 'fast-check';
import type { SparseVector } from '../../sparse-vector';
import { roundImpact } from '../impact';
import type { Column, Hit, IndexFilter, IndexQuery, IndexRecord } from '../index-record';

export const COLUMNS: readonly Column[] = [
  { name: 'tier', partition: true },
  { name: 'region', partition: true },
  { name: 'education' },
];
const TERMS = 40;
const CODES = 5;

/** Small ids meet often; a multiplication spreads them as hashes do. */
function spread(term: number): number {
  return Math.imul(term + 1, 0x9e3779b1) >>> 0;
}

const weight = fc.oneof(
  fc.constantFrom(0.25, 0.5, 1),
  fc.double({ min: 0.0001, max: 8, noNaN: true }).map(Math.fround),
);

export const vectors: fc.Arbitrary<SparseVector> = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 0, max: TERMS - 1 }), weight), {
    selector: ([term]) => term,
    maxLength: 12,
  })
  .map((entries) => {
    const sorted = entries.map(([term, w]) => [spread(term), w] as const).sort((a, b) => a[0] - b[0]);
    return {
      terms: Uint32Array.from(sorted, ([term]) => term),
      weights: Float32Array.from(sorted, ([, w]) => w),
    };
  });

/** Some codes fall into the class of a smaller one. */
const code = fc.oneof(fc.integer({ min: 0, max: CODES - 1 }), fc.constantFrom(16, 17, 35));

/** Distinct ids; sizes below and above the point from which terms become dense. */
export const records: fc.Arbitrary<IndexRecord[]> = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 0, max: 999 }).map((number) => `r${number}`),
    vector: vectors,
    attributes: fc.array(code, { minLength: COLUMNS.length, maxLength: COLUMNS.length }),
    parts: fc.constantFrom(0, 1, 3, 255),
  }),
  { selector: ({ id }) => id, minLength: 1, maxLength: 200, size: 'max' },
);

const share = fc.oneof(fc.constantFrom(0, 0.5, 1, NaN), fc.float({ min: 0, max: 1, noNaN: true }));

const criterion = fc.record({
  column: fc.integer({ min: 0, max: 2 }),
  weight: fc.constantFrom(1, 2),
  values: fc
    .tuple(fc.array(share, { minLength: CODES - 1, maxLength: CODES }), fc.boolean())
    .map(([values, long]) =>
      Float64Array.from(long ? Array.from({ length: 36 }, (_, i) => values[i % CODES] ?? NaN) : values),
    ),
});

/** A number by parts: none, one, or all. */
function byParts(most: number): fc.Arbitrary<Float64Array> {
  return fc
    .tuple(...[0, 1, 2].map(() => fc.float({ min: 0, max: most, noNaN: true })))
    .map(([none, one, all]) =>
      Float64Array.from({ length: 256 }, (_, parts) => (parts === 0 ? none! : parts === 1 ? one! : all!)),
    );
}

export const queries: fc.Arbitrary<IndexQuery> = fc.record(
  {
    vector: vectors,
    multiplier: byParts(3),
    criteria: fc.record({
      columns: fc.uniqueArray(criterion, { selector: ({ column }) => column, maxLength: 3 }),
      points: byParts(4),
      multiplierWhenUnknown: byParts(5),
    }),
  },
  { requiredKeys: ['vector'] },
);

export const filters: fc.Arbitrary<IndexFilter | undefined> = fc.option(
  fc.record({
    columns: fc.array(
      fc.record({
        column: fc.integer({ min: 0, max: 2 }),
        allowed: fc
          .tuple(fc.array(fc.constantFrom(0, 1), { minLength: 1, maxLength: CODES }), fc.boolean())
          .map(([values, long]) =>
            Uint8Array.from(long ? Array.from({ length: 36 }, (_, i) => values[i % values.length]!) : values),
          ),
      }),
      { maxLength: 2 },
    ),
  }),
  { nil: undefined },
);

/** The definition of the score, read off `IndexQuery` and nothing else, over plain maps. */
export function bruteForce(
  corpus: readonly IndexRecord[],
  query: IndexQuery,
  k: number,
  filter: IndexFilter = {},
): Hit[] {
  return corpus
    .filter(({ attributes }) => {
      const columns = filter.columns ?? [];
      return columns.every(({ column, allowed }) => allowed[attributes[column]!] === 1);
    })
    .map((record) => ({ id: record.id, score: scoreOf(record, query) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, k);
}

function scoreOf(record: IndexRecord, query: IndexQuery): number {
  const asked = new Map([...query.vector.terms].map((term, i) => [term, query.vector.weights[i]!]));
  let dot = 0;
  for (const [i, term] of [...record.vector.terms].entries())
    dot += (asked.get(term) ?? 0) * roundImpact(record.vector.weights[i]!);
  const score = (query.multiplier?.[record.parts] ?? 1) * dot;
  if (query.criteria === undefined || query.criteria.columns.length === 0) return score;
  const { columns, points, multiplierWhenUnknown } = query.criteria;
  let [sum, known] = [0, 0];
  for (const { column, weight, values } of columns) {
    const value = values[record.attributes[column]!];
    if (value === undefined || Number.isNaN(value)) continue;
    sum += weight * value;
    known += weight;
  }
  const most = points[record.parts]!;
  return known > 0
    ? score + most * (sum / known)
    : Math.min(multiplierWhenUnknown[record.parts]! * dot, score + most);
}
