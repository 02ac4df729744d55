import type { DuplicateKind } from '../duplicate-kind';

/** Whatever can be merged, the person behind a talent included. */
export type Merged = DuplicateKind | 'person';

/** What a merge says it moves. */
export const LINK_NAMES = [
  'users',
  'needs',
  'projects',
  'talents',
  'files',
  'matches',
  'shares',
  'signings',
  'subjects',
  'guests',
  'meetings',
  'alerts',
  'lists',
  'contacts',
  'consents',
  'requests',
  'merged',
] as const;
export type LinkName = (typeof LINK_NAMES)[number];

/** A column that leads to what can be merged; the merge points it at the one that stays. */
export interface Link {
  name: LinkName;
  table: string;
  column: string;
  of: readonly Merged[];
  /** An array of ids. */
  list?: true;
  /** The columns a row is known by; `id` where nothing is said. */
  key?: readonly string[];
  /** SQL about the row t: those that are not pointed anew. */
  except?: string;
  /** SQL about the row t and the row o of the one that stays: where it holds t would be there twice, and stays where it is. */
  twice?: string;
  /** Its rows come and go by themselves, so that a new one does not stand in the way of taking the merge back. */
  byItself?: true;
}

const RECORDS = ['need', 'project', 'talent'] as const;
const MATCHED = `t.merged_into IS NOT NULL`;

/**
 * Every column that refers to what can be merged, and moves with a merge. A column of the database that is neither here nor in
 * {@link STAYING} fails test/duplicates/links.spec.ts.
 */
export const LINKS: readonly Link[] = [
  { name: 'users', table: 'users', column: 'organisation_id', of: ['organisation'] },
  { name: 'needs', table: 'needs', column: 'organisation_id', of: ['organisation'] },
  { name: 'projects', table: 'projects', column: 'organisation_id', of: ['organisation'] },
  { name: 'talents', table: 'talents', column: 'organisation_id', of: ['organisation'] },
  { name: 'files', table: 'attachments', column: 'organisation_id', of: ['organisation'] },
  { name: 'files', table: 'attachments', column: 'subject_id', of: ['organisation', ...RECORDS, 'person'] },
  { name: 'matches', table: 'matches', column: 'demand_id', of: ['need', 'project'], except: MATCHED },
  { name: 'matches', table: 'matches', column: 'supply_id', of: ['project', 'talent'], except: MATCHED },
  { name: 'matches', table: 'matches', column: 'demand_organisation_id', of: ['organisation'] },
  { name: 'matches', table: 'matches', column: 'supply_organisation_id', of: ['organisation'] },
  { name: 'shares', table: 'match_shares', column: 'organisation_id', of: ['organisation'] },
  { name: 'shares', table: 'match_shares', column: 'demand_id', of: ['need', 'project'] },
  { name: 'shares', table: 'match_shares', column: 'supply_id', of: ['project', 'talent'] },
  { name: 'signings', table: 'signings', column: 'need_id', of: ['need'] },
  { name: 'signings', table: 'signings', column: 'project_id', of: ['project'] },
  { name: 'signings', table: 'signings', column: 'talent_id', of: ['talent'] },
  { name: 'signings', table: 'signings', column: 'party_a_organisation_id', of: ['organisation'] },
  { name: 'signings', table: 'signings', column: 'party_b_organisation_id', of: ['organisation'] },
  { name: 'subjects', table: 'signing_subjects', column: 'subject_id', of: ['organisation', 'project'] },
  { name: 'guests', table: 'session_guests', column: 'organisation_id', of: ['organisation'] },
  { name: 'guests', table: 'session_guests', column: 'need_ids', of: ['need'], list: true },
  { name: 'guests', table: 'session_guests', column: 'project_ids', of: ['project'], list: true },
  { name: 'guests', table: 'session_guests', column: 'talent_ids', of: ['talent'], list: true },
  { name: 'meetings', table: 'session_meetings', column: 'demand_id', of: ['need', 'project'] },
  { name: 'meetings', table: 'session_meetings', column: 'supply_id', of: ['project', 'talent'] },
  {
    name: 'alerts',
    table: 'match_alerts',
    column: 'demand_id',
    of: ['need', 'project'],
    twice: 'o.user_id = t.user_id AND o.pair_kind = t.pair_kind',
  },
  {
    name: 'alerts',
    table: 'match_alert_hits',
    column: 'supply_id',
    of: ['project', 'talent'],
    key: ['alert_id'],
    twice: 'o.alert_id = t.alert_id',
    byItself: true,
  },
  {
    name: 'lists',
    table: 'import_rows',
    column: 'known_id',
    of: ['organisation', ...RECORDS],
    key: ['import_id', 'row_no'],
    byItself: true,
  },
  { name: 'talents', table: 'talents', column: 'person_id', of: ['person'], except: MATCHED },
  { name: 'users', table: 'users', column: 'person_id', of: ['person'] },
  {
    name: 'consents',
    table: 'consents',
    column: 'person_id',
    of: ['person'],
    twice: 'o.purpose = t.purpose AND o.withdrawn_at IS NULL AND t.withdrawn_at IS NULL',
  },
  { name: 'requests', table: 'consent_links', column: 'person_id', of: ['person'] },
  { name: 'requests', table: 'review_requests', column: 'person_id', of: ['person'] },
  { name: 'merged', table: 'needs', column: 'merged_into', of: ['need'] },
  { name: 'merged', table: 'projects', column: 'merged_into', of: ['project'] },
  { name: 'merged', table: 'talents', column: 'merged_into', of: ['talent'] },
  { name: 'merged', table: 'organisations', column: 'merged_into', of: ['organisation'] },
  { name: 'merged', table: 'persons', column: 'merged_into', of: ['person'] },
];

