import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An erasure also takes the digest of the address that a person was written at. */
export class ErasingLetters1669100000075 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE session_letters ALTER COLUMN address_index DROP NOT NULL;
      CREATE POLICY session_letters_erase ON session_letters FOR UPDATE
        USING (app.role() = 'system') WITH CHECK (app.role() = 'system');
    `);
    await db.query(
      erasing(`
        UPDATE session_letters SET address_index = NULL WHERE guest_id IN (
          SELECT id FROM session_guests WHERE organisation_id IS NULL AND talent_ids && profiles);`),
    );
    await db.query(`
      SELECT set_config('app.role', 'system', true);
      UPDATE session_letters SET address_index = NULL WHERE guest_id IN (
        SELECT g.id FROM session_guests g JOIN talents t ON t.id = ANY (g.talent_ids) JOIN persons p ON p.id = t.person_id
        WHERE g.organisation_id IS NULL AND p.name IS NULL);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(erasing(''));
    await db.query(`
      SELECT set_config('app.role', 'system', true);
      UPDATE session_letters SET address_index = uuid_send(id) WHERE address_index IS NULL;
      DROP POLICY session_letters_erase ON session_letters;
      ALTER TABLE session_letters ALTER COLUMN address_index SET NOT NULL;
    `);
  }
}

/** `app.erase_person` as migration 0049 has it, with `letters` in it. */
const erasing = (letters: string) => `
  CREATE OR REPLACE FUNCTION app.erase_person(erased uuid) RETURNS uuid[]
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE
        asker text := current_setting('app.role', true);
        profiles uuid[] := app.erase_from_records(erased);
        talks uuid[];
      BEGIN
        PERFORM set_config('app.role', 'system', true);
        SELECT coalesce(array_agg(id), '{}') INTO talks FROM session_meetings WHERE supply_id = ANY (profiles);
        UPDATE session_guests SET label = '—', details = NULL, tail_index = NULL
          WHERE organisation_id IS NULL AND talent_ids && profiles;${letters}
        UPDATE session_meetings SET note = NULL WHERE id = ANY (talks) AND note IS NOT NULL;
        UPDATE session_follow_ups SET note = NULL WHERE meeting_id = ANY (talks) AND note IS NOT NULL;
        UPDATE signings SET explanation = NULL WHERE kind = 'talent' AND talent_id = ANY (profiles);
        PERFORM set_config('app.role', asker, true);
        RETURN profiles;
      END $$;
`;
