import fc from 'fast-check';
import { findFit } from '../score/fit-of-score';
import { type PartNumbers, scoreOfParts } from '../score/part-values';
import { seededRandom } from '../seeded-random';
import { comparisonsOf, type Decision } from './comparisons';
import { fitCalibration } from './fit-calibration';
import { isHeldBack, judgeWeights } from './judge-weights';
import { learnWeights } from './learn-weights';

const before = { text: 0.6, meaning: 0.1, tags: 0.2, criteria: 0.1 };
const values = (text: number, tags: number | null, criteria: number | null = null): PartNumbers => ({
  text,
  meaning: null,
  tags,
  criteria,
});

/** People who go by tags: of each demand's rows, listed by today's score, they take the one whose tags fit best. */
function recorded(demands: number): Decision[] {
  const random = seededRandom(7);
  return Array.from({ length: demands }, (_, at) => `need-${at}`).flatMap((demandId) => {
    const rows = Array.from({ length: 6 }, (_, n) => ({
      supplyId: `supply-${n}`,
      values: values(random(), random(), random() < 0.5 ? random() : null),
    })).sort((a, b) => scoreOfParts(b.values, before) - scoreOfParts(a.values, before));
    const wanted = rows.reduce((a, b) => ((b.values.tags ?? 0) > (a.values.tags ?? 0) ? b : a));
    const declined = rows[0]!;
    const chosen = { ...wanted, demandId, fits: true, above: rows.slice(0, rows.indexOf(wanted)) };
    return declined === wanted ? [chosen] : [{ ...declined, demandId, fits: false, above: [] }, chosen];
  });
}

const learnt = (decisions: readonly Decision[]) => {
  const all = comparisonsOf(decisions);
  const held = all.filter(({ demandId }) => isHeldBack(demandId));
  const weights = learnWeights(
    all.filter((one) => !held.includes(one)),
    before,
  );
  return { weights, verdict: judgeWeights(held, before, weights) };
};

describe('learning weights from decisions', () => {
  it('gives the same candidate and verdict for the same decisions, whatever their order', () => {
    const decisions = recorded(150);
    const first = learnt(decisions);
    const { weights, verdict } = learnt(decisions);
    expect({ weights, verdict }).toEqual(first);
    expect(learnt([...decisions].reverse()).weights).toEqual(first.weights);
    expect(first.weights).toEqual({ text: 0.11, meaning: 0.1, tags: 0.69, criteria: 0.1 });
    expect(first.verdict).toMatchObject({ isBetter: true });
    expect(first.verdict.after).toBeGreaterThan(first.verdict.before);
  });

  it('changes little after few decisions, and nothing after none', () => {
    expect(learnWeights([], before)).toEqual(before);
    const { weights, verdict } = learnt(recorded(4));
    expect(Math.abs(weights.tags - before.tags)).toBeLessThan(0.15);
    expect(verdict.isBetter).toBe(false);
  });

  it('does not prefer weights that order no better', () => {
    const held = comparisonsOf(recorded(150));
    const doubled = { text: 1.2, meaning: 0.2, tags: 0.4, criteria: 0.2 };
    expect(judgeWeights(held, before, doubled)).toMatchObject({ difference: 0, isBetter: false });
  });

  it('says nothing about rows below a choice, nor about rows decided for reasons that do not teach', () => {
    const above = [
      { supplyId: 'passed', values: values(0.9, 0) },
      { supplyId: 'settled', values: values(0.8, 0) },
    ];
    const decisions: Decision[] = [
      { demandId: 'd', supplyId: 'chosen', fits: true, values: values(0.5, 1), above },
      { demandId: 'd', supplyId: 'settled', fits: null, values: values(0.8, 0), above: [] },
      { demandId: 'd', supplyId: 'declined', fits: false, values: values(0.2, 0), above: [] },
    ];
    const comparisons = comparisonsOf(decisions);
    expect(comparisons.map(({ worse }) => worse.text)).toEqual([0.2, 0.9]);
    expect(comparisons[0]!.weight + comparisons[1]!.weight).toBeCloseTo(1);
    expect(comparisons[1]!.weight).toBeLessThan(comparisons[0]!.weight);
  });
});

describe('calibration', () => {
  const labels = fc.array(
    fc.record({ score: fc.double({ min: 0, max: 100, noNaN: true }), fits: fc.boolean() }),
    { minLength: 300, maxLength: 600 },
  );

  it('never falls as the score rises, and is never certain', () => {
    fc.assert(
      fc.property(labels, (labelled) => {
        const calibration = fitCalibration(labelled)!;
        const fits = Array.from({ length: 101 }, (_, score) => findFit(score, calibration)!);
        expect(fits).toEqual([...fits].sort((a, b) => a - b));
        expect(fits.every((fit) => fit > 0 && fit < 1)).toBe(true);
        expect(calibration.scores).toEqual([...calibration.scores].sort((a, b) => a - b));
      }),
      { numRuns: 30 },
    );
  });

  it('says of each score how many such pairs fit', () => {
    const random = seededRandom(3);
    const labelled = Array.from({ length: 5000 }, () => {
      const score = 100 * random();
      return { score, fits: random() < score / 100 };
    });
    for (const score of [10, 30, 50, 70, 90])
      expect(findFit(score, fitCalibration(labelled))).toBeCloseTo(score / 100, 1);
  });

  it('is not shown before 300 pairs are labelled', () => {
    const labelled = Array.from({ length: 299 }, (_, score) => ({ score, fits: score > 100 }));
    expect(findFit(50, fitCalibration(labelled))).toBeUndefined();
    expect(findFit(50, fitCalibration([...labelled, { score: 1, fits: false }]))).toBeGreaterThan(0);
    expect(fitCalibration([])).toBeUndefined();
  });
});
