import { choosePairs } from './choose-pairs';

const once = (count: number) => Array<number>(count).fill(1);

describe('the choice of pairs', () => {
  it('is the best by weight, not the largest', () => {
    const weights = Float64Array.of(5, 0, 10, 1);
    const free = { hosts: once(2), visitors: once(2), total: 2 };
    expect(choosePairs(weights, free)).toEqual([[1, 0]]);
  });

  it('gives up a good pair for two that are better together, and keeps the total', () => {
    const weights = Float64Array.of(9, 8, 7, 0);
    const both = { hosts: once(2), visitors: once(2), total: 2 };
    expect(choosePairs(weights, both)).toEqual([
      [0, 1],
      [1, 0],
    ]);
    expect(choosePairs(weights, { ...both, total: 1 })).toEqual([[0, 0]]);
  });
});
