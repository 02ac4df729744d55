import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Signings with their subjects, papers and milestones; what was decided about them is kept for good. */
export class Signings1669100000009 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(SIGNINGS);
    await db.query(PARTS);
    await db.query(POLICIES);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE signing_checks, signing_milestones, signing_documents, signing_subjects, establishments CASCADE;
      DROP FUNCTION app.sees_signing, app.writes_signing;
      DROP TABLE signings CASCADE;
    `);
  }
}

const LEVELS = `'intention', 'framework', 'signed'`;
const MILESTONES = `'registered', 'settled', 'filed', 'started', 'funded', 'produced', 'at-capacity', 'on-board', 'fulfilled',
  'unveiled'`;
const STATES = `'park-check', 'platform-check', 'confirmed', 'returned', 'refused', 'revoked'`;

const SIGNINGS = `
  CREATE TABLE signings (
    id uuid PRIMARY KEY,
    code text NOT NULL UNIQUE,
    kind text NOT NULL CHECK (kind IN ('project', 'talent', 'cooperation', 'alliance', 'base', 'enterprise')),
    form text CHECK (form IN ('agreement', 'contract', 'employment', 'flexible')),
    title text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 300),
    match_id uuid REFERENCES matches,
    need_id uuid REFERENCES needs,
    project_id uuid REFERENCES projects,
    talent_id uuid REFERENCES talents,
    party_a_organisation_id uuid REFERENCES organisations,
    party_b_organisation_id uuid REFERENCES organisations,
    park_id uuid NOT NULL REFERENCES parks,
    activity_id uuid,
    region_of_origin text CHECK (region_of_origin IN
      ('overseas', 'outside-province', 'outside-city', 'outside-park', 'in-park')),
    on_site boolean NOT NULL DEFAULT false,
    source text NOT NULL CHECK (source IN ('platform', 'on-site', 'self-reported')),
    contract_on date,
    ceremony_on date,
    level text CHECK (level IN (${LEVELS})),
    amounts jsonb NOT NULL DEFAULT '{}',
    state text NOT NULL CHECK (state IN (${STATES})),
    checked_by uuid REFERENCES users,
    checked_at timestamptz(3),
    confirmed_by uuid REFERENCES users,
    confirmed_at timestamptz(3),
    voided_at timestamptz(3),
    void_reason text,
    explanation jsonb,
    version int NOT NULL DEFAULT 1 CHECK (version > 0),
    recorded_by uuid REFERENCES users,
    sample_set text,
    created_at timestamptz(3) NOT NULL DEFAULT now(),
    updated_at timestamptz(3) NOT NULL DEFAULT now(),
    CONSTRAINT signings_two_people CHECK (confirmed_by <> checked_by),
    CHECK ((checked_by IS NULL) = (checked_at IS NULL)),
    CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL)),
    CHECK ((voided_at IS NULL) = (void_reason IS NULL)),
    CHECK (state <> 'platform-check' OR checked_by IS NOT NULL),
    CHECK (state NOT IN ('confirmed', 'revoked') OR (checked_by IS NOT NULL AND confirmed_by IS NOT NULL))
  );
  COMMENT ON COLUMN signings.level IS 'what the agreement itself proves, from its papers; NULL: nothing yet (founding papers only)';
  COMMENT ON COLUMN signings.explanation IS 'why the pair was matched, as it was when the signing was confirmed';
  -- Refused and revoked signings are over: signing the match again makes a new one.
  CREATE UNIQUE INDEX signings_one_live ON signings (match_id)
    WHERE voided_at IS NULL AND state NOT IN ('refused', 'revoked');
  CREATE INDEX signings_of_park ON signings (park_id, state, id);
  CREATE INDEX signings_of_activity ON signings (activity_id) WHERE activity_id IS NOT NULL;
  CREATE INDEX signings_of_match ON signings (match_id) WHERE match_id IS NOT NULL;
