import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who a session speaks for, in one statement, for every request asks it first. It looks as the system, and is that only until it
 * has answered. Nobody gains by it what the login could not do before: each transaction names its actor itself.
 */
export class SessionInOneLook1669100000059 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION app.acting_users(today date)
        RETURNS TABLE (id uuid, login text, role text, organisation_id uuid, person_id uuid, park_ids text[], activity_ids text[])
        LANGUAGE sql STABLE AS $$
          SELECT u.id, u.login, u.role, u.organisation_id, u.person_id,
            ARRAY(SELECT p.park_id::text FROM user_parks p WHERE p.user_id = u.id),
            ARRAY(SELECT a.activity_id::text FROM user_activities a WHERE a.user_id = u.id)
          FROM users u WHERE u.disabled_at IS NULL AND (u.expires_on IS NULL OR u.expires_on >= today) $$;
      COMMENT ON FUNCTION app.acting_users IS 'users who are neither disabled nor past their last day';

      CREATE FUNCTION app.find_session(token bytea, now timestamptz, idle_since timestamptz, today date)
        RETURNS TABLE (seen_at timestamptz, expires_at timestamptz, pending text, user_id uuid, role text,
          organisation_id uuid, person_id uuid, park_ids text[], activity_ids text[])
        LANGUAGE plpgsql AS $$
          BEGIN
            PERFORM set_config('app.role', 'system', true);
            RETURN QUERY
              SELECT s.seen_at, s.expires_at, s.pending, u.id, u.role, u.organisation_id, u.person_id, u.park_ids, u.activity_ids
              FROM sessions s JOIN app.acting_users(today) u ON u.id = s.user_id
              WHERE s.token_hash = token AND s.expires_at > now AND s.seen_at > idle_since;
            PERFORM set_config('app.role', '', true);
          END $$;
      REVOKE EXECUTE ON FUNCTION app.acting_users, app.find_session FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.acting_users, app.find_session TO app_api, app_worker;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP FUNCTION app.find_session; DROP FUNCTION app.acting_users');
  }
}
