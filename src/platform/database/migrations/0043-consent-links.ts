import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Links by which people say themselves what they agree to. */
export class ConsentLinks1669100000043 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE consent_links (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES persons ON DELETE CASCADE,
        park_id uuid REFERENCES parks,
        digest bytea NOT NULL UNIQUE CHECK (length(digest) = 32),
        sent_at timestamptz(3) NOT NULL,
        sent_by uuid REFERENCES users ON DELETE SET NULL,
        expires_at timestamptz(3) NOT NULL,
        answered_at timestamptz(3)
      );
      COMMENT ON COLUMN consent_links.digest IS 'SHA-256 of the token, which only the link holds';
      CREATE INDEX consent_links_of ON consent_links (person_id, id);
      ALTER TABLE consent_links ENABLE ROW LEVEL SECURITY;
      ALTER TABLE consent_links FORCE ROW LEVEL SECURITY;
      CREATE POLICY consent_links_own ON consent_links
        USING (app.writes_all() OR app.serves_park(park_id)) WITH CHECK (app.writes_all() OR app.serves_park(park_id));
      GRANT SELECT, INSERT, UPDATE ON consent_links TO app_api;
      GRANT SELECT ON consent_links TO app_backup;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE consent_links');
  }
}
