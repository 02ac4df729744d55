import { burnUpOption } from './burn-up-option';

const names = { counted: '已计入', expected: '应达', goal: '目标' };
const colours = { counted: 'a', expected: 'b', goal: 'c', text: 'd', line: 'e', ground: 'f' };
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
});
