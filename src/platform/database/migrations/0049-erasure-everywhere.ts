import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An erasure also takes who came to an activity and what was noted there; who was erased lately is found at once. */
export class ErasureEverywhere1669100000049 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE INDEX persons_erased ON persons (updated_at) WHERE name IS NULL;

      ALTER FUNCTION app.erase_person(uuid) RENAME TO erase_from_records;
      REVOKE EXECUTE ON FUNCTION app.erase_from_records(uuid) FROM app_api, app_worker;

      CREATE FUNCTION app.erase_person(erased uuid) RETURNS uuid[]
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
          DECLARE
            asker text := current_setting('app.role', true);
            profiles uuid[] := app.erase_from_records(erased);
            talks uuid[];
          BEGIN
            PERFORM set_config('app.role', 'system', true);
            SELECT coalesce(array_agg(id), '{}') INTO talks FROM session_meetings WHERE supply_id = ANY (profiles);
            UPDATE session_guests SET label = '—', details = NULL, tail_index = NULL
              WHERE organisation_id IS NULL AND talent_ids && profiles;
            UPDATE session_meetings SET note = NULL WHERE id = ANY (talks) AND note IS NOT NULL;
            UPDATE session_follow_ups SET note = NULL WHERE meeting_id = ANY (talks) AND note IS NOT NULL;
            UPDATE signings SET explanation = NULL WHERE kind = 'talent' AND talent_id = ANY (profiles);
            PERFORM set_config('app.role', asker, true);
            RETURN profiles;
          END $$;
      REVOKE EXECUTE ON FUNCTION app.erase_person(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.erase_person(uuid) TO app_api, app_worker;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP FUNCTION app.erase_person(uuid);
      ALTER FUNCTION app.erase_from_records(uuid) RENAME TO erase_person;
      GRANT EXECUTE ON FUNCTION app.erase_person(uuid) TO app_api, app_worker;
      DROP INDEX persons_erased;
    `);
  }
}
