import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Users and how they sign in, what they agreed to, and what they did. Secrets are kept as digests only. */
export class Identity1669100000002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE users (
        id uuid PRIMARY KEY,
        login text NOT NULL CHECK (login = lower(login) AND length(login) BETWEEN 2 AND 100),
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
        role text NOT NULL CHECK (role IN ('manager', 'park-lead', 'officer', 'enterprise', 'organiser',
          'commission', 'auditor', 'project-owner', 'talent')),
        organisation_id uuid CHECK ((role = 'enterprise') = (organisation_id IS NOT NULL)),
        person_id uuid CHECK (person_id IS NULL OR role IN ('project-owner', 'talent')),
        expires_on date CHECK (role <> 'auditor' OR expires_on IS NOT NULL),
        disabled_at timestamptz(3),
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        version int NOT NULL DEFAULT 1,
        sample_set text
      );
      CREATE UNIQUE INDEX users_login ON users (login);

      CREATE TABLE user_parks (
        user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
        park_id uuid NOT NULL,
        PRIMARY KEY (user_id, park_id)
      );
      CREATE TABLE user_activities (
        user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
        activity_id uuid NOT NULL,
        PRIMARY KEY (user_id, activity_id)
      );

      CREATE TABLE credentials (
        user_id uuid PRIMARY KEY REFERENCES users ON DELETE CASCADE,
        password_hash text NOT NULL,
        changed_at timestamptz(3) NOT NULL DEFAULT now()
      );

      CREATE TABLE sessions (
        token_hash bytea PRIMARY KEY CHECK (length(token_hash) = 32),
        user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
        created_at timestamptz(3) NOT NULL,
        seen_at timestamptz(3) NOT NULL,
        expires_at timestamptz(3) NOT NULL
      );
      CREATE INDEX sessions_user ON sessions (user_id);
      CREATE INDEX sessions_expiry ON sessions (expires_at);

      CREATE TABLE sign_in_throttles (
        key bytea PRIMARY KEY,
        failures int NOT NULL,
        last_at timestamptz(3) NOT NULL,
        blocked_until timestamptz(3) NOT NULL
      );

      CREATE TABLE api_keys (
        id uuid PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
        secret_hash bytea NOT NULL CHECK (length(secret_hash) = 32),
        scopes text[] NOT NULL CHECK (cardinality(scopes) > 0),
        created_at timestamptz(3) NOT NULL,
        expires_at timestamptz(3) NOT NULL,
        used_at timestamptz(3),
        revoked_at timestamptz(3)
      );
      CREATE INDEX api_keys_user ON api_keys (user_id);

      CREATE TABLE data_keys (
        person_id uuid PRIMARY KEY,
        wrapped bytea NOT NULL
      );

      CREATE TABLE consents (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL,
        purpose text NOT NULL CHECK (purpose IN ('matching', 'sharing', 'contact')),
        text_version text NOT NULL,
        basis text NOT NULL CHECK (basis IN ('signed', 'employer-undertaking', 'public-source')),
        source text,
        document_id uuid,
        given_at timestamptz(3) NOT NULL,
        withdrawn_at timestamptz(3) CHECK (withdrawn_at >= given_at),
        recorded_by uuid,
        sample_set text
      );
      CREATE UNIQUE INDEX consents_live ON consents (person_id, purpose) WHERE withdrawn_at IS NULL;

      CREATE TABLE audit_entries (
        id uuid PRIMARY KEY,
        at timestamptz(3) NOT NULL,
        actor_user_id uuid,
        actor_role text NOT NULL,
        action text NOT NULL,
        subject_kind text NOT NULL,
        subject_id text,
        detail jsonb NOT NULL DEFAULT '{}',
        request_id text
      );
      CREATE INDEX audit_entries_subject ON audit_entries (subject_kind, subject_id, id);
      CREATE TABLE audit_links (
        position bigint PRIMARY KEY CHECK (position > 0),
        entry_id uuid NOT NULL UNIQUE REFERENCES audit_entries,
        hash bytea NOT NULL CHECK (length(hash) = 32)
      );

      CREATE TABLE idempotency_keys (
        user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
        key text NOT NULL,
        request_hash bytea NOT NULL,
        status int,
        answer bytea,
        created_at timestamptz(3) NOT NULL,
        PRIMARY KEY (user_id, key)
      );
      CREATE INDEX idempotency_keys_age ON idempotency_keys (created_at);
    `);
    await db.query(policies);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE idempotency_keys, audit_links, audit_entries, consents, data_keys, api_keys,
      sign_in_throttles, sessions, credentials, user_activities, user_parks, users`);
  }
}

