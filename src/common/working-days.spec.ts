import fc from 'fast-check';
import { addDays } from './clock';
import { addWorkingDays, workingDaysUntil } from './working-days';

describe('working days', () => {
  it.each([
    ['a Monday', '2022-06-06', '2022-06-09'],
    ['over a weekend', '2022-06-09', '2022-06-14'],
    ['from a Saturday', '2022-06-11', '2022-06-15'],
  ])('counts three from %s', (_, day, due) => expect(addWorkingDays(day, 3)).toBe(due));

  it('counts back what it counted forth, and past what is due with a minus', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 0, max: 30 }), (start, count) => {
        const day = addDays('2022-01-01', start);
        const due = addWorkingDays(day, count);
        expect(workingDaysUntil(due, day)).toBe(count);
        expect(workingDaysUntil(day, due)).toBe(-count || 0);
      }),
    );
  });
});
