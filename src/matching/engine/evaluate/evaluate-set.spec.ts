import type { MatchRecord } from '../record';
import { PARTS } from '../model';
import { featurise } from '../features';
import { buildModel } from '../build-model';
import { collectStatistics } from '../collect-statistics';
import { scorePair } from '../score/score-pair';
import { anyDemand, anySupply, record, TREE } from '../testing/records';
import fc from 'fast-check';
import { bootstrapMean } from './bootstrap';
import { corpusScorer } from './corpus-scorer';
import { evaluateSet } from './evaluate-set';
import { measureQuery, ndcg, pairAccuracy } from './metrics';

describe('metrics', () => {
  const grades = new Map([
    ['a', 3],
    ['b', 1],
    ['c', 0],
  ]);

  it('follow their formulas', () => {
    const ideal = 3 + 1 / Math.log2(3);
    expect(ndcg(['b', 'x', 'a'], grades, 10)).toBeCloseTo((1 + 3 / 2) / ideal, 12);
    expect(ndcg(['a', 'b', 'c'], grades, 10)).toBe(1);
    const measured = measureQuery(['x', 'a', 'y', 'b'], () => 0, grades, 1);
    expect(measured).toMatchObject({ mrr: 1 / 2, map: (1 / 2 + 2 / 4) / 2, recall10: 1 });
  });

  it('weigh pairs by the difference of grades, ties half', () => {
    const scores: Record<string, number> = { a: 1, b: 1, c: 2 };
    // a over b (2) ties, a over c (3) and b over c (1) are wrong.
    expect(pairAccuracy((id) => scores[id] ?? 0, grades)).toBeCloseTo(1 / 6, 12);
    expect(pairAccuracy(() => 0, new Map([['a', 1]]))).toBeNull();
  });

  it('give the same interval for the same values', () => {
    const interval = bootstrapMean([0, 1, 1, 0, 1]);
    expect(interval).toEqual(bootstrapMean([0, 1, 1, 0, 1]));
    expect(interval.low).toBeLessThan(0.6);
    expect(interval.high).toBeGreaterThan(0.6);
  });
});

describe('evaluateSet', () => {
  it('scores a corpus exactly as scorePair does', () => {
    fc.assert(
      fc.property(fc.array(anySupply, { minLength: 1, maxLength: 5 }), anyDemand, (corpus, query) => {
        const features = [...corpus, query].map((r) => featurise(r, TREE));
        const model = buildModel({ version: 0, statistics: collectStatistics(features) });
        const asked = featurise(query, TREE);
        const expected = corpus.map((r) => scorePair(asked, featurise(r, TREE), model).score);
        const scores = corpusScorer({ corpus, queries: [query] }, TREE, PARTS)(query);
        expect([...scores]).toEqual(expected);
      }),
      { numRuns: 50 },
    );
  });

  it('leaves out queries without a relevant document and ranks only judged documents of a pool', () => {
    const document = (id: string, text: string): MatchRecord => record({ id, text });
    const query = (id: string, text: string): MatchRecord => record({ id, text, kind: 'technology-need' });
    const row = evaluateSet(
      {
        name: 'small',
        corpus: [document('d1', '碳化硅单晶'), document('d2', '碳化硅单晶生长'), document('d3', '葡萄')],
        queries: [query('q1', '碳化硅单晶生长炉'), query('q2', '葡萄')],
        judgements: new Map([
          [
            'q1',
            new Map([
              ['d1', 2],
              ['d3', 0],
            ]),
          ],
          ['q2', new Map([['d3', 1]])],
        ]),
        relevantGrade: 2,
        pooled: true,
      },
      TREE,
      ['text'],
    );
    expect(row).toMatchObject({ set: 'small', n: 1, ndcg10: 1, pairAccuracy: 1 });
  });
});
