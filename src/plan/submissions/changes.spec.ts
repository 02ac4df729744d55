import { rowsOf } from './changes';

const credit = (
  id: string,
  over: { reachedOn?: string; reverses?: string; reason?: string | null } = {},
) => ({
  id,
  sign: over.reverses === undefined ? (1 as const) : (-1 as const),
  reverses: over.reverses ?? null,
  reachedOn: over.reachedOn ?? '2022-06-10',
  cause: 'revoke',
  reason: over.reason ?? null,
});
const marks = (...args: Parameters<typeof rowsOf>) =>
  rowsOf(...args).map(({ line, change, reason }) => [line.id, change, reason]);

const june = { creditIds: new Set(['a', 'b']), cutOffDay: '2022-06-30' };

describe('the rows of a submission', () => {
  it('are all new in the first one, without what was taken back before it', () => {
    expect(marks([credit('a'), credit('b'), credit('x', { reverses: 'b' })], undefined)).toEqual([
      ['a', 'new', null],
    ]);
  });

  it('mark what is new, what comes late and what was withdrawn since, and why', () => {
    const lines = [
      credit('a'),
      credit('b'),
      credit('late', { reachedOn: '2022-06-30' }),
      credit('new', { reachedOn: '2022-07-01' }),
      credit('x', { reverses: 'b', reason: '材料不实' }),
    ];
    expect(marks(lines, june)).toEqual([
      ['a', 'reported', null],
      ['b', 'withdrawn', '材料不实'],
      ['late', 'late', null],
      ['new', 'new', null],
    ]);
  });

  it('withdraw a credit once: it is gone from the submission after', () => {
    const lines = [credit('a'), credit('b'), credit('x', { reverses: 'b' })];
    expect(marks(lines, { creditIds: new Set(['a']), cutOffDay: '2022-07-31' })).toEqual([
      ['a', 'reported', null],
    ]);
  });
});
