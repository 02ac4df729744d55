import { groupBy } from '../../common/group-by';
import type { CountedSigning, CountedSubject, CountingPlan } from '../counting/counted-signing';
import { ruleOn } from '../counting/counted-signing';
import { holderOf } from '../counting/attribution';
import type { TargetCredit } from '../counting/credits';
import { decideCredits, isLargeEnough, reachedInTime } from '../counting/decide-credits';
import { type Objection, objectionsTo } from '../counting/objections';
import { levelsMeant } from '../counting/credited-levels';
import { countedOf } from '../counting/readings';

export interface SubjectSignings {
  subject: CountedSubject;
  signings: readonly CountedSigning[];
}

/** What confirming a signing would make of one target's number. */
export interface TargetPreview {
  targetId: string;
  before: number;
  after: number;
  /** Why it does not count, and for how many of its subjects; empty when it does for all. */
  why: { code: Objection; subjects: number }[];
}

/** `standing`: the plan's standing credits as they are now. */
export function previewCredits(
  plan: CountingPlan,
  signingId: string,
  subjects: readonly SubjectSignings[],
  standing: readonly TargetCredit[],
): TargetPreview[] {
  const confirmed = subjects.map(({ subject, signings }) => ({
    subject,
    signings: signings.map((one) => (one.id === signingId ? { ...one, confirmed: true } : one)),
  }));
  const ids = new Set(subjects.map(({ subject }) => subject.id));
  const others = standing.filter(({ subjectId }) => !ids.has(subjectId));
  const wanted = confirmed.flatMap(({ subject, signings }) => decideCredits(plan, subject, signings).credits);
  return plan.targets.map((target) => {
    const ofTarget = (credits: readonly TargetCredit[]) =>
      credits.filter(({ targetId }) => targetId === target.id);
    const objections = confirmed.flatMap((one) =>
      objectionsOf(plan, target, signingId, one, ofTarget(wanted)),
    );
    return {
      targetId: target.id,
      before: countedOf(ofTarget(standing)),
      after: countedOf([...ofTarget(others), ...ofTarget(wanted)]),
      why: [...groupBy(objections, (code) => code)].map(([code, same]) => ({ code, subjects: same.length })),
    };
  });
}

function objectionsOf(
  plan: CountingPlan,
  { versions }: CountingPlan['targets'][number],
  signingId: string,
  { subject, signings }: SubjectSignings,
  wanted: readonly TargetCredit[],
): Objection[] {
  const signing = signings.find(({ id }) => id === signingId);
  const counted = wanted.find(({ subjectId, counts }) => counts && subjectId === subject.id);
  if (!signing || counted?.signingId === signingId) return [];
  const version = ruleOn(versions, signing.day);
  if (!version) return ['no-rule'];
  const { rule } = version;
  const holder = holderOf(
    signings.filter(({ confirmed }) => confirmed),
    plan,
  );
  const objections = objectionsTo(signing, plan.activities.get(holder?.activityId ?? ''), rule);
  if (objections.length > 0) return objections;
  if (counted) return ['reported-before'];
  if (!reachedInTime(signing, rule.countAt, rule)) {
    const meant = levelsMeant(rule.countAt, signing.kind, rule.settings);
    return signing.reached.some(({ level }) => meant.includes(level)) ? ['late'] : ['level'];
  }
  return isLargeEnough(signing.yuan, rule) ? [] : ['amount'];
}
