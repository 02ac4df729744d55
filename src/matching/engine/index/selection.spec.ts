import fc from 'fast-check';
import { SideIndex } from './side-index';
import { bruteForce, COLUMNS, filters, queries, records } from './testing/index-arbitraries';

describe('query by selection', () => {
  it('ranks exactly as the brute force, and misses only what the sums cannot tell from 0', () => {
    fc.assert(
      fc.property(records, queries, filters, (corpus, query, filter) => {
        const hits = SideIndex.build(COLUMNS, corpus).queryQuickly(query, 200, filter);
        const expected = bruteForce(corpus, query, 200, filter);
        const found = new Set(hits.map(({ id }) => id));
        expect(hits).toEqual(expected.filter(({ id }) => found.has(id)));
        const largest = 3 * 8 * query.vector.weights.reduce((sum, weight) => sum + weight, 0);
        for (const { id, score } of expected) if (!found.has(id)) expect(score).toBeLessThan(largest / 100);
      }),
      { numRuns: 150, endOnFailure: true },
    );
  });

  it('gives the same numbers in WebAssembly and in JavaScript', () => {
    fc.assert(
      fc.property(records, queries, filters, fc.integer({ min: 0, max: 12 }), (corpus, query, filter, k) => {
        const wasm = SideIndex.build(COLUMNS, corpus, 'wasm');
        const script = SideIndex.build(COLUMNS, corpus, 'script');
        expect(wasm.queryQuickly(query, k, filter)).toEqual(script.queryQuickly(query, k, filter));
      }),
      { numRuns: 150, endOnFailure: true },
    );
  });
});
