import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever was merged into a person is that person: they are erased together, and so is what a merge of them could give back. */
export class ErasingMerged1669100000053 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION app.erase_merged_person(erased uuid) RETURNS uuid[]
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
          DECLARE
            asker text := current_setting('app.role', true);
            profiles uuid[] := '{}';
            one uuid;
          BEGIN
            IF NOT (app.writes_all() OR erased = app.person_id()) THEN
              RAISE insufficient_privilege;
            END IF;
            PERFORM set_config('app.role', 'system', true);
            FOR one IN SELECT id FROM persons WHERE erased IN (id, merged_into) LOOP
              profiles := profiles || app.erase_person(one);
            END LOOP;
            UPDATE record_merges SET steps = NULL, reason = '—'
              WHERE kind = 'talent' AND (from_id = ANY (profiles) OR into_id = ANY (profiles));
            PERFORM set_config('app.role', asker, true);
            RETURN profiles;
          END $$;
      REVOKE EXECUTE ON FUNCTION app.erase_merged_person(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.erase_merged_person(uuid) TO app_api, app_worker;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP FUNCTION app.erase_merged_person(uuid)');
  }
}
