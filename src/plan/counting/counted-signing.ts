import type { SubjectFacts } from '../../signings/subject-facts.schema';
import type { Region } from '../../taxonomy/organisation.vocabulary';
import type { QualityWord, Subject } from '../../taxonomy/plan.vocabulary';
import type { Level, SigningKind } from '../../taxonomy/signing.vocabulary';
import type { TargetRule } from '../target-rule.schema';

/** A level that a subject has reached by one signing. */
export interface ReachedLevel {
  level: Level;
  /** 'YYYY-MM-DD' */
  on: string;
  documentIds: readonly string[];
}

/** One signing as it bears on one of its subjects. */
export interface CountedSigning {
  /** UUIDv7: the order of ids is the order in which signings were reported. */
  id: string;
  kind: SigningKind;
  /** Confirmed, and neither revoked nor void since. */
  confirmed: boolean;
  parkId: string;
  /** null: not stated, so that of the subject's first signing. */
  activityId: string | null;
  /** Who comes or brings it: the owner of a project. */
  organisationId: string | null;
  region: Region | null;
  /** The day of the contract or, without one, of the first paper; 'YYYY-MM-DD'. */
  day: string;
  /** 总投资 that its papers let count, whole 元. */
  yuan: number | null;
  facts: SubjectFacts;
  reached: readonly ReachedLevel[];
  /** The quality words a person has found to apply, each with the id of that decision. */
  qualities: Partial<Record<QualityWord, string>>;
}

export interface CountedSubject {
  kind: Subject;
  id: string;
}

export interface RuleVersion {
  version: number;
  /** The first contract day it judges, 'YYYY-MM-DD'. */
  effectiveFrom: string;
  rule: TargetRule;
}

/** What of a plan decides credits. */
export interface CountingPlan {
  id: string;
  /** Number of each activity by its id. */
  activities: ReadonlyMap<string, number>;
  targets: readonly { id: string; code: string; versions: readonly RuleVersion[] }[];
}

/**
 * The version that judges a signing of `day`: the latest that had begun by then, so that a rule changes nothing before
 * its date and a later version may reach further back. Undefined before the first.
 */
export const ruleOn = (versions: readonly RuleVersion[], day: string): RuleVersion | undefined =>
  versions
    .filter(({ effectiveFrom }) => effectiveFrom <= day)
    .reduce<RuleVersion | undefined>(
      (latest, version) => (latest && latest.version > version.version ? latest : version),
      undefined,
    );
