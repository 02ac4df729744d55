import { bulletOf } from './bullet';

describe('bulletOf', () => {
  it('is as long as the goal', () => {
    expect(bulletOf({ counted: 5, goal: 25, expected: 10, stated: true })).toEqual({
      filled: 20,
      marker: 40,
      isLate: true,
    });
  });

  it('grows with what is counted beyond the goal', () => {
    expect(bulletOf({ counted: 30, goal: 25, expected: 25, stated: true })).toMatchObject({
      filled: 100,
      isLate: false,
    });
  });

  it('never lags where the plan states no figure, and stands an empty goal', () => {
    expect(bulletOf({ counted: 0, goal: 0, expected: 0, stated: false })).toEqual({
      filled: 0,
      marker: 0,
      isLate: false,
    });
  });
});
