import { queryString } from './query-string';

describe('queryString', () => {
  it('leaves out what is not asked for', () => {
    expect(queryString({ q: '', park: undefined, tag: null, status: [] })).toBe('');
  });

  it('joins several values with commas and escapes', () => {
    expect(queryString({ q: '碳 纤维', status: ['draft', 'submitted'], limit: 50, mine: false })).toBe(
      '?q=%E7%A2%B3+%E7%BA%A4%E7%BB%B4&status=draft%2Csubmitted&limit=50&mine=false',
    );
  });
});