const tables = [
  'users',
  'user_parks',
  'user_activities',
  'credentials',
  'sessions',
  'sign_in_throttles',
  'api_keys',
  'data_keys',
  'consents',
  'audit_entries',
  'audit_links',
  'idempotency_keys',
];

/** Signing in runs as `system`: no other role reads a secret. Entries of the audit log are only ever added. */
const policies = `
  ${tables.map((table) => `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY; ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;`).join('\n')}

  CREATE POLICY users_read ON users FOR SELECT USING (
    app.sees_all() OR id = app.user_id() OR app.role() IN ('officer', 'park-lead', 'organiser'));
  CREATE POLICY users_write ON users USING (app.writes_all()) WITH CHECK (app.writes_all());
  CREATE POLICY user_parks_read ON user_parks FOR SELECT USING (
    app.sees_all() OR user_id = app.user_id() OR app.role() IN ('officer', 'park-lead', 'organiser'));
  CREATE POLICY user_parks_write ON user_parks USING (app.writes_all()) WITH CHECK (app.writes_all());
  CREATE POLICY user_activities_read ON user_activities FOR SELECT USING (app.sees_all() OR user_id = app.user_id());
  CREATE POLICY user_activities_write ON user_activities USING (app.writes_all()) WITH CHECK (app.writes_all());

  CREATE POLICY credentials_system ON credentials USING (app.role() = 'system') WITH CHECK (app.role() = 'system');
  CREATE POLICY sessions_system ON sessions USING (app.role() = 'system') WITH CHECK (app.role() = 'system');
  CREATE POLICY throttles_system ON sign_in_throttles
    USING (app.role() = 'system') WITH CHECK (app.role() = 'system');
  CREATE POLICY api_keys_own ON api_keys
    USING (app.writes_all() OR user_id = app.user_id()) WITH CHECK (app.writes_all() OR user_id = app.user_id());

  CREATE POLICY data_keys_any ON data_keys USING (app.role() <> '') WITH CHECK (app.role() <> '');

  CREATE POLICY consents_read ON consents FOR SELECT USING (
    app.sees_all() OR app.role() IN ('officer', 'park-lead') OR person_id = app.person_id());
  CREATE POLICY consents_write ON consents
    USING (app.writes_all() OR app.role() IN ('officer', 'park-lead') OR person_id = app.person_id())
    WITH CHECK (app.writes_all() OR app.role() IN ('officer', 'park-lead') OR person_id = app.person_id());

  CREATE POLICY audit_add ON audit_entries FOR INSERT WITH CHECK (
    app.role() = 'system' OR (app.role() = actor_role AND actor_user_id IS NOT DISTINCT FROM app.user_id()));
  CREATE POLICY audit_read ON audit_entries FOR SELECT USING (app.role() IN ('manager', 'auditor', 'system'));
  CREATE POLICY audit_links_add ON audit_links FOR INSERT WITH CHECK (app.role() = 'system');
  CREATE POLICY audit_links_read ON audit_links FOR SELECT USING (app.role() IN ('manager', 'auditor', 'system'));

  CREATE POLICY idempotency_own ON idempotency_keys
    USING (user_id = app.user_id() OR app.role() = 'system')
    WITH CHECK (user_id = app.user_id() OR app.role() = 'system');

  GRANT SELECT, INSERT, UPDATE, DELETE ON users, user_parks, user_activities, credentials, sessions,
    sign_in_throttles, api_keys, consents, idempotency_keys TO app_api;
  GRANT SELECT, INSERT, DELETE ON data_keys TO app_api;
  GRANT SELECT, INSERT ON audit_entries, audit_links TO app_api, app_worker;
  GRANT SELECT ON users, user_parks, user_activities, data_keys, consents TO app_worker;
  GRANT SELECT, DELETE ON sessions, sign_in_throttles, idempotency_keys TO app_worker;
  GRANT SELECT ON migrations TO app_api, app_worker, app_backup;
  GRANT SELECT ON ${tables.join(', ')} TO app_backup;
`;
