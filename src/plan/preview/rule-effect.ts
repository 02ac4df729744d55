import type { CountingPlan, RuleVersion } from '../counting/counted-signing';
import type { TargetCredit } from '../counting/credits';
import { decideCredits } from '../counting/decide-credits';
import { countedOf } from '../counting/readings';
import type { SubjectSignings } from './preview-credits';

/** What a new version of a rule would make of its target. */
export interface RuleEffect {
  before: number;
  after: number;
  /** Credits that would come and go, of those that count. */
  gained: TargetCredit[];
  lost: TargetCredit[];
}

/** Counts the target of `targetId` as it is, and as it would be with `next` as its latest version. */
export function ruleEffect(
  plan: CountingPlan,
  targetId: string,
  next: RuleVersion,
  subjects: readonly SubjectSignings[],
): RuleEffect {
  const changed: CountingPlan = {
    ...plan,
    targets: plan.targets.map((target) =>
      target.id === targetId ? { ...target, versions: [...target.versions, next] } : target,
    ),
  };
  const before = countingCredits(plan, targetId, subjects);
  const after = countingCredits(changed, targetId, subjects);
  const missingIn = (others: readonly TargetCredit[]) => {
    const keys = new Set(others.map(keyOf));
    return (credit: TargetCredit) => !keys.has(keyOf(credit));
  };
  return {
    before: countedOf(before),
    after: countedOf(after),
    gained: after.filter(missingIn(before)),
    lost: before.filter(missingIn(after)),
  };
}

const keyOf = ({ signingId, subjectId }: TargetCredit): string => `${signingId} ${subjectId}`;

const countingCredits = (
  plan: CountingPlan,
  targetId: string,
  subjects: readonly SubjectSignings[],
): TargetCredit[] =>
  subjects
    .flatMap(({ subject, signings }) => decideCredits(plan, subject, signings).credits)
    .filter((credit) => credit.targetId === targetId && credit.counts);
