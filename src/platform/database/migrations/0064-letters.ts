import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What guests of a session were written by mail, and whether they are reminded the day before. */
export class Letters1669100000064 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE activity_sessions ADD COLUMN reminds boolean NOT NULL DEFAULT true;
      COMMENT ON COLUMN activity_sessions.reminds IS 'those who come get a mail the day before';

      CREATE TABLE session_letters (
        id uuid PRIMARY KEY,
        session_id uuid NOT NULL REFERENCES activity_sessions ON DELETE CASCADE,
        guest_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('invitation', 'reminder')),
        locale text NOT NULL CHECK (locale IN ('zh-CN', 'en')),
        held_on date NOT NULL,
        address_index bytea NOT NULL,
        state text NOT NULL CHECK (state IN ('waiting', 'sent', 'withheld')),
        reason text,
        asked_by uuid REFERENCES users,
        asked_at timestamptz(3) NOT NULL,
        settled_at timestamptz(3),
        FOREIGN KEY (guest_id, session_id) REFERENCES session_guests (id, session_id) ON DELETE CASCADE,
        CHECK ((state = 'waiting') = (settled_at IS NULL)),
        CHECK ((state = 'withheld') = (reason IS NOT NULL))
      );
      COMMENT ON COLUMN session_letters.held_on IS 'the day that the letter names: a day that moves is written anew';
      COMMENT ON COLUMN session_letters.address_index IS 'keyed digest of the address it goes to, which is read at sending';
      COMMENT ON COLUMN session_letters.asked_by IS 'NULL: asked for by the clock';
      -- One that was withheld may be asked for again.
      CREATE UNIQUE INDEX session_letters_once ON session_letters (guest_id, kind, held_on, address_index)
        WHERE state <> 'withheld';
      CREATE INDEX session_letters_of ON session_letters (session_id);

      ALTER TABLE session_letters ENABLE ROW LEVEL SECURITY;
      ALTER TABLE session_letters FORCE ROW LEVEL SECURITY;
      -- Who sees a guest sees what it was written; the inner table shows a park only its own guests.
      CREATE POLICY session_letters_read ON session_letters FOR SELECT USING (
        EXISTS (SELECT FROM session_guests g WHERE g.id = guest_id));
      CREATE POLICY session_letters_ask ON session_letters FOR INSERT WITH CHECK (
        app.role() = 'worker' OR (app.role() <> 'auditor' AND asked_by IS NOT DISTINCT FROM app.user_id()
          AND EXISTS (SELECT FROM session_guests g WHERE g.id = guest_id)));
      CREATE POLICY session_letters_settle ON session_letters FOR UPDATE
        USING (app.role() = 'worker') WITH CHECK (app.role() = 'worker');

      GRANT SELECT, INSERT ON session_letters TO app_api;
      GRANT SELECT, INSERT, UPDATE ON session_letters TO app_worker;
      GRANT SELECT ON session_letters TO app_backup;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE session_letters;
      ALTER TABLE activity_sessions DROP COLUMN reminds;
    `);
  }
}
