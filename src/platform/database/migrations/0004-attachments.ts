import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files in encrypted pieces. Until a file is attached to a subject only who uploaded it sees it. */
export class Attachments1669100000004 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE attachments (
        id uuid PRIMARY KEY,
        file_name text NOT NULL CHECK (char_length(file_name) BETWEEN 1 AND 200),
        media_type text NOT NULL CHECK (char_length(media_type) BETWEEN 3 AND 100),
        byte_size int NOT NULL CHECK (byte_size BETWEEN 1 AND 20971520),
        sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        owner_user_id uuid REFERENCES users,
        subject_kind text CHECK (subject_kind ~ '^[a-z][a-z-]{1,30}$'),
        subject_id uuid,
        organisation_id uuid REFERENCES organisations,
        park_id uuid REFERENCES parks,
        visibility text NOT NULL DEFAULT 'sealed' CHECK (visibility IN ('network', 'park', 'sealed')),
        personal boolean NOT NULL DEFAULT false,
        sample_set text,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        CHECK ((subject_kind IS NULL) = (subject_id IS NULL))
      );
      COMMENT ON COLUMN attachments.personal IS 'a CV, a roster: nobody reads it who may not edit its subject';
      CREATE INDEX attachments_of ON attachments (subject_kind, subject_id);

      CREATE TABLE attachment_chunks (
        attachment_id uuid NOT NULL REFERENCES attachments ON DELETE CASCADE,
        ordinal int NOT NULL CHECK (ordinal >= 0),
        sealed bytea NOT NULL,
        PRIMARY KEY (attachment_id, ordinal)
      );
      ALTER TABLE attachment_chunks ALTER COLUMN sealed SET STORAGE EXTERNAL;

      ALTER TABLE attachments ENABLE ROW LEVEL SECURITY;
      ALTER TABLE attachments FORCE ROW LEVEL SECURITY;
      CREATE POLICY attachments_read ON attachments FOR SELECT USING (
        CASE WHEN personal
          THEN app.edits_record(organisation_id, park_id, owner_user_id) OR owner_user_id = app.user_id()
          ELSE app.sees_record(organisation_id, park_id, visibility, owner_user_id) END);
      CREATE POLICY attachments_upload ON attachments FOR INSERT WITH CHECK (
        app.writes_all() OR (owner_user_id = app.user_id() AND subject_id IS NULL AND park_id IS NULL));
      CREATE POLICY attachments_attach ON attachments FOR UPDATE
        USING (app.writes_all() OR (owner_user_id = app.user_id() AND subject_id IS NULL))
        WITH CHECK (app.edits_record(organisation_id, park_id, owner_user_id));
      CREATE POLICY attachments_remove ON attachments FOR DELETE USING (app.writes_all());

      ALTER TABLE attachment_chunks ENABLE ROW LEVEL SECURITY;
      ALTER TABLE attachment_chunks FORCE ROW LEVEL SECURITY;
      CREATE POLICY attachment_chunks_read ON attachment_chunks FOR SELECT
        USING (EXISTS (SELECT FROM attachments a WHERE a.id = attachment_id));
      CREATE POLICY attachment_chunks_upload ON attachment_chunks FOR INSERT WITH CHECK (
        EXISTS (SELECT FROM attachments a WHERE a.id = attachment_id AND a.subject_id IS NULL
          AND (app.writes_all() OR a.owner_user_id = app.user_id())));

      GRANT SELECT, INSERT, UPDATE, DELETE ON attachments TO app_api;
      GRANT SELECT, INSERT ON attachment_chunks TO app_api;
      GRANT SELECT ON attachments, attachment_chunks TO app_backup;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE attachment_chunks, attachments');
  }
}
