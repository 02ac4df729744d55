import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rows that are written once; only an erasure takes words out of them. */
const WRITTEN_ONCE = ['talent_versions', 'match_moves', 'match_contacts', 'match_notes'];

/**
 * Taking a person out. What they signed stays as a record without a name: the ledgers, submissions and the audit log hold ids only. The
 * person's key goes too, so that whatever was encrypted with it and is left anywhere can never be read again.
 */
export class Erasure1669100000042 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const table of WRITTEN_ONCE)
      await db.query(`CREATE POLICY ${table}_erase ON ${table} FOR UPDATE
        USING (app.role() = 'system') WITH CHECK (app.role() = 'system')`);
    await db.query(`
      CREATE TABLE review_requests (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES persons,
        park_id uuid REFERENCES parks,
        concern text NOT NULL CHECK (char_length(concern) BETWEEN 1 AND 2000),
        asked_at timestamptz(3) NOT NULL,
        asked_by uuid REFERENCES users ON DELETE SET NULL,
        answer text CHECK (char_length(answer) BETWEEN 1 AND 2000),
        answered_at timestamptz(3),
        answered_by uuid REFERENCES users ON DELETE SET NULL,
        CHECK ((answer IS NULL) = (answered_at IS NULL))
      );
      COMMENT ON TABLE review_requests IS 'a person asks that a human looks at what a score decided';
      CREATE INDEX review_requests_of ON review_requests (person_id);
      CREATE INDEX review_requests_open ON review_requests (park_id, id) WHERE answered_at IS NULL;
      ALTER TABLE review_requests ENABLE ROW LEVEL SECURITY;
      ALTER TABLE review_requests FORCE ROW LEVEL SECURITY;
      CREATE POLICY review_requests_own ON review_requests
        USING (app.writes_all() OR app.serves_park(park_id) OR person_id = app.person_id())
        WITH CHECK (app.writes_all() OR app.serves_park(park_id) OR person_id = app.person_id());
      GRANT SELECT, INSERT, UPDATE ON review_requests TO app_api;
      GRANT SELECT ON review_requests TO app_backup;

      CREATE FUNCTION app.erase_person(erased uuid) RETURNS uuid[]
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
          DECLARE
            asker text := current_setting('app.role', true);
            profiles uuid[];
            touched uuid[];
          BEGIN
            IF NOT (app.writes_all() OR erased = app.person_id()) THEN
              RAISE insufficient_privilege;
            END IF;
            PERFORM set_config('app.role', 'system', true);
            SELECT coalesce(array_agg(id), '{}') INTO profiles FROM talents WHERE person_id = erased;
            SELECT coalesce(array_agg(id), '{}') INTO touched FROM matches WHERE supply_id = ANY (profiles);

            UPDATE persons SET name = NULL, initials = '', phone_index = NULL, email_index = NULL, id_number_index = NULL,
              updated_at = now() WHERE id = erased;
            DELETE FROM person_contacts WHERE person_id = erased;
            DELETE FROM data_keys WHERE person_id = erased;
            UPDATE talents SET title = '—', initials = '', text = '', public_summary = NULL, tags = '{}', suggested_tags = '[]',
              details = details - '{school,field,employer,post,certificateNo,source,years,city,availableFrom,payMin,payMax}'::text[],
              status = 'archived', archived_at = coalesce(archived_at, now()), owner_user_id = NULL, source_ref = NULL,
              return_reason = NULL, version = version + 1, content_version = version + 1, updated_at = now()
              WHERE id = ANY (profiles);
            UPDATE talent_versions SET snapshot = '{}', reason = NULL WHERE record_id = ANY (profiles);
            UPDATE match_moves SET note = NULL WHERE match_id = ANY (touched) AND note IS NOT NULL;
            UPDATE match_contacts SET note = NULL WHERE match_id = ANY (touched) AND note IS NOT NULL;
            UPDATE match_notes SET note = '—' WHERE match_id = ANY (touched);
            UPDATE match_shares SET withdrawn_at = coalesce(withdrawn_at, now()), released = '{}', redacted_summary = NULL,
              answer_note = NULL WHERE supply_id = ANY (profiles);
            UPDATE signings SET title = '—' WHERE kind = 'talent' AND talent_id = ANY (profiles);
            UPDATE review_requests SET concern = '—', answer = CASE WHEN answer IS NULL THEN NULL ELSE '—' END
              WHERE person_id = erased;
            UPDATE consents SET withdrawn_at = now() WHERE person_id = erased AND withdrawn_at IS NULL;
            DELETE FROM attachments WHERE subject_kind IN ('talent', 'person') AND subject_id = ANY (profiles || erased);
            UPDATE users SET name = '—', login = 'erased-' || id::text, disabled_at = coalesce(disabled_at, now()),
              version = version + 1 WHERE person_id = erased;
            DELETE FROM sessions WHERE user_id IN (SELECT id FROM users WHERE person_id = erased);
            DELETE FROM credentials WHERE user_id IN (SELECT id FROM users WHERE person_id = erased);
            PERFORM set_config('app.role', asker, true);
            RETURN profiles;
          END $$;
      REVOKE EXECUTE ON FUNCTION app.erase_person(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.erase_person(uuid) TO app_api, app_worker;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP FUNCTION app.erase_person(uuid); DROP TABLE review_requests');
    for (const table of WRITTEN_ONCE) await db.query(`DROP POLICY ${table}_erase ON ${table}`);
  }
}
