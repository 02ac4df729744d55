import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An activity's days: who is invited and came, who met whom, and what came of it. */
export class EventDays1669100000030 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(SESSIONS);
    await db.query(MEETINGS);
    await db.query(POLICIES);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE session_follow_ups, session_meetings, session_guests CASCADE;
      DROP FUNCTION app.runs_session;
      DROP TABLE activity_sessions;
    `);
  }
}

const SESSIONS = `
  CREATE TABLE activity_sessions (
    id uuid PRIMARY KEY,
    activity_id uuid NOT NULL REFERENCES activities,
    park_id uuid REFERENCES parks,
    title text NOT NULL,
    held_on date NOT NULL,
    venue text,
    slots jsonb NOT NULL,
    tables int NOT NULL CHECK (tables BETWEEN 1 AND 500),
    meeting_limit int NOT NULL CHECK (meeting_limit BETWEEN 1 AND 50),
    upper_bound float8,
    version int NOT NULL DEFAULT 1,
    sample_set text,
    created_at timestamptz(3) NOT NULL,
    updated_at timestamptz(3) NOT NULL
  );
  COMMENT ON COLUMN activity_sessions.park_id IS 'whose officers run it beside the activity''s organiser';
  COMMENT ON COLUMN activity_sessions.slots IS 'from and to of each round of meetings, HH:MM';
  COMMENT ON COLUMN activity_sessions.upper_bound IS 'of the total score, when the timetable was planned last';
  CREATE INDEX activity_sessions_of ON activity_sessions (activity_id);

  CREATE TABLE session_guests (
    id uuid PRIMARY KEY,
    session_id uuid NOT NULL REFERENCES activity_sessions,
    side text NOT NULL CHECK (side IN ('host', 'visitor', 'attending')),
    label text NOT NULL,
    organisation_id uuid,
    park_id uuid REFERENCES parks,
    need_ids uuid[] NOT NULL DEFAULT '{}',
    project_ids uuid[] NOT NULL DEFAULT '{}',
    talent_ids uuid[] NOT NULL DEFAULT '{}',
    details bytea,
    tail_index bytea,
    reply text NOT NULL CHECK (reply IN ('invited', 'accepted', 'declined')),
    replied_at timestamptz(3),
    pitches boolean NOT NULL DEFAULT false,
    signs boolean NOT NULL DEFAULT false,
    wishes uuid[] NOT NULL DEFAULT '{}',
    presence text NOT NULL CHECK (presence IN ('expected', 'arrived', 'absent')),
    arrived_at timestamptz(3),
    arrived_by text CHECK (arrived_by IN ('qr', 'phone', 'paper', 'walk-in')),
    substituted boolean NOT NULL DEFAULT false,
    away int[] NOT NULL DEFAULT '{}',
    meeting_limit int CHECK (meeting_limit BETWEEN 0 AND 50),
    version int NOT NULL DEFAULT 1,
    sample_set text,
    created_at timestamptz(3) NOT NULL,
    CHECK ((presence = 'arrived') = (arrived_at IS NOT NULL)),
    UNIQUE (id, session_id)
  );
  COMMENT ON COLUMN session_guests.details IS 'encrypted: name, post and phone of who comes';
  COMMENT ON COLUMN session_guests.tail_index IS 'keyed digest of the phone''s last four digits';
  COMMENT ON COLUMN session_guests.wishes IS 'guests it wants to meet';
  COMMENT ON COLUMN session_guests.away IS 'slots in which it is not there, from 0';
  CREATE INDEX session_guests_of ON session_guests (session_id);
`;

/** That nobody is in two places is a key of the table, whatever made the timetable. */
const MEETINGS = `
  CREATE TABLE session_meetings (
    id uuid PRIMARY KEY,
    session_id uuid NOT NULL,
    host_id uuid NOT NULL,
    visitor_id uuid NOT NULL,
    slot int NOT NULL CHECK (slot >= 0),
    table_number int NOT NULL CHECK (table_number > 0),
    score float8 NOT NULL,
    pair_kind text CHECK (pair_kind IN ('tech-project', 'tech-expert', 'hiring-talent', 'project-expert')),
    demand_id uuid,
    supply_id uuid,
    locked boolean NOT NULL DEFAULT false,
    strength text CHECK (strength IN ('strong', 'medium', 'weak', 'none')),
    next_step text,
    note text,
    talked_at timestamptz(3),
    talked_by uuid REFERENCES users,
    match_id uuid REFERENCES matches,
    version int NOT NULL DEFAULT 1,
    sample_set text,
    FOREIGN KEY (host_id, session_id) REFERENCES session_guests (id, session_id),
    FOREIGN KEY (visitor_id, session_id) REFERENCES session_guests (id, session_id),
    UNIQUE (host_id, visitor_id),
    CONSTRAINT session_meetings_host UNIQUE (host_id, slot),
    CONSTRAINT session_meetings_visitor UNIQUE (visitor_id, slot),
    CONSTRAINT session_meetings_table UNIQUE (session_id, slot, table_number),
    CHECK (host_id <> visitor_id),
    CHECK (num_nonnulls(pair_kind, demand_id, supply_id) IN (0, 3)),
    CHECK ((strength IS NULL) = (talked_at IS NULL))
  );

  CREATE TABLE session_follow_ups (
    id uuid PRIMARY KEY,
    meeting_id uuid NOT NULL REFERENCES session_meetings,
    after_days int NOT NULL CHECK (after_days IN (7, 30, 90)),
    due_on date NOT NULL,
    outcome text CHECK (outcome IN ('confirmed', 'visited', 'proposal', 'quoted', 'interviewed', 'signed', 'advancing',
      'ended')),
    note text,
    done_at timestamptz(3),
    done_by uuid REFERENCES users,
    sample_set text,
    UNIQUE (meeting_id, after_days),
    CHECK ((outcome IS NULL) = (done_at IS NULL))
  );
  CREATE INDEX session_follow_ups_open ON session_follow_ups (due_on) WHERE done_at IS NULL;
