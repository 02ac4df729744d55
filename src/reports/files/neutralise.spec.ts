import { neutralise } from './neutralise';

it.each([
  '=1+1',
  '+86 138',
  '-1',
  '@SUM(A1)',
  '＝HYPERLINK()',
  '＋1',
  '－1',
  '＠x',
  '  =1',
  '\t=1',
  '"=1',
  '\u200B=1',
  "'=1",
])('neutralises %j', (text) => expect(neutralise(text)).toBe(`'${text}`));

it.each(['密封件', 'NO.1', 'a=b', '3-5', '', '合同-2022', '100%'])('leaves %j', (text) =>
  expect(neutralise(text)).toBe(text),
);
