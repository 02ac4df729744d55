import { before, endOf, longPeriod, monthOf, weekOf } from './period';

it('has weeks from Monday to Sunday', () => {
  for (const day of ['2022-06-13', '2022-06-15', '2022-06-19'])
    expect(weekOf(day)).toEqual({ from: '2022-06-13', to: '2022-06-19' });
  expect(weekOf('2023-01-01')).toEqual({ from: '2022-12-26', to: '2023-01-01' });
});

it('has whole months', () => {
  expect(monthOf('2024-02-29')).toEqual({ from: '2024-02-01', to: '2024-02-29' });
  expect(monthOf('2022-12-05')).toEqual({ from: '2022-12-01', to: '2022-12-31' });
});

it('begins and ends at midnight in Shanghai, and never after now', () => {
  const week = weekOf('2022-06-15');
  expect(before(week).toISOString()).toBe('2022-06-12T15:59:59.999Z');
  expect(endOf(week, new Date('2022-07-01T00:00:00Z')).toISOString()).toBe('2022-06-19T15:59:59.999Z');
  const now = new Date('2022-06-15T08:00:00Z');
  expect(endOf(week, now)).toEqual(now);
});

it('is written as officials write it', () => {
  expect(longPeriod({ from: '2022-06-13', to: '2022-06-19' }, 'zh-CN')).toBe('2022年6月13日至6月19日');
  expect(longPeriod({ from: '2022-12-26', to: '2023-01-01' }, 'zh-CN')).toBe('2022年12月26日至2023年1月1日');
});
