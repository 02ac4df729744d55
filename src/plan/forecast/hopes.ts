import type { SubjectFacts } from '../../signings/subject-facts.schema';
import type { Region } from '../../taxonomy/organisation.vocabulary';
import type { Subject } from '../../taxonomy/plan.vocabulary';
import type { SigningKind } from '../../taxonomy/signing.vocabulary';
import { groupBy } from '../../common/group-by';
import { type CountedSigning, ruleOn, type RuleVersion } from '../counting/counted-signing';
import { isLargeEnough } from '../counting/decide-credits';
import { objectionsTo } from '../counting/objections';
import type { TargetRule } from '../target-rule.schema';
import type { ForecastStage } from './chances';

/** What may yet count for a target. */
export interface Hope {
  targetId: string;
  /** What the target would count once. */
  countedId: string;
  stage: ForecastStage;
  /** A signing alone does not count: the target counts a later level. */
  later: boolean;
  matchId?: string;
}

/** What a match would be signed as, as far as can be said today. */
export interface Prospect {
  matchId: string;
  stage: ForecastStage;
  kind: SigningKind;
  subject: { kind: Subject; id: string };
  organisationId: string | null;
  region: Region | null;
  /** 总投资 as the record states it, whole 元. */
  yuan: number | null;
  facts: SubjectFacts;
}

interface Target {
  id: string;
  versions: readonly RuleVersion[];
}

/** What cannot be known before the contract, and is not held against a match. */
const OPEN_YET = new Set(['origin-unknown']);

/**
 * The targets that a match would count for if it were signed on `day` and put down to a fitting activity. A quality that a person has
 * still to find is not expected.
 */
export function hopesOf(prospect: Prospect, targets: readonly Target[], day: string): Hope[] {
  const { matchId, stage, kind, subject, organisationId, region, facts, yuan } = prospect;
  const signing: Pick<CountedSigning, 'kind' | 'day' | 'region' | 'facts' | 'qualities'> = {
    ...{ kind, day, region, facts },
    qualities: {},
  };
  return targets.flatMap(({ id: targetId, versions }) => {
    const rule = ruleOn(versions, day)?.rule;
    if (!rule || !isLargeEnough(yuan, rule)) return [];
    if (objectionsTo(signing, rule.activities[0], rule).some((objection) => !OPEN_YET.has(objection)))
      return [];
    const countedId = rule.distinctBy === 'organisation' ? (organisationId ?? subject.id) : subject.id;
    return [{ targetId, countedId, stage, later: needsMore(rule), matchId }];
  });
}

export const needsMore = ({ countAt }: Pick<TargetRule, 'countAt'>): boolean => countAt !== 'signed';

/** The likeliest hope for each thing that a target counts once; what is counted already is no hope. */
export function likeliest(
  hopes: readonly Hope[],
  chance: (hope: Hope) => number,
  isCounted: (targetId: string, countedId: string) => boolean,
): Hope[] {
  const open = hopes.filter(({ targetId, countedId }) => !isCounted(targetId, countedId));
  const same = groupBy(open, ({ targetId, countedId }) => `${targetId} ${countedId}`);
  return [...same.values()].map((rivals) =>
    rivals.reduce((best, rival) => (chance(rival) > chance(best) ? rival : best)),
  );
}
