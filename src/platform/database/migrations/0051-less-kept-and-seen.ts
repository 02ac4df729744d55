import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a list said and was never taken in is not kept for good: files, rows with their contacts. A worker may not read it, so it
 * goes by a function that answers a number only. And persons' keys are seen by who keeps people, and by the person.
 */
export class LessKeptAndSeen1669100000051 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE imports ALTER COLUMN attachment_id DROP NOT NULL;
      COMMENT ON COLUMN imports.attachment_id IS 'NULL once the file was forgotten; of its rows those are left that became records';
      CREATE INDEX imports_of_file ON imports (attachment_id) WHERE attachment_id IS NOT NULL;

      CREATE FUNCTION app.forget_imports(before timestamptz) RETURNS int
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
          DECLARE
            due uuid[];
            files uuid[];
          BEGIN
            IF app.role() <> 'system' THEN
              RAISE insufficient_privilege;
            END IF;
            SELECT coalesce(array_agg(id), '{}'), coalesce(array_agg(attachment_id), '{}') INTO due, files FROM (
              SELECT id, attachment_id FROM imports
              WHERE attachment_id IS NOT NULL AND state NOT IN ('running', 'reverting')
                AND greatest(created_at, finished_at, reverted_at) < before
              ORDER BY id LIMIT 200 FOR UPDATE) old;
            -- Lists that were never taken in leave nothing.
            DELETE FROM imports WHERE id = ANY (due) AND started_at IS NULL;
            UPDATE imports SET attachment_id = NULL WHERE id = ANY (due);
            DELETE FROM import_rows WHERE import_id = ANY (due) AND record_id IS NULL;
            DELETE FROM attachments WHERE id = ANY (files);
            RETURN cardinality(due);
          END $$;
      REVOKE EXECUTE ON FUNCTION app.forget_imports(timestamptz) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.forget_imports(timestamptz) TO app_worker;

      DROP POLICY data_keys_any ON data_keys;
      CREATE POLICY data_keys_kept ON data_keys
        USING (app.sees_all() OR app.role() IN ('officer', 'park-lead') OR person_id = app.person_id())
        WITH CHECK (app.sees_all() OR app.role() IN ('officer', 'park-lead') OR person_id = app.person_id());
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP POLICY data_keys_kept ON data_keys;
      CREATE POLICY data_keys_any ON data_keys USING (app.role() <> '') WITH CHECK (app.role() <> '');
      DROP FUNCTION app.forget_imports(timestamptz);
      DROP INDEX imports_of_file;
      DELETE FROM imports WHERE attachment_id IS NULL;
      ALTER TABLE imports ALTER COLUMN attachment_id SET NOT NULL;
    `);
  }
}
