import { bandOf } from './forecast';

describe('the band of a forecast', () => {
  const forecast = { goal: 20, counted: 4, low: 6, high: 10, open: 9 };

  it('lies between low and high, in percent of the bar', () => {
    expect(bandOf(forecast)).toEqual({ left: 30, width: 20 });
  });

  it('ends where the bar ends', () => {
    expect(bandOf({ ...forecast, low: 15, high: 30 })).toEqual({ left: 75, width: 25 });
  });

  it('is none where nothing is open', () => {
    expect(bandOf({ ...forecast, open: 0, low: 4, high: 4 })).toBeUndefined();
  });
});