`;

const PARTS = `
  -- Alliances and bases have no record elsewhere; a row here gives them the id that counting needs.
  CREATE TABLE establishments (
    id uuid PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('alliance', 'base')),
    name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
    sample_set text,
    created_at timestamptz(3) NOT NULL DEFAULT now(),
    UNIQUE (kind, name)
  );

  CREATE TABLE signing_subjects (
    id uuid PRIMARY KEY,
    signing_id uuid NOT NULL REFERENCES signings,
    subject_kind text NOT NULL CHECK (subject_kind IN ('project', 'person', 'organisation', 'alliance', 'base')),
    subject_id uuid NOT NULL,
    facts jsonb NOT NULL DEFAULT '{}',
    line int CHECK (line > 0),
    roster_line bytea,
    person_index bytea,
    live boolean NOT NULL DEFAULT true,
    sample_set text,
    UNIQUE (signing_id, subject_kind, subject_id),
    UNIQUE (signing_id, line),
    UNIQUE (signing_id, person_index),
    CHECK ((line IS NULL) = (roster_line IS NULL)),
    CHECK (person_index IS NULL OR subject_kind = 'person')
  );
  COMMENT ON COLUMN signing_subjects.facts IS 'what the filters of targets read; frozen when the signing is confirmed';
  COMMENT ON COLUMN signing_subjects.roster_line IS 'the line as handed in, encrypted with the person''s key';
  COMMENT ON COLUMN signing_subjects.person_index IS 'keyed digest of the identity number';
  COMMENT ON COLUMN signing_subjects.live IS 'false once the signing is refused, revoked or void';
  -- Across parks: nobody is delivered twice.
  CREATE UNIQUE INDEX signing_subjects_one_roster ON signing_subjects (person_index)
    WHERE live AND person_index IS NOT NULL;
  CREATE INDEX signing_subjects_are ON signing_subjects (subject_kind, subject_id);

  CREATE TABLE signing_documents (
    id uuid PRIMARY KEY,
    signing_id uuid NOT NULL REFERENCES signings,
    kind text NOT NULL CHECK (char_length(kind) BETWEEN 1 AND 40),
    attachment_id uuid NOT NULL REFERENCES attachments,
    number text CHECK (char_length(number) BETWEEN 1 AND 100),
    dated_on date NOT NULL,
    particulars text[] NOT NULL DEFAULT '{}',
    certified_amount bigint CHECK (certified_amount >= 0),
    added_by uuid REFERENCES users,
    added_at timestamptz(3) NOT NULL,
    removed_by uuid REFERENCES users,
    removed_at timestamptz(3),
    sample_set text
  );
  COMMENT ON COLUMN signing_documents.certified_amount IS '核定 amount of a registration or receipt, whole yuan';
  CREATE INDEX signing_documents_of ON signing_documents (signing_id) WHERE removed_at IS NULL;

  CREATE TABLE signing_milestones (
    id uuid PRIMARY KEY,
    signing_id uuid NOT NULL REFERENCES signings,
    subject_id uuid REFERENCES signing_subjects,
    level text NOT NULL CHECK (level IN (${MILESTONES})),
    reached_on date NOT NULL,
    document_ids uuid[] NOT NULL CHECK (cardinality(document_ids) > 0),
    recorded_by uuid REFERENCES users,
    recorded_at timestamptz(3) NOT NULL,
    withdrawn_by uuid REFERENCES users,
    withdrawn_at timestamptz(3),
    withdraw_reason text,
    sample_set text,
    CHECK ((withdrawn_at IS NULL) = (withdraw_reason IS NULL))
  );
  COMMENT ON COLUMN signing_milestones.subject_id IS 'the row of signing_subjects that reached it; NULL: all of them';
  CREATE UNIQUE INDEX signing_milestones_once ON signing_milestones (signing_id, subject_id, level)
    NULLS NOT DISTINCT WHERE withdrawn_at IS NULL;

  CREATE TABLE signing_checks (
    id uuid PRIMARY KEY,
    signing_id uuid NOT NULL REFERENCES signings,
    action text NOT NULL CHECK (action IN ('record', 'edit', 'add-paper', 'remove-paper', 'pass', 'return', 'refuse',
      'resubmit', 'confirm', 'revoke', 'void', 'milestone', 'withdraw-milestone')),
    state text NOT NULL CHECK (state IN (${STATES})),
    version int NOT NULL,
    missing text[] NOT NULL DEFAULT '{}',
    note text,
    acted_by uuid REFERENCES users,
    acted_as text NOT NULL,
    acted_at timestamptz(3) NOT NULL,
    sample_set text
  );
  COMMENT ON COLUMN signing_checks.state IS 'the state after the act';
  COMMENT ON COLUMN signing_checks.missing IS 'the papers ticked as missing';
  CREATE INDEX signing_checks_of ON signing_checks (signing_id, id);
