import { groupBy } from '../../common/group-by';
import type { CountLevel } from '../../taxonomy/count-levels';
import type { TargetRule } from '../target-rule.schema';
import { holderOf } from './attribution';
import {
  type CountedSigning,
  type CountedSubject,
  type CountingPlan,
  type ReachedLevel,
  ruleOn,
  type RuleVersion,
} from './counted-signing';
import { creditedLevels, levelsMeant } from './credited-levels';
import type { ActivityCredit, TargetCredit } from './credits';
import { objectionsTo } from './objections';

export interface Decision {
  activity?: ActivityCredit;
  credits: TargetCredit[];
}

interface Candidate {
  signing: CountedSigning;
  version: RuleVersion;
  level: CountLevel;
  reached: ReachedLevel;
}

/**
 * The credits that a subject deserves by all its signings, from scratch and whatever was written before. A subject
 * reported by several signings is credited once at a level, to the one reported first.
 */
export function decideCredits(
  plan: CountingPlan,
  subject: CountedSubject,
  signings: readonly CountedSigning[],
): Decision {
  const confirmed = signings.filter(
    ({ confirmed, activityId }) => confirmed && (activityId === null || plan.activities.has(activityId)),
  );
  const holder = holderOf(confirmed, plan);
  const activityId = holder?.activityId;
  if (!holder || !activityId) return { credits: [] };
  const named = { subjectKind: subject.kind, subjectId: subject.id };
  const credits = plan.targets.flatMap(({ id, versions }) => {
    const candidates = candidatesFor(versions, confirmed, plan.activities.get(activityId));
    return [...groupBy(candidates, ({ level }) => level).values()].map((same) =>
      creditOf(same, { targetId: id, activityId, ...named }),
    );
  });
  return {
    activity: { ...named, activityId, signingId: holder.id, parkId: holder.parkId },
    credits,
  };
}

function candidatesFor(
  versions: readonly RuleVersion[],
  signings: readonly CountedSigning[],
  activity: number | undefined,
): Candidate[] {
  return signings.flatMap((signing) => {
    const version = ruleOn(versions, signing.day);
    if (!version || objectionsTo(signing, activity, version.rule).length > 0) return [];
    return creditedLevels(version.rule).flatMap((level) => {
      const reached = reachedInTime(signing, level, version.rule);
      return reached ? [{ signing, version, level, reached }] : [];
    });
  });
}

/** The earliest proof of a counting level within the plan's period. */
export function reachedInTime(
  { kind, reached }: Pick<CountedSigning, 'kind' | 'reached'>,
  level: CountLevel,
  { settings }: TargetRule,
): ReachedLevel | undefined {
  const meant = levelsMeant(level, kind, settings);
  const last = level === 'signed' ? settings.signedTo : settings.landedBy;
  return reached
    .filter((one) => meant.includes(one.level) && one.on >= settings.signedFrom && one.on <= last)
    .reduce<ReachedLevel | undefined>((first, one) => (first && first.on <= one.on ? first : one), undefined);
}

type Named = Pick<TargetCredit, 'targetId' | 'activityId' | 'subjectKind' | 'subjectId'>;

/** `same`: all of one level, at least one. */
function creditOf(same: readonly Candidate[], named: Named): TargetCredit {
  const { signing, version, level, reached } = same.reduce((first, other) =>
    other.signing.id < first.signing.id ? other : first,
  );
  const { rule } = version;
  const yuan = investmentOf(
    same.map((candidate) => candidate.signing),
    signing.parkId,
  );
  return {
    ...named,
    signingId: signing.id,
    level,
    counts: level === rule.countAt && isLargeEnough(yuan, rule),
    countedId: countedIdOf(named, signing, rule),
    parkId: signing.parkId,
    organisationId: signing.organisationId,
    region: signing.region,
    yuan,
    reachedOn: reached.on,
    proof: reached.documentIds,
    ruleVersion: version.version,
    qualityDecisionId: (rule.quality && signing.qualities[rule.quality]) ?? null,
  };
}

/** An investment added later increases the amount; the same project from another park is a conflict, not an increase. */
function investmentOf(signings: readonly CountedSigning[], parkId: string): number | null {
  const stated = signings.filter((signing) => signing.parkId === parkId && signing.yuan !== null);
  return stated.length === 0 ? null : stated.reduce((sum, { yuan }) => sum + (yuan ?? 0), 0);
}

/** Where the plan's words leave open whether each or all together must reach the amount, only the stricter counts. */
export const isLargeEnough = (yuan: number | null, { amount }: Pick<TargetRule, 'amount'>): boolean =>
  amount === undefined || amount.scope === 'total' || (yuan !== null && yuan >= amount.yuan);

/** A cooperation that founds nothing is itself what a target of bases counts. */
function countedIdOf(
  { subjectKind, subjectId }: Named,
  signing: CountedSigning,
  { distinctBy }: TargetRule,
): string {
  if (subjectKind === distinctBy) return subjectId;
  if (distinctBy === 'organisation') return signing.organisationId ?? subjectId;
  return signing.kind === 'cooperation' ? signing.id : subjectId;
}
