import fc from 'fast-check';
import { SideIndex } from './side-index';
import { bruteForce, COLUMNS, filters, queries, records } from './testing/index-arbitraries';

describe('selection', () => {
  it('leaves out nobody who scores more than the bound it gives', () => {
    fc.assert(
      fc.property(
        records,
        queries,
        filters,
        fc.integer({ min: 1, max: 250 }),
        (corpus, query, filter, count) => {
          const { ids, bound } = SideIndex.build(COLUMNS, corpus).candidates(query, count, filter);
          const passing = bruteForce(corpus, query, corpus.length, filter);
          expect(ids.length).toBeGreaterThanOrEqual(
            Math.min(count, passing.filter(({ score }) => score > bound).length),
          );
          for (const { id, score } of passing)
            if (!ids.includes(id)) expect(score).toBeLessThanOrEqual(bound);
        },
      ),
      { numRuns: 150, endOnFailure: true },
    );
  });

  it('gives a bound that tells the best from the rest', () => {
    fc.assert(
      fc.property(records, queries, (corpus, query) => {
        const { bound } = SideIndex.build(COLUMNS, corpus).candidates(query, 10);
        const largest = 5 * 8 * query.vector.weights.reduce((sum, weight) => sum + weight, 0);
        const tenth = bruteForce(corpus, query, 10)[9]?.score ?? 0;
        const mostPoints = 4;
        expect(bound).toBeLessThanOrEqual(tenth * 1.01 + largest / 50 + mostPoints / 1000);
      }),
      { numRuns: 150, endOnFailure: true },
    );
  });

  it('gives the same numbers in WebAssembly and in JavaScript', () => {
    fc.assert(
      fc.property(records, queries, filters, fc.integer({ min: 0, max: 12 }), (corpus, query, filter, k) => {
        const wasm = SideIndex.build(COLUMNS, corpus, 'wasm');
        const script = SideIndex.build(COLUMNS, corpus, 'script');
        expect(wasm.query(query, k, filter)).toEqual(script.query(query, k, filter));
        expect(wasm.candidates(query, k, filter)).toEqual(script.candidates(query, k, filter));
      }),
      { numRuns: 150, endOnFailure: true },
    );
  });
});
