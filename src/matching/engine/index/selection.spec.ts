import fc from 'fast-check';
import { SideIndex } from './side-index';
import { bruteForce, COLUMNS, filters, queries, records } from './testing/index-arbitraries';

describe('selection', () => {
  it('names all that match, but for what the sums cannot tell from 0', () => {
    fc.assert(
      fc.property(records, queries, filters, (corpus, query, filter) => {
        const named = SideIndex.build(COLUMNS, corpus).candidates(query, 200, filter);
        const largest = 3 * 8 * query.vector.weights.reduce((sum, weight) => sum + weight, 0);
        const missed = bruteForce(corpus, query, 200, filter).filter(({ id }) => !named.includes(id));
        for (const { score } of missed) expect(score).toBeLessThan(largest / 100);
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
