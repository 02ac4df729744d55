import { countOf, firstTab, percentOf } from './import-state';

describe('an import on the screen', () => {
  it('opens with the rows that need a person', () => {
    expect(firstTab({ counts: { ready: 488, failed: 1 } })).toBe('doubtful');
    expect(firstTab({ counts: { created: 488, same: 2 } })).toBe('done');
    expect(firstTab({ counts: {} })).toBe('ready');
  });

  it('counts the rows of a tab over its states', () => {
    expect(countOf({ counts: { known: 2, same: 3, kept: 4, ready: 5 } }, 'known')).toBe(9);
  });

  it('is never further than it is', () => {
    expect(percentOf({ done: 499, total: 500 })).toBe(99);
    expect(percentOf({ done: 0, total: 0 })).toBe(0);
  });
});
