import type { MigrationInterface, QueryRunner } from 'typeorm';

interface RecordTable {
  table: string;
  versions: string;
  /** The columns only this kind has. */
  own: string;
  /** Whose organisation sees and edits it beside its park; NULL for talents, whose employer must not. */
  organisation: string;
}

const RECORDS: RecordTable[] = [
  {
    table: 'needs',
    versions: 'need_versions',
    own: `kind text NOT NULL CHECK (kind IN ('technology', 'hiring')),`,
    organisation: 'organisation_id',
  },
  {
    table: 'projects',
    versions: 'project_versions',
    own: `origin text CHECK (origin IN ('enterprise', 'university', 'institute', 'student', 'returnee')),
      stage text CHECK (stage IN ('research', 'lab', 'pilot', 'industrial')),`,
    organisation: 'organisation_id',
  },
  {
    table: 'talents',
    versions: 'talent_versions',
    own: `person_id uuid REFERENCES persons,
      tier text NOT NULL CHECK (tier IN ('phd-expert', 'professional', 'team-lead', 'skilled-worker', 'other')),`,
    organisation: 'NULL::uuid',
  },
];

/** Needs, projects and talents: one shape, one life cycle, one rule of who sees them; and the persons behind talents. */
export class Records1669100000006 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(PERSONS);
    await db.query(CODES);
    for (const record of RECORDS) await db.query(createRecord(record));
    await db.query(`
      CREATE INDEX needs_by_kind ON needs (kind, id);
      CREATE INDEX talents_by_person ON talents (person_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE need_versions, needs, project_versions, projects, talent_versions, talents, record_codes;
      DROP TABLE person_contacts, persons CASCADE;
    `);
  }
}

/**
 * A person once in the network, known to officers by name; how to reach them only to those whose park has a talent of
 * theirs. The blind indexes stand with the name so that a duplicate is noticed without a foreign contact being read.
 */
const PERSONS = `
  CREATE TABLE persons (
    id uuid PRIMARY KEY,
    name text CHECK (char_length(name) BETWEEN 1 AND 100),
    phone_index bytea,
    email_index bytea,
    id_number_index bytea UNIQUE,
    sample_set text,
    created_at timestamptz(3) NOT NULL DEFAULT now(),
    updated_at timestamptz(3) NOT NULL DEFAULT now()
  );
  COMMENT ON TABLE persons IS 'name is NULL once the person was deleted at their own wish';
  CREATE INDEX persons_by_phone ON persons (phone_index);
  CREATE INDEX persons_by_email ON persons (email_index);

  CREATE TABLE person_contacts (
    id uuid PRIMARY KEY,
    person_id uuid NOT NULL REFERENCES persons ON DELETE CASCADE,
    park_id uuid REFERENCES parks,
    phone bytea,
    email bytea,
    id_number bytea,
    UNIQUE NULLS NOT DISTINCT (person_id, park_id)
  );
  COMMENT ON TABLE person_contacts IS 'how one park reaches a person; encrypted values, bound to table, column and row';

  ALTER TABLE persons ENABLE ROW LEVEL SECURITY;
  ALTER TABLE persons FORCE ROW LEVEL SECURITY;
  CREATE POLICY persons_read ON persons FOR SELECT
    USING (app.sees_all() OR app.role() IN ('officer', 'park-lead') OR id = app.person_id());
  CREATE POLICY persons_create ON persons FOR INSERT
    WITH CHECK (app.writes_all() OR app.role() IN ('officer', 'park-lead') OR id = app.person_id());
  -- A park changes the persons whose contact it holds (the inner table shows it no others).
  CREATE POLICY persons_edit ON persons FOR UPDATE USING (
    app.writes_all() OR id = app.person_id() OR EXISTS (SELECT FROM person_contacts c WHERE c.person_id = persons.id));
  CREATE POLICY persons_remove ON persons FOR DELETE USING (app.writes_all());

  ALTER TABLE person_contacts ENABLE ROW LEVEL SECURITY;
  ALTER TABLE person_contacts FORCE ROW LEVEL SECURITY;
  -- Neither auditor nor worker: contact is for those who make the call.
  CREATE POLICY person_contacts_all ON person_contacts FOR ALL
    USING (app.writes_all() OR app.serves_park(park_id) OR person_id = app.person_id())
    WITH CHECK (app.writes_all() OR app.serves_park(park_id) OR person_id = app.person_id());

  GRANT SELECT, INSERT, UPDATE, DELETE ON persons, person_contacts TO app_api;
  GRANT SELECT ON persons TO app_worker;
  GRANT SELECT ON persons, person_contacts TO app_backup;
`;

const CODES = `
  CREATE TABLE record_codes (
    kind text NOT NULL,
    year int NOT NULL,
    last int NOT NULL,
    PRIMARY KEY (kind, year)
  );
  COMMENT ON TABLE record_codes IS 'the last number given; that of a removed record is not given again';
  GRANT SELECT, INSERT, UPDATE ON record_codes TO app_api;
  GRANT SELECT ON record_codes TO app_backup;
`;

