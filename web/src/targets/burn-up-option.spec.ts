import { burnUpOption } from './burn-up-option';

const names = { counted: '已计入', expected: '应达', goal: '目标', forecast: '预计' };
const colours = { counted: 'a', expected: 'b', goal: 'c', text: 'd', line: 'e', ground: 'f' };
const outlook = { until: '2022-12-31', low: 5, mean: 8.2, high: 30 };
const point = (on: string, counted: number) => ({ on, counted, expected: 5 });

describe('burnUpOption', () => {
  it('spans the whole period and draws nothing the content policy would refuse', () => {
    const burnUp = { goal: 20, from: '2022-01-01', to: '2022-12-31', points: [point('2022-06-10', 1)] };
    expect(burnUpOption(burnUp, names, colours)).toMatchObject({
      xAxis: { min: '2022-01-01', max: '2022-12-31' },
      yAxis: { max: 20 },
      tooltip: { renderMode: 'richText' },
    });
  });

  it('makes room for more than the goal', () => {
    const burnUp = { goal: 2, from: '2022-01-01', to: '2022-12-31', points: [point('2022-06-10', 7)] };
    expect(burnUpOption(burnUp, names, colours)).toMatchObject({ yAxis: { max: 7 } });
  });

  it('draws what is to come from today to the end, and makes room for it', () => {
    const burnUp = { goal: 20, from: '2022-01-01', to: '2022-12-31', points: [point('2022-06-10', 4)] };
    const { series, yAxis } = burnUpOption(burnUp, names, colours, outlook) as {
      series: { name: string; data: unknown[] }[];
      yAxis: { max: number };
    };
    expect(yAxis.max).toBe(30);
    expect(series.at(-1)?.data).toEqual([
      ['2022-06-10', 4],
      ['2022-12-31', 8.2],
    ]);
  });

  it('has nothing to come once the period is over', () => {
    const over = { goal: 20, from: '2022-01-01', to: '2022-12-31', points: [point('2022-12-31', 4)] };
    const { series } = burnUpOption(over, names, colours, outlook) as { series: { name: string }[] };
    expect(series.map(({ name }) => name)).not.toContain('预计');
  });
});
