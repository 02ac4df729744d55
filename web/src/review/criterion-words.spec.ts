import type { Say } from '../i18n/use-messages';
import { criterionWords } from './criterion-words';

const say: Say = (key, values) => `${key}(${Object.values(values ?? {}).join(',')})`;
const speech = { say, label: (vocabulary: string, code: string) => `${vocabulary}:${code}` };

describe('criterionWords', () => {
  it('speaks of ranks by their vocabulary', () => {
    expect(criterionWords('degree', { atLeast: 'master' }, speech)).toBe('value.atLeast(degrees:master)');
    expect(criterionWords('engagement', { anyOf: ['full-time', 'flexible'] }, speech)).toBe(
      'engagements:full-timelist.separator()engagements:flexible',
    );
  });

  it('speaks of money in 万元', () => {
    expect(criterionWords('pay', { min: 200_000, max: 300_000 }, speech)).toBe(
      'value.range(money.wan(20),money.wan(30))',
    );
    expect(criterionWords('budget', { max: 150_000_000 }, speech)).toBe('value.atMost(money.yi(1.5))');
  });

  it('names a place that is said twice once, and nothing where nothing is stated', () => {
    expect(criterionWords('city', ['太原', '太原'], speech)).toBe('太原');
    expect(criterionWords('city', null, speech)).toBeUndefined();
    expect(criterionWords('pay', {}, speech)).toBeUndefined();
  });
});
