import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The yearly plan, its two ledgers and what was submitted of them. */
export class Plan1669100000010 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(PLAN);
    await db.query(LEDGERS);
    await db.query(SUBMISSIONS);
    await db.query(POLICIES);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE signings DROP CONSTRAINT signings_activity;
      DROP TABLE submission_rows, submissions, target_credits, activity_credits, quality_decisions, allocations,
        target_rules, targets, activities, plan_tracks, plans CASCADE;
    `);
  }
}

const COUNT_LEVELS = `'landed', 'signed', 'registered', 'settled', 'filed', 'started', 'funded', 'produced', 'at-capacity',
  'on-board', 'fulfilled', 'unveiled'`;
const SUBJECTS = `'project', 'person', 'organisation', 'alliance', 'base'`;
const REGIONS = `'overseas', 'outside-province', 'outside-city', 'outside-park', 'in-park'`;

const PLAN = `
  CREATE TABLE plans (
    id uuid PRIMARY KEY,
    code text NOT NULL UNIQUE CHECK (code ~ '^[A-Za-z0-9_.-]{1,32}$'),
    name text NOT NULL,
    year int NOT NULL,
    issuer text NOT NULL,
    source text NOT NULL,
    activities_stated int NOT NULL CHECK (activities_stated >= 0),
    settings jsonb NOT NULL,
    themes jsonb NOT NULL,
    undertakings jsonb NOT NULL,
    notes text[] NOT NULL,
    sample_set text,
    created_at timestamptz(3) NOT NULL DEFAULT now()
  );
  COMMENT ON COLUMN plans.activities_stated IS 'the number the plan itself gives, whatever it names';

  CREATE TABLE plan_tracks (
    id uuid PRIMARY KEY,
    plan_id uuid NOT NULL REFERENCES plans,
    code text NOT NULL,
    theme text NOT NULL,
    name text NOT NULL,
    ordinal int NOT NULL,
    sample_set text,
    UNIQUE (plan_id, code)
  );

  CREATE TABLE activities (
    id uuid PRIMARY KEY,
    plan_id uuid NOT NULL REFERENCES plans,
    track_id uuid NOT NULL REFERENCES plan_tracks,
    number int NOT NULL CHECK (number > 0),
    name text NOT NULL,
    month int CHECK (month BETWEEN 1 AND 12),
    held_on date,
    venue text,
    subject_city text,
    tags text[] NOT NULL DEFAULT '{}',
    state text NOT NULL CHECK (state IN ('preparing', 'held', 'postponed', 'cancelled', 'merged', 'online')),
    in_stated_total boolean,
    document_number text CHECK (char_length(document_number) BETWEEN 1 AND 100),
    version int NOT NULL DEFAULT 1 CHECK (version > 0),
    sample_set text,
    updated_at timestamptz(3) NOT NULL DEFAULT now(),
    UNIQUE (plan_id, number)
  );
  COMMENT ON COLUMN activities.in_stated_total IS 'NULL: the plan does not say';
  COMMENT ON COLUMN activities.document_number IS 'of the paper that changed the activity last';
  ALTER TABLE signings ADD CONSTRAINT signings_activity FOREIGN KEY (activity_id) REFERENCES activities;

  CREATE TABLE targets (
    id uuid PRIMARY KEY,
    plan_id uuid NOT NULL REFERENCES plans,
    code text NOT NULL,
    name text NOT NULL,
    unit text NOT NULL,
    stated boolean NOT NULL,
    note text,
    ordinal int NOT NULL,
    sample_set text,
    UNIQUE (plan_id, code)
  );
  COMMENT ON COLUMN targets.stated IS 'false: the goal is our count of a list, outside every rate';

  CREATE TABLE target_rules (
    id uuid PRIMARY KEY,
    target_id uuid NOT NULL REFERENCES targets,
    version int NOT NULL CHECK (version > 0),
    effective_from date NOT NULL,
    rule jsonb NOT NULL,
    reason text,
    document_number text,
    created_by uuid REFERENCES users,
    created_at timestamptz(3) NOT NULL,
    sample_set text,
    UNIQUE (target_id, version),
    CHECK (version = 1 OR reason IS NOT NULL)
  );
  COMMENT ON COLUMN target_rules.effective_from IS 'the first contract day it judges';

  CREATE TABLE allocations (
    id uuid PRIMARY KEY,
    target_id uuid NOT NULL REFERENCES targets,
    park_id uuid REFERENCES parks,
    activity_id uuid REFERENCES activities,
    goal int NOT NULL CHECK (goal > 0),
    sample_set text,
    CHECK (num_nonnulls(park_id, activity_id) = 1),
    UNIQUE NULLS NOT DISTINCT (target_id, park_id, activity_id)
  );
