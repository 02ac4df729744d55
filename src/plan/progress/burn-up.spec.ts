import { rule2022 } from '../counting/testing/builders';
import { burnUpOf } from './burn-up';

const rule = rule2022('T03');
const span = { from: '2022-01-01', to: '2022-12-31', until: '2022-07-15' };
const held = (heldOn: string) => ({ state: 'held' as const, heldOn, month: null });

describe('burn-up', () => {
  it('counts a subject once, on the first day it was proved', () => {
    const points = burnUpOf(
      [
        { countedId: 'a', reachedOn: '2022-06-20' },
        { countedId: 'a', reachedOn: '2022-05-10' },
        { countedId: 'b', reachedOn: '2022-06-20' },
      ],
      rule,
      [],
      span,
    );
    expect(points.find(({ on }) => on === '2022-05-10')?.counted).toBe(1);
    expect(points.find(({ on }) => on === '2022-06-20')?.counted).toBe(2);
    expect(points.at(-1)).toMatchObject({ on: '2022-07-15', counted: 2 });
  });

  it('raises what should be reached on the day of each activity', () => {
    const points = burnUpOf([], rule, [held('2022-06-01'), held('2022-09-01')], span);
    const expected = (day: string) => points.find(({ on }) => on === day)?.expected;
    expect(expected('2022-05-31')).toBe(0);
    expect(expected('2022-06-01')).toBe(10);
    expect(points.map(({ on }) => on)).not.toContain('2022-09-01');
  });

  it('begins and ends with the period, in order, each day once', () => {
    const days = burnUpOf([], rule, [], { ...span, until: '2023-03-01' }).map(({ on }) => on);
    expect([days[0], days.at(-1)]).toEqual(['2022-01-01', '2022-12-31']);
    expect(days).toEqual([...new Set(days)].sort());
    expect(days.filter((day) => day.endsWith('-31')).length).toBe(7);
  });
});
