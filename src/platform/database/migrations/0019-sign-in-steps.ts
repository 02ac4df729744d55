import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A second factor, passwords that must be replaced, accounts of an identity provider; and checks made explicit. */
export class SignInSteps1669100000019 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE sessions ADD pending text
        CHECK (pending IN ('second-factor', 'new-password', 'set-up-second-factor'));
      COMMENT ON COLUMN sessions.pending IS 'what is still asked of the person before the session opens anything';
      ALTER TABLE credentials ADD temporary_until timestamptz(3);
      COMMENT ON COLUMN credentials.temporary_until IS 'a password given by somebody else: good until then, for choosing another';

      CREATE TABLE second_factors (
        user_id uuid PRIMARY KEY REFERENCES users ON DELETE CASCADE,
        secret bytea NOT NULL,
        confirmed_at timestamptz(3),
        last_step bigint NOT NULL DEFAULT 0
      );
      COMMENT ON COLUMN second_factors.last_step IS 'the 30-second step of the last code taken: none is taken twice';
      CREATE TABLE recovery_codes (
        user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
        code_hash bytea NOT NULL CHECK (length(code_hash) = 32),
        PRIMARY KEY (user_id, code_hash)
      );
      CREATE TABLE external_identities (
        issuer text NOT NULL,
        subject text NOT NULL,
        user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
        linked_at timestamptz(3) NOT NULL,
        PRIMARY KEY (issuer, subject)
      );
      CREATE INDEX external_identities_user ON external_identities (user_id);
    `);
    for (const table of SECRETS)
      await db.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY ${table}_system ON ${table}
          USING (app.role() = 'system') WITH CHECK (app.role() = 'system');
        GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO app_api;
        GRANT SELECT ON ${table} TO app_backup;`);
    await db.query(EXPLICIT);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP POLICY record_codes_any ON record_codes;
      ALTER TABLE record_codes DISABLE ROW LEVEL SECURITY;
      ALTER TABLE record_codes NO FORCE ROW LEVEL SECURITY;
      DROP TABLE ${SECRETS.join(', ')};
      ALTER TABLE credentials DROP temporary_until;
      ALTER TABLE sessions DROP pending;
    `);
  }
}

const SECRETS = ['second_factors', 'recovery_codes', 'external_identities'];

/** Without WITH CHECK PostgreSQL takes USING for it; what is meant is said. Counters of codes need an actor like the rest. */
const EXPLICIT = `
  ALTER POLICY persons_edit ON persons WITH CHECK (
    app.writes_all() OR id = app.person_id() OR EXISTS (SELECT FROM person_contacts c WHERE c.person_id = persons.id));
  ALTER POLICY needs_suggest ON needs WITH CHECK (app.role() = 'worker');
  ALTER POLICY projects_suggest ON projects WITH CHECK (app.role() = 'worker');
  ALTER POLICY talents_suggest ON talents WITH CHECK (app.role() = 'worker');
  ALTER TABLE record_codes ENABLE ROW LEVEL SECURITY;
  ALTER TABLE record_codes FORCE ROW LEVEL SECURITY;
  CREATE POLICY record_codes_any ON record_codes USING (app.role() <> '') WITH CHECK (app.role() <> '');
`;
