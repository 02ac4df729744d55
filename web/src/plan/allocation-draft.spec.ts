import { activityKey, allocationsOf, parkKey, sharesOf, sumOf } from './allocation-draft';

const shares = new Map([
  [parkKey('NO.1'), 12],
  [parkKey('NO.2'), 10],
  [parkKey('NO.3'), null],
  [activityKey(3), 15],
]);

describe('allocation', () => {
  it('adds up parks and activities apart, and says how far above the goal', () => {
    expect(sumOf(shares, 'park', 20)).toEqual({ given: 22, over: 2, open: 0 });
    expect(sumOf(shares, 'activity', 20)).toEqual({ given: 15, over: 0, open: 5 });
  });

  it('is sent without empty shares, and read back as it was', () => {
    const sent = allocationsOf(shares).allocations;
    expect(sent).toEqual([
      { park: 'NO.1', goal: 12 },
      { park: 'NO.2', goal: 10 },
      { activity: 3, goal: 15 },
    ]);
    const view = {
      ...{ goal: 20, toParks: 22, toActivities: 15 },
      allocations: sent.map((share) => ({ park: null, activity: null, counted: 0, ...share })),
    };
    expect(allocationsOf(sharesOf(view)).allocations).toEqual(sent);
  });
});
