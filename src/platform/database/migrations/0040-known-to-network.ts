import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A park learns that somebody is known elsewhere in the network, and nothing more: neither which park nor what it wrote. Enterprises and
 * the person's own account are told nothing.
 */
export class KnownToNetwork1669100000040 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION app.has_profile_elsewhere(person uuid, park uuid) RETURNS boolean
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
          DECLARE
            asker text := current_setting('app.role', true);
            found boolean;
          BEGIN
            -- A profile that the other park keeps to itself counts too.
            PERFORM set_config('app.role', 'system', true);
            SELECT EXISTS (SELECT FROM talents
              WHERE person_id = person AND park_id IS DISTINCT FROM park AND status <> 'draft') INTO found;
            PERFORM set_config('app.role', asker, true);
            RETURN found;
          END $$;
      CREATE FUNCTION app.known_to_network(person uuid, park uuid) RETURNS boolean LANGUAGE sql AS $$
        SELECT app.role() IN ('manager', 'park-lead', 'officer') AND app.has_profile_elsewhere(person, park) $$;
      REVOKE EXECUTE ON FUNCTION app.has_profile_elsewhere(uuid, uuid), app.known_to_network(uuid, uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.has_profile_elsewhere(uuid, uuid), app.known_to_network(uuid, uuid) TO app_api;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP FUNCTION app.known_to_network(uuid, uuid), app.has_profile_elsewhere(uuid, uuid)`);
  }
}
