import { slotsFrom } from './slots';

it('makes slots with pauses, none past midnight', () => {
  expect(slotsFrom('09:00', 3, 20, 5)).toEqual([
    { from: '09:00', to: '09:20' },
    { from: '09:25', to: '09:45' },
    { from: '09:50', to: '10:10' },
  ]);
  expect(slotsFrom('23:00', 5, 30, 0)).toHaveLength(1);
});
