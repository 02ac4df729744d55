import { mostLagging } from './lag';

const target = (code: string, counted: number, expected: number, goal: number, stated = true) => ({
  code,
  counted,
  expected,
  goal,
  stated,
});

it('shows what is furthest behind by its own measure, and nothing that has no figure', () => {
  const targets = [
    target('on time', 5, 5, 10),
    target('a little', 90, 95, 100),
    target('far', 0, 4, 5),
    target('no figure', 0, 9, 9, false),
    target('half', 2, 7, 10),
  ];
  expect(mostLagging(targets, 2).map(({ code }) => code)).toEqual(['far', 'half']);
});
