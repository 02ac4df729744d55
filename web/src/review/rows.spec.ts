import type { ShortlistView } from '@server/matching/shortlists/shortlist.schema';
import {
  decisionOf,
  hasNewer,
  isOpenRow,
  movementOf,
  neighbour,
  nextOpen,
  type Row,
  rowsOf,
  type Stage,
  withMatch,
} from './rows';

const row = (id: string, rank: number, stage?: Stage): Row => ({
  rank,
  supply: {
    id,
    kind: 'talent',
    code: `才-2022-${rank}`,
    title: `焊工 ${id}`,
    tags: [],
    parkId: null,
    organisationId: null,
    disclosure: 'full',
    profile: null,
    version: 1,
  },
  score: 90 - rank,
  fit: null,
  parts: { text: 1, meaning: null, tags: 1, criteria: 1 },
  outdated: false,
  match: stage ? { id: `m-${id}`, code: `配-${id}`, stage, version: 3 } : null,
  changedSinceDeclined: false,
  previousRank: null,
  sharing: { possible: true, why: null, consent: 'missing' },
  protection: null,
});
const list = (entries: Row[]) =>
  ({ pairKind: 'hiring-talent', demand: { id: 'need' }, entries }) as unknown as ShortlistView;

const rows = [row('a', 1, 'shortlisted'), row('b', 2), row('c', 3, 'declined'), row('d', 4)];

describe('the rows of a review', () => {
  it('are told apart by whether somebody decided', () => {
    expect(rowsOf(list(rows), { show: 'open' }).map((r) => r.supply.id)).toEqual(['b', 'd']);
    expect(rowsOf(list(rows), { show: 'done' }).map((r) => r.supply.id)).toEqual(['a', 'c']);
    expect(isOpenRow({ ...row('c', 3, 'declined'), changedSinceDeclined: true })).toBe(true);
  });

  it('are found by a part of code or title, whatever the case', () => {
    expect(rowsOf(list(rows), { q: ' 焊工 B' }).map((r) => r.supply.id)).toEqual(['b']);
  });

  it('are walked one by one, staying at the ends', () => {
    expect(neighbour(rows, 'a', -1)?.supply.id).toBe('a');
    expect(neighbour(rows, 'a', 1)?.supply.id).toBe('b');
    expect(neighbour(rows, 'd', 1)?.supply.id).toBe('d');
    expect(neighbour(rows, undefined, 1)?.supply.id).toBe('a');
  });

  it('lead on to the next one that is open', () => {
    expect(nextOpen(rows, 'b')?.supply.id).toBe('d');
    expect(nextOpen(rows, 'd')?.supply.id).toBe('d');
  });
});

describe('decisionOf', () => {
  it('names the version judged and what stood above', () => {
    const decision = decisionOf(list(rows), rows, rows[2] as Row, { to: 'suggested' }, 'show=open');
    expect(decision).toMatchObject({
      supplyId: 'c',
      version: 3,
      shown: { rank: 3, listLength: 4, filter: 'show=open', above: ['a', 'b'] },
    });
  });

  it('names version 0 while there is no match', () => {
    expect(decisionOf(list(rows), rows, rows[1] as Row, { to: 'shortlisted' }, '').version).toBe(0);
  });
});

describe('withMatch', () => {
  it('replaces one row and leaves the others as they are', () => {
    const before = list(rows);
    const after = withMatch(before, 'b', { id: 'm', code: '配', stage: 'on-hold', version: 2 });
    expect(after.entries[1]?.match?.stage).toBe('on-hold');
    expect(after.entries[0]).toBe(before.entries[0]);
  });
});

describe('what changed', () => {
  const list = { updatedAt: '2022-06-01T08:00:00.000Z', outdated: false };
  const live = { updatedAt: '2022-06-01T09:00:00.000Z', changedAt: null, entries: 4 };

  it('is offered only where the rows would be others, or the demand was edited', () => {
    expect(hasNewer(list, live)).toBe(false);
    expect(hasNewer({ ...list, outdated: true }, live)).toBe(true);
    expect(hasNewer(list, { ...live, changedAt: live.updatedAt })).toBe(true);
  });

  it('is told of each row', () => {
    const changed = { at: list.updatedAt, entered: 1, left: 0 };
    const movement = (previousRank: number | null) =>
      movementOf({ changed }, { ...row('a', 3), previousRank });
    expect([null, 3, 5, 1].map(movement)).toEqual(['new', null, 2, -2]);
    expect(movementOf({ changed: null }, row('a', 3))).toBeNull();
  });
});