const createRecord = ({ table, versions, own, organisation }: RecordTable): string => `
  CREATE TABLE ${table} (
    id uuid PRIMARY KEY,
    code text NOT NULL UNIQUE,
    ${own}
    status text NOT NULL CHECK (status IN
      ('draft', 'submitted', 'returned', 'published', 'engaged', 'closed', 'withdrawn', 'archived')),
    organisation_id uuid REFERENCES organisations,
    park_id uuid REFERENCES parks,
    owner_user_id uuid REFERENCES users,
    visibility text NOT NULL CHECK (visibility IN ('network', 'park', 'sealed')),
    confidentiality text NOT NULL CHECK (confidentiality IN ('public', 'hide-organisation', 'park-only', 'sealed')),
    title text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 500),
    text text NOT NULL CHECK (char_length(text) <= 50000),
    public_summary text CHECK (char_length(public_summary) BETWEEN 1 AND 2000),
    tags text[] NOT NULL DEFAULT '{}',
    suggested_tags jsonb NOT NULL DEFAULT '[]',
    details jsonb NOT NULL,
    must text[] NOT NULL DEFAULT '{}',
    published_at timestamptz,
    expires_on date,
    close_reason text CHECK (close_reason IN ('platform', 'self-solved', 'cancelled', 'no-match')),
    return_reason text CHECK (char_length(return_reason) BETWEEN 1 AND 1000),
    version int NOT NULL DEFAULT 1 CHECK (version > 0),
    content_version int NOT NULL DEFAULT 1 CHECK (content_version BETWEEN 1 AND version),
    source text,
    source_ref text,
    sample_set text,
    created_at timestamptz(3) NOT NULL DEFAULT now(),
    updated_at timestamptz(3) NOT NULL DEFAULT now(),
    withdrawn_at timestamptz,
    archived_at timestamptz,
    CHECK (status <> 'closed' OR close_reason IS NOT NULL),
    CHECK (status <> 'returned' OR return_reason IS NOT NULL),
    CHECK (status NOT IN ('published', 'engaged') OR published_at IS NOT NULL)
  );
  COMMENT ON COLUMN ${table}.park_id IS 'NULL: of no park, kept by the platform';
  COMMENT ON COLUMN ${table}.content_version IS 'the version that last changed what is matched; moves raise version only';
  -- Unique per tenant: a clash must not reveal that another park or organisation imported the same list.
  CREATE UNIQUE INDEX ${table}_by_source ON ${table} (source, source_ref, park_id, organisation_id)
    NULLS NOT DISTINCT WHERE source_ref IS NOT NULL;
  CREATE INDEX ${table}_of_park ON ${table} (park_id, id);
  CREATE INDEX ${table}_of_organisation ON ${table} (organisation_id, id);
  CREATE INDEX ${table}_matchable ON ${table} (id) WHERE status IN ('published', 'engaged');
  CREATE INDEX ${table}_due ON ${table} (expires_on) WHERE status = 'published' AND expires_on IS NOT NULL;
  CREATE INDEX ${table}_by_tag ON ${table} USING gin (tags);

  CREATE TABLE ${versions} (
    record_id uuid NOT NULL REFERENCES ${table} ON DELETE CASCADE,
    version int NOT NULL,
    action text NOT NULL,
    snapshot jsonb NOT NULL,
    actor_user_id uuid,
    actor_role text NOT NULL,
    reason text,
    created_at timestamptz(3) NOT NULL DEFAULT now(),
    PRIMARY KEY (record_id, version)
  );

  ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
  ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
  CREATE POLICY ${table}_read ON ${table} FOR SELECT
    USING (app.sees_record(${organisation}, park_id, visibility, owner_user_id));
  CREATE POLICY ${table}_create ON ${table} FOR INSERT
    WITH CHECK (app.edits_record(${organisation}, park_id, owner_user_id));
  CREATE POLICY ${table}_edit ON ${table} FOR UPDATE
    USING (app.edits_record(${organisation}, park_id, owner_user_id))
    WITH CHECK (app.edits_record(${organisation}, park_id, owner_user_id));
  -- A worker's grants say which columns that are.
  CREATE POLICY ${table}_suggest ON ${table} FOR UPDATE USING (app.role() = 'worker');
  CREATE POLICY ${table}_remove ON ${table} FOR DELETE USING (app.role() = 'system');

  ALTER TABLE ${versions} ENABLE ROW LEVEL SECURITY;
  ALTER TABLE ${versions} FORCE ROW LEVEL SECURITY;
  CREATE POLICY ${versions}_read ON ${versions} FOR SELECT USING (EXISTS (
    SELECT FROM ${table} r WHERE r.id = record_id
      AND (app.sees_all() OR app.edits_record(${organisation}, r.park_id, r.owner_user_id))));
  CREATE POLICY ${versions}_write ON ${versions} FOR INSERT WITH CHECK (EXISTS (
    SELECT FROM ${table} r WHERE r.id = record_id
      AND app.edits_record(${organisation}, r.park_id, r.owner_user_id)));

  GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO app_api;
  -- No UPDATE and no DELETE: a version once written stays as it was.
  GRANT SELECT, INSERT ON ${versions} TO app_api;
  GRANT SELECT ON ${table}, ${versions} TO app_worker, app_backup;
  -- The worker's two writes: to archive what has passed its last day, and to note the tags it finds in the text.
  GRANT UPDATE (status, version, updated_at, archived_at, suggested_tags) ON ${table} TO app_worker;
  GRANT INSERT ON ${versions} TO app_worker;
`;
