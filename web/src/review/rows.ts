import type {
  ShortlistEntryView,
  ShortlistProgress,
  ShortlistView,
} from '@server/matching/shortlists/shortlist.schema';
import type { Decision } from '@server/matching/review/review.schema';

export type Row = ShortlistEntryView;
export type Stage = NonNullable<Row['match']>['stage'];

export const stageOf = (row: Row): Stage => row.match?.stage ?? 'suggested';

/** Nobody has decided on it, or it came back because a record changed. */
export const isOpenRow = (row: Row): boolean => stageOf(row) === 'suggested' || row.changedSinceDeclined;

export interface RowFilter {
  show?: 'open' | 'done';
  q?: string;
}

/** The rows a filter leaves, in the order of the list. */
export function rowsOf(list: ShortlistView, { show, q }: RowFilter): Row[] {
  const sought = q?.trim().toLowerCase();
  return list.entries.filter(
    (row) =>
      (show === undefined || (show === 'open') === isOpenRow(row)) &&
      (!sought || `${row.supply.code} ${row.supply.title}`.toLowerCase().includes(sought)),
  );
}

/** The row `step` places on from `id`, staying at the ends; the first when `id` is not there. */
export function neighbour(rows: readonly Row[], id: string | undefined, step: 1 | -1): Row | undefined {
  const at = rows.findIndex((row) => row.supply.id === id);
  if (at < 0) return rows[0];
  return rows[Math.min(Math.max(at + step, 0), rows.length - 1)];
}

/** Where to go on after deciding `id`: the next open row, else the next, else stay. */
export function nextOpen(rows: readonly Row[], id: string): Row | undefined {
  const at = rows.findIndex((row) => row.supply.id === id);
  const after = rows.slice(at + 1);
  return after.find(isOpenRow) ?? after[0] ?? rows[at];
}

export type Step = Pick<Decision, 'to' | 'reason' | 'note'>;

/** The request for deciding `row`, with what was on the screen: without it a decision cannot teach. */
export function decisionOf(
  list: ShortlistView,
  rows: readonly Row[],
  row: Row,
  step: Step,
  filter: string,
): Decision {
  const place = rows.findIndex(({ supply }) => supply.id === row.supply.id);
  return {
    pairKind: list.pairKind,
    demandId: list.demand.id,
    supplyId: row.supply.id,
    version: row.match?.version ?? 0,
    ...step,
    shown: {
      rank: row.rank,
      listLength: list.entries.length,
      filter,
      above: rows
        .slice(0, Math.max(place, 0))
        .slice(-50)
        .map(({ supply }) => supply.id),
    },
  };
}

/** The list with one row's match replaced. */
export const withMatch = (list: ShortlistView, supplyId: string, match: Row['match']): ShortlistView => ({
  ...list,
  entries: list.entries.map((row) =>
    row.supply.id === supplyId ? { ...row, match, changedSinceDeclined: false } : row,
  ),
});

/** Whether the server has a list by now that would show other rows, or better ones. */
export function hasNewer(
  { updatedAt, outdated }: Pick<ShortlistView, 'updatedAt' | 'outdated'>,
  live: ShortlistProgress,
): boolean {
  if (live.changedAt !== null && live.changedAt > updatedAt) return true;
  return outdated && live.updatedAt !== null && live.updatedAt > updatedAt;
}

/** What became of a row since the list last changed: how many places up (below 0: down), or that it is new. */
export function movementOf(list: Pick<ShortlistView, 'changed'>, row: Row): number | 'new' | null {
  if (list.changed === null) return null;
  if (row.previousRank === null) return 'new';
  return row.previousRank === row.rank ? null : row.previousRank - row.rank;
}