`;

/** A contra must name a +1 of the same thing, and no other contra may: both are keys, not promises. */
const LEDGERS = `
  CREATE TABLE quality_decisions (
    id uuid PRIMARY KEY,
    signing_id uuid NOT NULL REFERENCES signings,
    word text NOT NULL CHECK (word IN ('excellent', 'high-quality', 'fine', 'key')),
    applies boolean NOT NULL,
    reason text NOT NULL,
    basis text NOT NULL,
    decided_by uuid REFERENCES users,
    decided_at timestamptz(3) NOT NULL,
    sample_set text
  );
  COMMENT ON TABLE quality_decisions IS 'the latest of a signing and word holds';
  CREATE INDEX quality_decisions_of ON quality_decisions (signing_id, word, id);

  CREATE TABLE activity_credits (
    id uuid PRIMARY KEY,
    plan_id uuid NOT NULL REFERENCES plans,
    subject_kind text NOT NULL CHECK (subject_kind IN (${SUBJECTS})),
    subject_id uuid NOT NULL,
    activity_id uuid NOT NULL REFERENCES activities,
    signing_id uuid NOT NULL REFERENCES signings,
    park_id uuid NOT NULL REFERENCES parks,
    sign smallint NOT NULL CHECK (sign IN (1, -1)),
    ordinal int NOT NULL CHECK (ordinal > 0),
    reverses uuid UNIQUE,
    reverses_sign smallint GENERATED ALWAYS AS (CASE WHEN sign = -1 THEN 1 END) STORED,
    cause text NOT NULL,
    reason text,
    at timestamptz(3) NOT NULL,
    written_by uuid REFERENCES users,
    sample_set text,
    CHECK ((sign = -1) = (reverses IS NOT NULL)),
    UNIQUE (plan_id, subject_id, sign, ordinal),
    UNIQUE (id, plan_id, subject_id, ordinal, sign),
    FOREIGN KEY (reverses, plan_id, subject_id, ordinal, reverses_sign)
      REFERENCES activity_credits (id, plan_id, subject_id, ordinal, sign)
  );

  CREATE TABLE target_credits (
    id uuid PRIMARY KEY,
    plan_id uuid NOT NULL REFERENCES plans,
    target_id uuid NOT NULL REFERENCES targets,
    signing_id uuid NOT NULL REFERENCES signings,
    subject_kind text NOT NULL CHECK (subject_kind IN (${SUBJECTS})),
    subject_id uuid NOT NULL,
    level text NOT NULL CHECK (level IN (${COUNT_LEVELS})),
    counts boolean NOT NULL,
    counted_id uuid NOT NULL,
    activity_id uuid NOT NULL REFERENCES activities,
    park_id uuid NOT NULL REFERENCES parks,
    organisation_id uuid,
    region text CHECK (region IN (${REGIONS})),
    yuan bigint CHECK (yuan >= 0),
    reached_on date NOT NULL,
    proof uuid[] NOT NULL,
    rule_version int NOT NULL,
    quality_decision_id uuid REFERENCES quality_decisions,
    sign smallint NOT NULL CHECK (sign IN (1, -1)),
    ordinal int NOT NULL CHECK (ordinal > 0),
    reverses uuid UNIQUE,
    reverses_sign smallint GENERATED ALWAYS AS (CASE WHEN sign = -1 THEN 1 END) STORED,
    cause text NOT NULL,
    reason text,
    at timestamptz(3) NOT NULL,
    written_by uuid REFERENCES users,
    sample_set text,
    CHECK ((sign = -1) = (reverses IS NOT NULL)),
    UNIQUE (signing_id, subject_id, target_id, level, sign, ordinal),
    UNIQUE (id, signing_id, subject_id, target_id, level, ordinal, sign),
    FOREIGN KEY (target_id, rule_version) REFERENCES target_rules (target_id, version),
    FOREIGN KEY (reverses, signing_id, subject_id, target_id, level, ordinal, reverses_sign)
      REFERENCES target_credits (id, signing_id, subject_id, target_id, level, ordinal, sign)
  );
  COMMENT ON COLUMN target_credits.counts IS 'at the level and amount the target counts; else shown beside';
  COMMENT ON COLUMN target_credits.counted_id IS 'what is counted once, by the rule''s distinctBy';
  COMMENT ON COLUMN target_credits.yuan IS '总投资 with later increments, whole yuan';
  CREATE INDEX target_credits_of_plan ON target_credits (plan_id, target_id, at);
  CREATE INDEX target_credits_of_subject ON target_credits (subject_id, plan_id);
  CREATE INDEX target_credits_of_park ON target_credits (park_id, plan_id);
