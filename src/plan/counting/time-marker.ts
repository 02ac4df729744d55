import type { ActivityState } from '../../taxonomy/plan.vocabulary';

export interface ScheduledActivity {
  state: ActivityState;
  /** 'YYYY-MM-DD' */
  heldOn: string | null;
  /** Month of the plan's year, where only that is stated. */
  month: number | null;
}

interface Period {
  signedFrom: string;
  signedTo: string;
}

const OFF = new Set<ActivityState>(['cancelled', 'merged']);
const HELD = new Set<ActivityState>(['held', 'online']);
const DAY_MS = 86_400_000;
const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / DAY_MS;

/** Share of the period that has passed on `day`, 0 to 1. */
const passed = (day: string, { signedFrom, signedTo }: Period): number =>
  Math.min(1, Math.max(0, (daysBetween(signedFrom, day) + 1) / (daysBetween(signedFrom, signedTo) + 1)));

function shareHeld({ state, heldOn, month }: ScheduledActivity, day: string, period: Period): number {
  if (HELD.has(state)) return heldOn === null || heldOn <= day ? 1 : 0;
  if (heldOn !== null || month !== null || state === 'postponed') return 0;
  return passed(day, period);
}

/**
 * 应达: what the goal asks for by `day`, the goal times the share of the target's activities held by then; an activity
 * of which no date is known counts as the share of the period that has passed. Cancelled and merged ones are left out.
 */
export function expectedBy(
  goal: number,
  activities: readonly ScheduledActivity[],
  day: string,
  period: Period,
): number {
  const on = activities.filter(({ state }) => !OFF.has(state));
  if (on.length === 0) return 0;
  const share = on.reduce((sum, activity) => sum + shareHeld(activity, day, period), 0) / on.length;
  return Math.round(goal * share * 10) / 10;
}
