import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['needs', 'projects', 'talents'];

/** Who looks through what was submitted, and by which day its owner is answered. */
export class Screening1669100000054 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`SELECT set_config('app.role', 'system', true)`);
    for (const table of TABLES) {
      await db.query(`
        ALTER TABLE ${table}
          ADD COLUMN submitted_at timestamptz(3),
          ADD COLUMN answer_due_on date,
          ADD COLUMN accepted_at timestamptz(3),
          ADD COLUMN handler_user_id uuid REFERENCES users ON DELETE SET NULL;
        COMMENT ON COLUMN ${table}.answer_due_on IS 'the last day for the park to publish, return or decline what was submitted';
        UPDATE ${table} SET submitted_at = updated_at,
          answer_due_on = updated_at::date + (ARRAY[3, 3, 5, 5, 5, 4, 3])[extract(isodow FROM updated_at)::int]
          WHERE status = 'submitted';
        ALTER TABLE ${table} ADD CONSTRAINT ${table}_answered_by
          CHECK (status <> 'submitted' OR (submitted_at IS NOT NULL AND answer_due_on IS NOT NULL));
        CREATE INDEX ${table}_to_answer ON ${table} (answer_due_on, id) WHERE status = 'submitted';
      `);
    }
    await db.query(`
      CREATE FUNCTION app.staff_names(ids uuid[]) RETURNS TABLE (id uuid, name text)
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
          DECLARE
            asker text := current_setting('app.role', true);
          BEGIN
            PERFORM set_config('app.role', 'system', true);
            RETURN QUERY SELECT u.id, u.name FROM users u
              WHERE u.id = ANY (ids) AND u.role IN ('manager', 'park-lead', 'officer');
            PERFORM set_config('app.role', asker, true);
          END $$;
      COMMENT ON FUNCTION app.staff_names IS 'an enterprise is told who handles its need, and nothing else of the account';
      REVOKE EXECUTE ON FUNCTION app.staff_names(uuid[]) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.staff_names(uuid[]) TO app_api, app_worker;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP FUNCTION app.staff_names(uuid[])`);
    for (const table of TABLES)
      await db.query(`
        ALTER TABLE ${table} DROP CONSTRAINT ${table}_answered_by,
          DROP COLUMN submitted_at, DROP COLUMN answer_due_on, DROP COLUMN accepted_at, DROP COLUMN handler_user_id;
      `);
  }
}