export interface SealedLink extends Link {
  /** The columns that only the person's key opens. */
  sealed: readonly string[];
}

/** What is encrypted with the key of the person it is about: moved by person-merge.ts, which seals it anew. */
export const SEALED_LINKS: readonly SealedLink[] = [
  {
    name: 'contacts',
    table: 'person_contacts',
    column: 'person_id',
    of: ['person'],
    twice: 'o.park_id IS NOT DISTINCT FROM t.park_id',
    sealed: ['phone', 'email', 'id_number'],
  },
  {
    name: 'subjects',
    table: 'signing_subjects',
    column: 'subject_id',
    of: ['person'],
    sealed: ['roster_line'],
  },
];

/** What refers to what can be merged and stays as it is, and why. */
export const STAYING: Readonly<Record<string, string>> = {
  'need_versions.record_id': 'the history of the record as it was',
  'project_versions.record_id': 'the history of the record as it was',
  'talent_versions.record_id': 'the history of the record as it was',
  'matches.merged_into': 'match-merge.ts leads it on',
  'match_features.record_id': 'the worker takes it out',
  'shortlists.demand_id': 'the worker makes the lists anew',
  'shortlists.demand_organisation_id': 'the worker makes the lists anew',
  'shortlists.supply_ids': 'the worker makes the lists anew',
  'shortlists.previous_ids': 'the worker makes the lists anew',
  'import_rows.record_id': 'what the row became; to take the import back must not touch the one that stays',
  'notices.about_id': 'leads to the record, which leads on',
  'data_keys.person_id': 'opens what is taken back; goes when the person is erased',
  'activity_credits.subject_id': 'lines are never changed; new ones lead on',
  'target_credits.subject_id': 'lines are never changed; new ones lead on',
  'target_credits.counted_id': 'lines are never changed; new ones lead on',
  'target_credits.organisation_id': 'lines are never changed; new ones lead on',
  'submission_rows.subject_id': 'as it was submitted',
  'submission_rows.counted_id': 'as it was submitted',
  'record_merges.from_id': 'what was merged',
  'record_merges.into_id': 'what was merged',
  'duplicate_pairs.first_id': 'what was found; is shown only while both are there',
  'duplicate_pairs.second_id': 'what was found; is shown only while both are there',
  'not_duplicates.first_id': 'what a person said of the two',
  'not_duplicates.second_id': 'what a person said of the two',
};

export const linksOf = (kind: Merged): Link[] => LINKS.filter(({ of }) => of.includes(kind));
