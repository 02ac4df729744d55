import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Remarks on a match that move nothing, and what a shortlist held before it last changed. */
export class NotesAndChanges1669100000016 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE match_notes (
        id uuid PRIMARY KEY,
        match_id uuid NOT NULL REFERENCES matches (id),
        note text NOT NULL CHECK (char_length(note) BETWEEN 1 AND 2000),
        written_by uuid,
        written_at timestamptz(3) NOT NULL DEFAULT now(),
        sample_set text
      );
      CREATE INDEX match_notes_of ON match_notes (match_id, written_at);
      ALTER TABLE match_notes ENABLE ROW LEVEL SECURITY;
      ALTER TABLE match_notes FORCE ROW LEVEL SECURITY;
      CREATE POLICY match_notes_read ON match_notes FOR SELECT USING (app.sees_match(match_id));
      CREATE POLICY match_notes_add ON match_notes FOR INSERT WITH CHECK (app.moves_match(match_id));
      GRANT SELECT, INSERT ON match_notes TO app_api;
      GRANT SELECT ON match_notes TO app_worker, app_backup;

      ALTER TABLE shortlists ADD COLUMN previous_ids uuid[] NOT NULL DEFAULT '{}',
        ADD COLUMN changed_at timestamptz;
      COMMENT ON COLUMN shortlists.previous_ids IS 'the supplies before the last change of the list, best first';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE shortlists DROP COLUMN previous_ids, DROP COLUMN changed_at;
      DROP TABLE match_notes;
    `);
  }
}