`;

const SUBMISSIONS = `
  CREATE TABLE submissions (
    id uuid PRIMARY KEY,
    plan_id uuid NOT NULL REFERENCES plans,
    period text NOT NULL CHECK (char_length(period) BETWEEN 1 AND 50),
    cut_off timestamptz(3) NOT NULL,
    rule_versions jsonb NOT NULL,
    signed_by uuid NOT NULL REFERENCES users,
    signed_at timestamptz(3) NOT NULL,
    note text,
    sample_set text,
    UNIQUE (plan_id, period),
    CHECK (cut_off <= signed_at)
  );
  COMMENT ON COLUMN submissions.rule_versions IS 'version in force of each target by its code';

  -- Ids only: names are looked up when shown, so that a deleted person is gone from here too.
  CREATE TABLE submission_rows (
    id uuid PRIMARY KEY,
    submission_id uuid NOT NULL REFERENCES submissions,
    credit_id uuid NOT NULL REFERENCES target_credits,
    change text NOT NULL CHECK (change IN ('reported', 'new', 'late', 'withdrawn')),
    reason text,
    target_id uuid NOT NULL REFERENCES targets,
    signing_id uuid NOT NULL REFERENCES signings,
    subject_kind text NOT NULL CHECK (subject_kind IN (${SUBJECTS})),
    subject_id uuid NOT NULL,
    level text NOT NULL CHECK (level IN (${COUNT_LEVELS})),
    counts boolean NOT NULL,
    counted_id uuid NOT NULL,
    activity_id uuid NOT NULL REFERENCES activities,
    park_id uuid NOT NULL REFERENCES parks,
    region text CHECK (region IN (${REGIONS})),
    yuan bigint,
    reached_on date NOT NULL,
    rule_version int NOT NULL,
    sample_set text,
    UNIQUE (submission_id, credit_id),
    CHECK ((change = 'withdrawn') = (reason IS NOT NULL))
  );
  COMMENT ON COLUMN submission_rows.change IS 'reported before, 本期新增, 本期补报, 核减';
`;

const EVERYBODYS = ['plans', 'plan_tracks', 'activities', 'targets', 'target_rules', 'allocations'];
const EDITED = ['activities', 'allocations'];
const KEPT = ['quality_decisions', 'activity_credits', 'target_credits', 'submissions', 'submission_rows'];
const TABLES = [...EVERYBODYS, ...KEPT];

const protect = (table: string, reads: string) => `
  ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
  ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
  CREATE POLICY ${table}_read ON ${table} FOR SELECT USING (${reads});
  CREATE POLICY ${table}_add ON ${table} FOR INSERT WITH CHECK (app.writes_all());`;

const POLICIES = `
  ${EVERYBODYS.map((table) => protect(table, `app.role() NOT IN ('', 'enterprise')`)).join('\n')}
  ${EDITED.map(
    (table) => `
  CREATE POLICY ${table}_change ON ${table} FOR UPDATE USING (app.writes_all()) WITH CHECK (app.writes_all());`,
  ).join('\n')}
  CREATE POLICY allocations_replace ON allocations FOR DELETE USING (app.writes_all());

  ${protect('quality_decisions', 'app.sees_signing(signing_id)')}
  -- The commission may read credits and what was submitted: they hold ids without names, and the records those ids
  -- belong to stay closed to it.
  ${['activity_credits', 'target_credits']
    .map((table) => protect(table, `app.sees_all() OR app.serves_park(park_id) OR app.role() = 'commission'`))
    .join('\n')}
  ${protect('submissions', `app.sees_all() OR app.role() IN ('officer', 'park-lead', 'commission')`)}
  ${protect('submission_rows', `app.sees_all() OR app.serves_park(park_id) OR app.role() = 'commission'`)}

  GRANT SELECT, INSERT ON ${TABLES.join(', ')} TO app_api;
  -- Nothing else is ever changed or removed: a rule gets a new version, a credit a contra, a submission a later one.
  GRANT UPDATE ON ${EDITED.join(', ')} TO app_api;
  GRANT DELETE ON allocations TO app_api;
  GRANT SELECT ON ${TABLES.join(', ')} TO app_worker, app_backup;
`;
