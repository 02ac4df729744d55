import seed from '../../seed/sx-2022.plan.json';
import { planSeedSchema } from '../../plan-seed.schema';
import { ruleOf, type TargetRule } from '../../target-rule.schema';
import type { CountedSigning, CountingPlan } from '../counted-signing';

const plan2022 = planSeedSchema.parse(seed);

/** The rule of a target of 2022, with changes. */
export function rule2022(code: string, over: Partial<TargetRule> = {}): TargetRule {
  const target = plan2022.targets.find((candidate) => candidate.code === code);
  if (!target) throw new RangeError(code);
  return { ...ruleOf(target, plan2022.settings), ...over };
}

/** The plan of 2022, or these targets of it; the activity of number n has the id `act-n`. */
export function countingPlan2022(codes = plan2022.targets.map(({ code }) => code)): CountingPlan {
  return {
    id: 'plan',
    activities: new Map(plan2022.activities.map(({ number }) => [`act-${number}`, number])),
    targets: codes.map((code) => ({
      id: code,
      code,
      versions: [{ version: 1, effectiveFrom: '2022-01-01', rule: rule2022(code) }],
    })),
  };
}

/** A confirmed project signing of June 2022 with its contract. */
export const aSigning = (over: Partial<CountedSigning> = {}): CountedSigning => ({
  id: 'signing-1',
  kind: 'project',
  confirmed: true,
  parkId: 'park-1',
  activityId: 'act-4',
  organisationId: 'organisation-1',
  region: 'outside-province',
  day: '2022-06-10',
  yuan: null,
  facts: { tags: [] },
  reached: [{ level: 'signed', on: '2022-06-10', documentIds: ['contract'] }],
  qualities: {},
  ...over,
});
