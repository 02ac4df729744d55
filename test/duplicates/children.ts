import { randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { newId } from '../../src/common/ids';
import type { PlanDays } from '../plan/plan-days';

type Row = Record<string, unknown>;
type Grow = (about: string) => Promise<void>;

let grown = 0;

/** Adds to `tx` one row of each column that can refer to what is merged, by table and column. */
export function growers(days: PlanDays, tx: EntityManager): Record<string, Grow> {
  const park = days.parks['NO.1'];
  const insert = async (table: string, row: Row): Promise<string> => {
    const id = newId();
    const all: Row = { id, ...row };
    const columns = Object.keys(all);
    const values = columns.map((column) => {
      const value = all[column];
      return column === 'details' || column === 'view' || column === 'slots' ? JSON.stringify(value) : value;
    });
    await tx.query(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((_, at) => `$${at + 1}`).join(', ')})`,
      values,
    );
    return id;
  };
  const now = () => new Date();
  const user = (row: Row = {}) =>
    insert('users', { login: `grown-${++grown}`, name: 'grown', role: 'officer', ...row });
  const record = (table: string, row: Row = {}) =>
    insert(table, {
      code: `grown-${++grown}`,
      status: 'draft',
      park_id: park,
      visibility: 'network',
      confidentiality: 'public',
      title: '另一条',
      text: '',
      details: {},
      ...(table === 'needs' && { kind: 'technology' }),
      ...(table === 'talents' && { tier: 'other' }),
      ...row,
    });
  const merged = (table: string) => (about: string) =>
    record(table, { status: 'archived', merged_into: about }).then(() => undefined);
  const match = (row: Row = {}) =>
    insert('matches', {
      code: `grown-${++grown}`,
      pair_kind: 'tech-project',
      demand_id: newId(),
      demand_version: 1,
      demand_park_id: park,
      supply_id: newId(),
      supply_version: 1,
      stage: 'suggested',
      ...row,
    });
  const share = async (row: Row) =>
    insert('match_shares', {
      match_id: await match(),
      organisation_id: newId(),
      demand_id: newId(),
      supply_id: newId(),
      view: {},
      ...row,
    });
  const signing = (row: Row = {}) =>
    insert('signings', {
      code: `grown-${++grown}`,
      kind: 'cooperation',
      title: '另一项',
      park_id: park,
      source: 'on-site',
      state: 'park-check',
      ...row,
    });
  const session = () =>
    insert('activity_sessions', {
      activity_id: days.activities.get(1),
      title: '场次',
      held_on: '2022-06-20',
      slots: [],
      tables: 1,
      meeting_limit: 1,
      created_at: now(),
      updated_at: now(),
    });
  const guest = async (row: Row, session_id?: string) => {
    const details = {
      side: 'host',
      label: '嘉宾',
      reply: 'invited',
      presence: 'expected',
      created_at: now(),
    };
    return insert('session_guests', { session_id: session_id ?? (await session()), ...details, ...row });
  };
  const meeting = async (row: Row) => {
    const session_id = await session();
    const [host_id, visitor_id] = [await guest({}, session_id), await guest({ side: 'visitor' }, session_id)];
    const place = { session_id, host_id, visitor_id, slot: 0, table_number: 1, score: 1 };
    const pair = { pair_kind: 'tech-project', demand_id: newId(), supply_id: newId() };
    return insert('session_meetings', { ...place, ...pair, ...row });
  };
  const alert = async (demand_id: string) =>
    insert('match_alerts', {
      user_id: await user(),
      pair_kind: 'tech-project',
      demand_id,
      min_score: 80,
      created_at: now(),
    });
  const file = (row: Row) =>
    insert('attachments', {
      file_name: 'f',
      media_type: 'a/b',
      byte_size: 1,
      sha256: '0'.repeat(64),
      ...row,
    });
  const person = (row: Row = {}) => insert('persons', { name: `另一人${++grown}`, ...row });
  const by =
    (add: (row: Row) => Promise<unknown>, column: string, list = false): Grow =>
    async (about) => {
      await add({ [column]: list ? [about] : about });
    };
  return {
    'users.organisation_id': by((row) => user({ role: 'enterprise', ...row }), 'organisation_id'),
    'users.person_id': by((row) => user({ role: 'talent', ...row }), 'person_id'),
    'needs.organisation_id': by((row) => record('needs', row), 'organisation_id'),
    'projects.organisation_id': by((row) => record('projects', row), 'organisation_id'),
    'talents.organisation_id': by((row) => record('talents', row), 'organisation_id'),
    'talents.person_id': by((row) => record('talents', row), 'person_id'),
    'needs.merged_into': merged('needs'),
    'projects.merged_into': merged('projects'),
    'talents.merged_into': merged('talents'),
    'organisations.merged_into': by(
      (row) => insert('organisations', { name: `另一家${++grown}`, kind: 'other', ...row }),
      'merged_into',
    ),
    'persons.merged_into': by(person, 'merged_into'),
    'attachments.organisation_id': by(file, 'organisation_id'),
    'attachments.subject_id': by((row) => file({ subject_kind: 'record', ...row }), 'subject_id'),
    'matches.demand_id': by(match, 'demand_id'),
    'matches.supply_id': by(match, 'supply_id'),
    'matches.demand_organisation_id': by(match, 'demand_organisation_id'),
    'matches.supply_organisation_id': by(match, 'supply_organisation_id'),
    'match_shares.organisation_id': by(share, 'organisation_id'),
    'match_shares.demand_id': by(share, 'demand_id'),
    'match_shares.supply_id': by(share, 'supply_id'),
    'signings.need_id': by(signing, 'need_id'),
    'signings.project_id': by(signing, 'project_id'),
    'signings.talent_id': by(signing, 'talent_id'),
    'signings.party_a_organisation_id': by(signing, 'party_a_organisation_id'),
    'signings.party_b_organisation_id': by(signing, 'party_b_organisation_id'),
    'signing_subjects.subject_id': async (about) => {
      const found = await tx.query<unknown[]>('SELECT FROM persons WHERE id = $1', [about]);
      const subject_kind = found.length > 0 ? 'person' : 'project';
      await insert('signing_subjects', { signing_id: await signing(), subject_kind, subject_id: about });
    },
    'session_guests.organisation_id': by(guest, 'organisation_id'),
    'session_guests.need_ids': by(guest, 'need_ids', true),
    'session_guests.project_ids': by(guest, 'project_ids', true),
    'session_guests.talent_ids': by(guest, 'talent_ids', true),
    'session_meetings.demand_id': by(meeting, 'demand_id'),
    'session_meetings.supply_id': by(meeting, 'supply_id'),
    'match_alerts.demand_id': async (about) => {
      await alert(about);
    },
    'match_alert_hits.supply_id': async (about) => {
      const alert_id = await alert(newId());
      await tx.query('INSERT INTO match_alert_hits (alert_id, supply_id) VALUES ($1, $2)', [alert_id, about]);
    },
    'import_rows.known_id': async (about) => {
      const attachment_id = await file({});
      const row = { kind: 'projects', state: 'preview', file_name: 'f', attachment_id };
      const list = await insert('imports', row);
      await tx.query(
        `INSERT INTO import_rows (import_id, row_no, state, known_id) VALUES ($1, 1, 'known', $2)`,
        [list, about],
      );
    },
    'consents.person_id': by(
      (row) =>
        insert('consents', {
          purpose: ['matching', 'sharing', 'contact'][grown++ % 3],
          text_version: '1',
          basis: 'signed',
          given_at: new Date(0),
          withdrawn_at: new Date(1000),
          ...row,
        }),
      'person_id',
    ),
    'consent_links.person_id': by(
      (row) =>
        insert('consent_links', { digest: randomBytes(32), sent_at: now(), expires_at: now(), ...row }),
      'person_id',
    ),
    'review_requests.person_id': by(
      (row) => insert('review_requests', { concern: '请人工复核', asked_at: now(), ...row }),
      'person_id',
    ),
    'person_contacts.person_id': async (about) => {
      const there = await tx.query<unknown[]>(
        'SELECT FROM person_contacts WHERE person_id = $1 AND park_id = $2',
        [about, days.parks['NO.2']],
      );
      if (there.length === 0)
        await insert('person_contacts', { person_id: about, park_id: days.parks['NO.2'] });
    },
  };
}
