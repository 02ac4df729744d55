import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The functions every row-level security policy is written with. They read the transaction's settings (see Database.as)
 * and fail closed: without a context no role matches, so no row is seen.
 */
export class ActorContext1669000000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE SCHEMA app;
      GRANT USAGE ON SCHEMA app, public TO app_api, app_worker, app_backup;

      CREATE FUNCTION app.role() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
        AS $$ SELECT coalesce(current_setting('app.role', true), '') $$;
      CREATE FUNCTION app.user_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
        AS $$ SELECT nullif(current_setting('app.user_id', true), '')::uuid $$;
      CREATE FUNCTION app.organisation_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
        AS $$ SELECT nullif(current_setting('app.organisation_id', true), '')::uuid $$;
      CREATE FUNCTION app.person_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
        AS $$ SELECT nullif(current_setting('app.person_id', true), '')::uuid $$;
      CREATE FUNCTION app.park_ids() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
        AS $$ SELECT coalesce(nullif(current_setting('app.park_ids', true), ''), '{}')::uuid[] $$;
      CREATE FUNCTION app.activity_ids() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
        AS $$ SELECT coalesce(nullif(current_setting('app.activity_ids', true), ''), '{}')::uuid[] $$;

      -- Reads every row of every tenant.
      CREATE FUNCTION app.sees_all() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
        AS $$ SELECT app.role() IN ('manager', 'auditor', 'worker', 'system') $$;
      -- Writes rows of every tenant.
      CREATE FUNCTION app.writes_all() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
        AS $$ SELECT app.role() IN ('manager', 'system') $$;
      -- Works in the park: its officers and its lead.
      CREATE FUNCTION app.serves_park(park uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
        AS $$ SELECT app.role() IN ('officer', 'park-lead') AND park = ANY (app.park_ids()) $$;

      -- Needs, projects and talents share one rule of who sees and who edits them.
      CREATE FUNCTION app.sees_record(organisation uuid, park uuid, visibility text, owner uuid)
        RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
          SELECT app.sees_all()
            OR app.serves_park(park)
            OR (app.role() IN ('officer', 'park-lead') AND visibility = 'network')
            OR (app.role() = 'enterprise' AND organisation = app.organisation_id())
            OR owner = app.user_id() $$;
      CREATE FUNCTION app.edits_record(organisation uuid, park uuid, owner uuid)
        RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
          SELECT app.writes_all()
            OR app.serves_park(park)
            OR (app.role() = 'enterprise' AND organisation = app.organisation_id())
            OR (app.role() IN ('project-owner', 'talent') AND owner = app.user_id()) $$;
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA app TO app_api, app_worker, app_backup;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP SCHEMA app CASCADE');
  }
}
