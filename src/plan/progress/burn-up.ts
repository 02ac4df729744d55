import { expectedBy, type ScheduledActivity } from '../counting/time-marker';
import type { TargetRule } from '../target-rule.schema';

/** Where a target stood at the end of one day. */
export interface BurnUpPoint {
  /** 'YYYY-MM-DD' */
  on: string;
  counted: number;
  /** 应达. */
  expected: number;
}

interface Step {
  countedId: string;
  /** The day the level was reached. */
  reachedOn: string;
}

interface Span {
  from: string;
  to: string;
  /** The last day for which anything is known. */
  until: string;
}

/**
 * A target's way through the plan's period: a point for its first day, each day on which the number or 应达 changes, and
 * `until`. Days are those of the proof, not of the entry, so a late report appears where it belongs.
 */
export function burnUpOf(
  counting: readonly Step[],
  rule: Pick<TargetRule, 'goal' | 'settings'>,
  activities: readonly (ScheduledActivity & { heldOn: string | null })[],
  { from, to, until }: Span,
): BurnUpPoint[] {
  const first = new Map<string, string>();
  for (const { countedId, reachedOn } of counting) {
    const known = first.get(countedId);
    if (known === undefined || reachedOn < known) first.set(countedId, reachedOn);
  }
  const reached = [...first.values()];
  const held = activities.flatMap(({ heldOn }) => heldOn ?? []);
  const last = until < to ? until : to;
  const days = [from, ...reached, ...held, ...monthEnds(from, last), last]
    .filter((day) => day >= from && day <= last)
    .sort();
  return [...new Set(days)].map((on) => ({
    on,
    counted: reached.filter((day) => day <= on).length,
    expected: expectedBy(rule.goal, activities, on, rule.settings),
  }));
}

/** The last days of the months between: an activity without a date is due little by little. */
function monthEnds(from: string, to: string): string[] {
  const ends: string[] = [];
  const end = new Date(`${from.slice(0, 7)}-01T00:00:00Z`);
  for (;;) {
    end.setUTCMonth(end.getUTCMonth() + 1, 0);
    const day = end.toISOString().slice(0, 10);
    if (day > to) return ends;
    ends.push(day);
    end.setUTCDate(end.getUTCDate() + 1);
  }
}
