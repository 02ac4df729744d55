import { needsReason } from './attribution';
import { expectedBy, type ScheduledActivity } from './time-marker';

const period = { signedFrom: '2022-01-01', signedTo: '2022-12-31' };
const activity = (over: Partial<ScheduledActivity>): ScheduledActivity => ({
  state: 'preparing',
  heldOn: null,
  month: null,
  ...over,
});

describe('what a goal asks for by a day', () => {
  it('is the share of the activities held by then', () => {
    const activities = [
      activity({ state: 'held', heldOn: '2022-05-01' }),
      activity({ heldOn: '2022-09-01' }),
    ];
    expect(expectedBy(20, activities, '2022-04-30', period)).toBe(0);
    expect(expectedBy(20, activities, '2022-05-01', period)).toBe(10);
  });

  it('grows with the days where no date is known', () => {
    expect(expectedBy(365, [activity({})], '2022-01-01', period)).toBe(1);
    expect(expectedBy(365, [activity({})], '2022-12-31', period)).toBe(365);
    expect(expectedBy(365, [activity({ month: 7 })], '2022-12-31', period)).toBe(0);
  });

  it('leaves out what was cancelled or merged', () => {
    const activities = [activity({ state: 'cancelled' }), activity({ state: 'online' })];
    expect(expectedBy(10, activities, '2022-06-01', period)).toBe(10);
    expect(expectedBy(10, [activity({ state: 'merged' })], '2022-06-01', period)).toBe(0);
  });
});

describe('the reason for an attribution', () => {
  it.each([
    ['2022-05-31', true],
    ['2022-06-01', false],
    ['2022-08-30', false],
    ['2022-08-31', true],
  ])('for a contract of %s is needed: %s', (day, needed) => {
    expect(needsReason(day, '2022-06-01', 90)).toBe(needed);
  });

  it('is not asked for without a date', () => {
    expect(needsReason('2022-05-31', null, 90)).toBe(false);
    expect(needsReason(null, '2022-06-01', 90)).toBe(false);
  });
});