`;

const CHILDREN = ['signing_subjects', 'signing_documents', 'signing_milestones', 'signing_checks'];

const POLICIES = `
  ALTER TABLE signings ENABLE ROW LEVEL SECURITY;
  ALTER TABLE signings FORCE ROW LEVEL SECURITY;
  -- Not the commission: it reads what is reported, never a row.
  CREATE POLICY signings_read ON signings FOR SELECT USING (
    app.sees_all() OR app.serves_park(park_id)
    OR (app.role() = 'enterprise' AND app.organisation_id() IN (party_a_organisation_id, party_b_organisation_id))
    OR (app.role() = 'organiser' AND activity_id = ANY (app.activity_ids())));
  CREATE POLICY signings_add ON signings FOR INSERT WITH CHECK (app.writes_all() OR app.serves_park(park_id));
  CREATE POLICY signings_change ON signings FOR UPDATE
    USING (app.writes_all() OR app.serves_park(park_id)) WITH CHECK (app.writes_all() OR app.serves_park(park_id));

  CREATE FUNCTION app.sees_signing(signing uuid) RETURNS boolean LANGUAGE sql STABLE AS
    $$ SELECT EXISTS (SELECT FROM signings WHERE id = signing) $$;
  CREATE FUNCTION app.writes_signing(signing uuid) RETURNS boolean LANGUAGE sql STABLE AS
    $$ SELECT EXISTS (SELECT FROM signings WHERE id = signing AND (app.writes_all() OR app.serves_park(park_id))) $$;
  GRANT EXECUTE ON FUNCTION app.sees_signing, app.writes_signing TO app_api, app_worker, app_backup;

  ${CHILDREN.map(
    (table) => `
  ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
  ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
  CREATE POLICY ${table}_read ON ${table} FOR SELECT USING (app.sees_signing(signing_id));
  CREATE POLICY ${table}_add ON ${table} FOR INSERT WITH CHECK (app.writes_signing(signing_id));
  CREATE POLICY ${table}_change ON ${table} FOR UPDATE
    USING (app.writes_signing(signing_id)) WITH CHECK (app.writes_signing(signing_id));`,
  ).join('\n')}

  -- What is real is never removed, by nobody; only what came with the sample leaves with it.
  ${['signings', 'establishments', ...CHILDREN]
    .map(
      (table) => `CREATE POLICY ${table}_remove ON ${table} FOR DELETE
    USING (app.role() = 'system' AND sample_set IS NOT NULL);`,
    )
    .join('\n  ')}

  ALTER TABLE establishments ENABLE ROW LEVEL SECURITY;
  ALTER TABLE establishments FORCE ROW LEVEL SECURITY;
  CREATE POLICY establishments_read ON establishments FOR SELECT
    USING (app.sees_all() OR app.role() IN ('officer', 'park-lead', 'organiser', 'commission'));
  CREATE POLICY establishments_add ON establishments FOR INSERT
    WITH CHECK (app.writes_all() OR app.role() IN ('officer', 'park-lead'));

  GRANT SELECT, INSERT, UPDATE ON signings, signing_subjects, signing_documents, signing_milestones TO app_api;
  GRANT DELETE ON signings, establishments, signing_subjects, signing_documents, signing_milestones, signing_checks
    TO app_api;
  -- No UPDATE: what was decided stays decided, and an establishment keeps its name.
  GRANT SELECT, INSERT ON signing_checks, establishments TO app_api;
  GRANT SELECT ON signings, establishments, signing_subjects, signing_documents, signing_milestones, signing_checks
    TO app_worker, app_backup;
`;
