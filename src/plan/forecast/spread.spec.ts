import fc from 'fast-check';
import { chanceOfAtLeast, intervalOf, meanOf, successes } from './spread';

/** mulberry32: the same plans in every run. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** As good as known: a beta distribution that is almost a point. */
const known = (chance: number) => ({ a: chance * 1e6, b: (1 - chance) * 1e6 });
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** No prior weighs less than 1 on either side. */
const group = fc.record({
  n: fc.integer({ min: 0, max: 12 }),
  a: fc.double({ min: 1, max: 50, noNaN: true }),
  b: fc.double({ min: 1, max: 50, noNaN: true }),
  share: fc.double({ min: 0, max: 1, noNaN: true }),
});

describe('the number of successes', () => {
  it('is a distribution whose mean is the sum of the chances', () => {
    fc.assert(
      fc.property(fc.array(group, { maxLength: 5 }), (groups) => {
        const chances = successes(groups);
        expect(chances).toHaveLength(1 + sum(groups.map(({ n }) => n)));
        expect(sum(chances)).toBeCloseTo(1, 9);
        const mean = sum(groups.map(({ n, a, b, share }) => (n * a * share) / (a + b)));
        expect(meanOf(chances)).toBeCloseTo(mean, 1);
      }),
    );
  });

  it('of one group is the beta-binomial distribution', () => {
    // Two trials under Beta(2, 3): P(0) = 0.4, P(1) = 0.4, P(2) = 0.2.
    const chances = successes([{ n: 2, a: 2, b: 3, share: 1 }]);
    [0.4, 0.4, 0.2].forEach((chance, k) => expect(chances[k]).toBeCloseTo(chance, 4));
  });

  it('of a thousand is still one', () => {
    const chances = successes([{ n: 1000, ...known(0.3), share: 1 }]);
    expect(sum(chances)).toBeCloseTo(1, 9);
    expect(meanOf(chances)).toBeCloseTo(300, 0);
  });
});

describe('the interval', () => {
  it('covers 75 to 85 % of a thousand plans whose chances are known', () => {
    const random = randomOf(2022);
    const stages = [0.1, 0.2, 0.5, 0.8];
    let covered = 0;
    for (let plan = 0; plan < 1000; plan++) {
      const groups = stages.map((chance) => ({
        n: Math.floor(random() * 30),
        ...known(chance),
        share: 1,
        chance,
      }));
      const { low, high } = intervalOf(successes(groups), 0.8);
      const signed = sum(
        groups.map(({ n, chance }) => Array.from({ length: n }).filter(() => random() < chance).length),
      );
      if (signed >= low && signed <= high) covered++;
    }
    expect(covered).toBeGreaterThanOrEqual(750);
    expect(covered).toBeLessThanOrEqual(850);
  });

  it('covers as much where the chances have to be learnt', () => {
    const random = randomOf(7);
    let covered = 0;
    for (let plan = 0; plan < 1000; plan++) {
      // The truth is drawn from the prior, then 40 ended matches are seen and 25 are open.
      const chance = [random(), random(), random()].sort()[1] ?? 0;
      const won = Array.from({ length: 40 }).filter(() => random() < chance).length;
      const { low, high } = intervalOf(successes([{ n: 25, a: 2 + won, b: 2 + 40 - won, share: 1 }]), 0.8);
      const signed = Array.from({ length: 25 }).filter(() => random() < chance).length;
      if (signed >= low && signed <= high) covered++;
    }
    expect(covered).toBeGreaterThanOrEqual(750);
    expect(covered).toBeLessThanOrEqual(850);
  });

  it('lies within what is possible, around the middle', () => {
    fc.assert(
      fc.property(fc.array(group, { maxLength: 4 }), (groups) => {
        const chances = successes(groups);
        const { low, high } = intervalOf(chances, 0.8);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThan(chances.length);
        expect(low).toBeLessThanOrEqual(high);
        expect(chanceOfAtLeast(chances, low)).toBeGreaterThan(0.5);
      }),
    );
  });
});
