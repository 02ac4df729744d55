import { groupBy } from '../../common/group-by';
import type { CountLevel } from '../../taxonomy/count-levels';
import type { Region } from '../../taxonomy/organisation.vocabulary';
import type { TargetRule } from '../target-rule.schema';
import { creditedLevels } from './credited-levels';
import type { TargetCredit } from './credits';

type Counted = Pick<
  TargetCredit,
  'level' | 'counts' | 'countedId' | 'organisationId' | 'activityId' | 'region' | 'yuan'
>;

/** A number of a target, and by which reading of the plan's words it is counted. */
export type Reading =
  | { by: 'level'; level: CountLevel; counted: number }
  | { by: 'activities'; activities: readonly number[]; counted: number }
  | { by: 'distinct'; distinctBy: string; counted: number }
  | { by: 'amount'; scope: 'each' | 'total'; counted: number; yuan: number; goalYuan: number };

const distinct = <C extends Pick<Counted, 'countedId'>>(
  credits: readonly C[],
  idOf = ({ countedId }: C): string => countedId,
): number => new Set(credits.map(idOf)).size;

/** The target's number: distinct subjects at its level. `credits` are its standing ones. */
export const countedOf = (credits: readonly Pick<Counted, 'counts' | 'countedId'>[]): number =>
  distinct(credits.filter(({ counts }) => counts));

/** Every number that belongs beside the target's own: its levels, and what else its words may mean. */
export function readingsOf(
  rule: TargetRule,
  credits: readonly Counted[],
  activities: ReadonlyMap<string, number>,
): Reading[] {
  const counted = credits.filter(({ counts }) => counts);
  const within = (group: readonly number[]) =>
    counted.filter(({ activityId }) => group.includes(activities.get(activityId) ?? -1));
  const { alternatives } = rule;
  return [
    ...creditedLevels(rule).map((level): Reading => ({
      by: 'level',
      level,
      counted: distinct(credits.filter((credit) => credit.level === level)),
    })),
    ...amountReadings(rule, credits),
    ...(alternatives.activities ?? []).map((group): Reading => ({
      by: 'activities',
      activities: group,
      counted: distinct(within(group)),
    })),
    ...(alternatives.distinctBy
      ? [
          {
            by: 'distinct' as const,
            distinctBy: alternatives.distinctBy,
            counted: distinct(counted, ({ organisationId, countedId }) => organisationId ?? countedId),
          },
        ]
      : []),
  ];
}

function amountReadings({ amount, countAt }: TargetRule, credits: readonly Counted[]): Reading[] {
  if (!amount) return [];
  const atLevel = credits.filter(({ level }) => level === countAt);
  const reading = (scope: 'each' | 'total', taken: readonly Counted[]): Reading => ({
    by: 'amount',
    scope,
    counted: distinct(taken),
    yuan: taken.reduce((sum, { yuan }) => sum + (yuan ?? 0), 0),
    goalYuan: amount.yuan,
  });
  return [
    reading(
      'each',
      atLevel.filter(({ yuan }) => yuan !== null && yuan >= amount.yuan),
    ),
    reading('total', atLevel),
  ];
}

/** Where the counted subjects come from; 'unknown' where nobody stated it. */
export function countByRegion(credits: readonly Counted[]): Partial<Record<Region | 'unknown', number>> {
  const groups = groupBy(
    credits.filter(({ counts }) => counts),
    ({ region }) => region ?? ('unknown' as const),
  );
  return Object.fromEntries([...groups].map(([region, same]) => [region, distinct(same)]));
}