`;

const POLICIES = `
  ALTER TABLE activity_sessions ENABLE ROW LEVEL SECURITY;
  ALTER TABLE activity_sessions FORCE ROW LEVEL SECURITY;
  CREATE POLICY activity_sessions_read ON activity_sessions FOR SELECT USING (
    app.sees_all() OR app.role() IN ('officer', 'park-lead')
    OR (app.role() = 'organiser' AND activity_id = ANY (app.activity_ids())));
  CREATE POLICY activity_sessions_write ON activity_sessions FOR ALL
    USING (app.writes_all() OR app.serves_park(park_id)
      OR (app.role() = 'organiser' AND activity_id = ANY (app.activity_ids())))
    WITH CHECK (app.writes_all() OR app.serves_park(park_id)
      OR (app.role() = 'organiser' AND activity_id = ANY (app.activity_ids())));

  CREATE FUNCTION app.runs_session(session uuid) RETURNS boolean LANGUAGE sql STABLE AS
    $$ SELECT app.writes_all() OR EXISTS (SELECT FROM activity_sessions WHERE id = session AND (app.serves_park(park_id)
         OR (app.role() = 'organiser' AND activity_id = ANY (app.activity_ids())))) $$;
  GRANT EXECUTE ON FUNCTION app.runs_session TO app_api, app_worker, app_backup;

  ALTER TABLE session_guests ENABLE ROW LEVEL SECURITY;
  ALTER TABLE session_guests FORCE ROW LEVEL SECURITY;
  -- A park invites and sees its own; who runs the session sees all who are invited to it.
  CREATE POLICY session_guests_read ON session_guests FOR SELECT USING (
    app.sees_all() OR app.serves_park(park_id) OR app.runs_session(session_id));
  CREATE POLICY session_guests_write ON session_guests FOR ALL
    USING (app.serves_park(park_id) OR app.runs_session(session_id))
    WITH CHECK (app.serves_park(park_id) OR app.runs_session(session_id));

  ALTER TABLE session_meetings ENABLE ROW LEVEL SECURITY;
  ALTER TABLE session_meetings FORCE ROW LEVEL SECURITY;
  -- The inner table shows a park only its own guests.
  CREATE POLICY session_meetings_read ON session_meetings FOR SELECT USING (
    app.sees_all() OR EXISTS (SELECT FROM session_guests g WHERE g.id IN (host_id, visitor_id)));
  CREATE POLICY session_meetings_plan ON session_meetings FOR ALL
    USING (app.runs_session(session_id)) WITH CHECK (app.runs_session(session_id));
  CREATE POLICY session_meetings_talk ON session_meetings FOR UPDATE
    USING (app.role() IN ('officer', 'park-lead') AND EXISTS (
      SELECT FROM session_guests g WHERE g.id IN (host_id, visitor_id)))
    WITH CHECK (app.role() IN ('officer', 'park-lead') AND EXISTS (
      SELECT FROM session_guests g WHERE g.id IN (host_id, visitor_id)));

  ALTER TABLE session_follow_ups ENABLE ROW LEVEL SECURITY;
  ALTER TABLE session_follow_ups FORCE ROW LEVEL SECURITY;
  CREATE POLICY session_follow_ups_read ON session_follow_ups FOR SELECT USING (
    EXISTS (SELECT FROM session_meetings m WHERE m.id = meeting_id));
  CREATE POLICY session_follow_ups_raise ON session_follow_ups FOR INSERT WITH CHECK (app.role() = 'system');
  CREATE POLICY session_follow_ups_answer ON session_follow_ups FOR UPDATE
    USING (app.role() NOT IN ('auditor', 'worker') AND EXISTS (SELECT FROM session_meetings m WHERE m.id = meeting_id))
    WITH CHECK (
      app.role() NOT IN ('auditor', 'worker') AND EXISTS (SELECT FROM session_meetings m WHERE m.id = meeting_id));
  CREATE POLICY session_follow_ups_remove ON session_follow_ups FOR DELETE
    USING (app.role() = 'system' AND sample_set IS NOT NULL);

  GRANT SELECT, INSERT, UPDATE, DELETE ON activity_sessions, session_guests, session_meetings TO app_api;
  GRANT SELECT, INSERT, UPDATE, DELETE ON session_follow_ups TO app_api;
  GRANT SELECT ON activity_sessions, session_guests, session_meetings, session_follow_ups TO app_worker, app_backup;
  GRANT INSERT ON session_follow_ups TO app_worker;
`;
