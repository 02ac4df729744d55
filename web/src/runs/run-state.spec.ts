import { isOver, percentOf } from './run-state';

describe('a run', () => {
  it('is 100 percent only when everything is done', () => {
    expect(percentOf({ done: 999, total: 1000, state: 'running' })).toBe(99);
    expect(percentOf({ done: 0, total: 0, state: 'finished' })).toBe(100);
    expect(percentOf({ done: 0, total: 0, state: 'waiting' })).toBe(0);
  });

  it('is over when it failed or was cancelled', () => {
    expect(
      (['waiting', 'running', 'finished', 'cancelled', 'failed'] as const).map((state) => isOver({ state })),
    ).toEqual([false, false, true, true, true]);
  });
});
