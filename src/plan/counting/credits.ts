import type { CountLevel } from '../../taxonomy/count-levels';
import type { Region } from '../../taxonomy/organisation.vocabulary';
import type { Subject } from '../../taxonomy/plan.vocabulary';
import type { EntryIdentity } from './ledger';

/** First ledger: the activity that a subject belongs to, exclusively. */
export interface ActivityCredit {
  subjectKind: Subject;
  subjectId: string;
  activityId: string;
  signingId: string;
  parkId: string;
}

/** Second ledger: a subject counted for a target at a level, by one signing. */
export interface TargetCredit {
  targetId: string;
  signingId: string;
  subjectKind: Subject;
  subjectId: string;
  level: CountLevel;
  /** Whether this is the level, and the amount, that the target counts; else it is shown beside. */
  counts: boolean;
  /** What is counted once, by the rule's `distinctBy`. */
  countedId: string;
  activityId: string;
  parkId: string;
  organisationId: string | null;
  region: Region | null;
  /** 总投资 of the subject with later increments, whole 元. */
  yuan: number | null;
  /** 'YYYY-MM-DD' */
  reachedOn: string;
  /** The papers that prove the level. */
  proof: readonly string[];
  ruleVersion: number;
  qualityDecisionId: string | null;
}

export const activityLedger: EntryIdentity<ActivityCredit> = {
  keyOf: ({ subjectId }) => subjectId,
  contentOf: ({ activityId, signingId, parkId }) => [activityId, signingId, parkId].join(),
};

/** A new paper, decision or rule version that changes none of this writes nothing. */
export const targetLedger: EntryIdentity<TargetCredit> = {
  keyOf: ({ signingId, subjectId, targetId, level }) => [signingId, subjectId, targetId, level].join(),
  contentOf: ({ counts, countedId, activityId, parkId, organisationId, region, yuan }) =>
    JSON.stringify([counts, countedId, activityId, parkId, organisationId, region, yuan]),
};
