import { addDays } from '../../common/clock';
import type { CountedSigning, CountingPlan } from './counted-signing';

type Attributed = Pick<CountedSigning, 'id' | 'day' | 'activityId' | 'organisationId'>;

/**
 * The signing whose activity takes the subject: its first of any level, intention included, so that a later and higher
 * paper adds no project. After a change of owner it is the first of the latest owner.
 */
export function holderOf<S extends Attributed>(
  signings: readonly S[],
  plan: Pick<CountingPlan, 'activities'>,
): S | undefined {
  const inOrder = [...signings].sort((a, b) => compare(a.day, b.day) || compare(a.id, b.id));
  const latestOwner =
    inOrder.findLast(({ organisationId }) => organisationId !== null)?.organisationId ?? null;
  const before = inOrder.findLastIndex(
    ({ organisationId }) => organisationId !== null && organisationId !== latestOwner,
  );
  const inPlan = ({ activityId }: S) => activityId !== null && plan.activities.has(activityId);
  return inOrder.slice(before + 1).find(inPlan) ?? inOrder.slice(0, before + 1).findLast(inPlan);
}

/**
 * Whether a contract of `day` may be put down to an activity only with a reason: it is dated before the activity, or
 * more than `days` after it. An activity without a date asks for none.
 */
export const needsReason = (day: string | null, heldOn: string | null, days: number): boolean =>
  day !== null && heldOn !== null && (day < heldOn || day > addDays(heldOn, days));

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
