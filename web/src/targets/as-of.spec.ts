import { dayOf, endOfDay } from './as-of';

describe('as of a day', () => {
  it('means its end in the zone of the plan, and comes back as the same day', () => {
    expect(endOfDay('2022-06-30')).toBe('2022-06-30T23:59:59+08:00');
    expect(dayOf(endOfDay('2022-06-30'))).toBe('2022-06-30');
    expect(dayOf('2022-06-30T20:00:00Z')).toBe('2022-07-01');
  });

  it('means now without a day', () => {
    expect([endOfDay(''), dayOf(undefined)]).toEqual([undefined, '']);
  });
});
