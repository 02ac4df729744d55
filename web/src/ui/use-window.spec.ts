import { windowOf } from './use-window';

describe('windowOf', () => {
  it('draws short lists whole', () => {
    expect(windowOf(150, 40, -4000, 900)).toEqual({ first: 0, last: 150 });
  });

  it('draws what is on the screen and a little around it', () => {
    expect(windowOf(5000, 40, 300, 900)).toEqual({ first: 0, last: 35 });
    expect(windowOf(5000, 40, -100_000, 900)).toEqual({ first: 2480, last: 2543 });
  });

  it('never leaves the list', () => {
    expect(windowOf(5000, 40, -1_000_000, 900)).toEqual({ first: 5000, last: 5000 });
    expect(windowOf(5000, 40, 10_000, 900)).toEqual({ first: 0, last: 0 });
  });
});
