import { recordCode } from './record-code';

describe('recordCode', () => {
  it('numbers each kind by year', () => {
    expect(recordCode('need', 2022, 137)).toBe('需-2022-0137');
    expect(recordCode('project', 2023, 1)).toBe('项-2023-0001');
  });

  it('keeps counting beyond four digits', () => {
    expect(recordCode('talent', 2022, 12_345)).toBe('才-2022-12345');
  });
});
