import type { RuleDraft } from '@server/plan/plan.schema';
import type { TargetRule } from '@server/plan/target-rule.schema';

const TAKEN_AWAY = ['quality', 'amount'] as const;

/** What differs between two readings of a rule, as the API takes it: null for a quality or amount that is gone. */
export function ruleChanges(before: TargetRule, after: TargetRule): RuleDraft['changes'] {
  const changed = (Object.keys(after) as (keyof TargetRule)[]).filter(
    (field) => after[field] !== undefined && JSON.stringify(after[field]) !== JSON.stringify(before[field]),
  );
  const gone = TAKEN_AWAY.filter((field) => before[field] !== undefined && after[field] === undefined);
  return Object.fromEntries([
    ...changed.map((field) => [field, after[field]] as const),
    ...gone.map((field) => [field, null] as const),
  ]);
}

/** '13,14；14' → [[13, 14], [14]]; what is no number is left out. */
export const groupsOf = (typed: string): number[][] =>
  typed
    .split(/[;；]/)
    .map((group) => (group.match(/\d+/g) ?? []).map(Number))
    .filter((group) => group.length > 0);

export const groupsText = (groups: readonly (readonly number[])[] | undefined): string =>
  (groups ?? []).map((group) => group.join(', ')).join('; ');
