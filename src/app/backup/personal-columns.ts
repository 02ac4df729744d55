/** Columns of a table that lead to a person. */
export interface PersonalColumns {
  /** SQL: the person that row `t` is about, or NULL. */
  person: string;
  /**
   * What stands in each column once the person's key is gone, in COPY's text form; {id} is the row's first column. What
   * was NULL stays so.
   */
  remains: Readonly<Record<string, string>>;
}

const NOTHING = '\\N';
const NO_WORDS = '—';

const behindProfile = (id: string, where = 'true'): string =>
  `(SELECT r.person_id FROM talents r WHERE r.id = ${id} AND ${where})`;
const BEHIND_MATCH =
  '(SELECT r.person_id FROM matches m JOIN talents r ON r.id = m.supply_id WHERE m.id = t.match_id)';
const behindFile = (file: string): string =>
  `CASE ${file}.subject_kind WHEN 'person' THEN ${file}.subject_id
     WHEN 'talent' THEN ${behindProfile(`${file}.subject_id`)} END`;

const OF_PEOPLE = `i.kind IN ('talents', 'rosters')`;

/**
 * Rows `t` that no archive holds, by table: they tell of people, are under the master key only, and are forgotten by themselves
 * after a day or some weeks. An archive would keep them for as long as it lies somewhere.
 */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  idempotency_keys: 'true',
  import_rows: `t.sealed IS NOT NULL AND EXISTS (SELECT FROM imports i WHERE i.id = t.import_id AND ${OF_PEOPLE})`,
  attachment_chunks: `EXISTS (SELECT FROM imports i WHERE i.attachment_id = t.attachment_id AND ${OF_PEOPLE})`,
};

/**
 * What an erasure takes away (`app.erase_person`), by table: a backup holds it sealed with the key of its person. What is
 * encrypted with that key in the database already (contacts, roster lines) is copied as it is.
 */
export const PERSONAL: Readonly<Record<string, PersonalColumns>> = {
  persons: {
    person: 't.id',
    remains: {
      name: NOTHING,
      initials: '',
      phone_index: NOTHING,
      email_index: NOTHING,
      id_number_index: NOTHING,
    },
  },
  talents: {
    person: 't.person_id',
    remains: {
      title: NO_WORDS,
      initials: '',
      text: '',
      public_summary: NOTHING,
      tags: '{}',
      suggested_tags: '[]',
      details: '{}',
      source_ref: NOTHING,
      return_reason: NO_WORDS,
    },
  },
  talent_versions: { person: behindProfile('t.record_id'), remains: { snapshot: '{}', reason: NOTHING } },
  match_features: {
    person: behindProfile('t.record_id', `t.kind = 'talent'`),
    remains: { features: NOTHING, embedding_model: NOTHING, text_hash: NOTHING },
  },
  match_moves: { person: BEHIND_MATCH, remains: { note: NOTHING } },
  match_contacts: { person: BEHIND_MATCH, remains: { note: NOTHING } },
  match_notes: { person: BEHIND_MATCH, remains: { note: NO_WORDS } },
  match_shares: {
    person: behindProfile('t.supply_id'),
    remains: { released: '{}', redacted_summary: NOTHING, answer_note: NOTHING },
  },
  record_merges: {
    person: behindProfile('t.into_id', `t.kind = 'talent'`),
    remains: { steps: NOTHING, reason: NO_WORDS },
  },
  signings: {
    person: behindProfile('t.talent_id', `t.kind = 'talent'`),
    remains: { title: NO_WORDS, explanation: NOTHING },
  },
  session_guests: {
    person: behindProfile('t.talent_ids[1]', 't.organisation_id IS NULL'),
    remains: { label: NO_WORDS, details: NOTHING, tail_index: NOTHING },
  },
  session_letters: {
    person: `(SELECT r.person_id FROM session_guests g JOIN talents r ON r.id = g.talent_ids[1]
      WHERE g.id = t.guest_id AND g.organisation_id IS NULL)`,
    remains: { address_index: NOTHING },
  },
  session_meetings: { person: behindProfile('t.supply_id'), remains: { note: NOTHING } },
  session_follow_ups: {
    person: `(SELECT r.person_id FROM session_meetings m JOIN talents r ON r.id = m.supply_id WHERE m.id = t.meeting_id)`,
    remains: { note: NOTHING },
  },
  review_requests: { person: 't.person_id', remains: { concern: NO_WORDS, answer: NO_WORDS } },
  attachments: { person: behindFile('t'), remains: { file_name: NO_WORDS } },
  attachment_chunks: {
    person: `(SELECT ${behindFile('a')} FROM attachments a WHERE a.id = t.attachment_id)`,
    remains: { sealed: '\\\\x' },
  },
  users: { person: 't.person_id', remains: { name: NO_WORDS, login: 'erased-{id}' } },
};
