import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the workers found to be entered twice likely, and how far they are with looking. */
export class DuplicatePairs1669100000065 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE duplicate_searches (
        kind text PRIMARY KEY CHECK (kind IN ('organisation', 'need', 'project', 'talent')),
        state text NOT NULL CHECK (state IN ('waiting', 'running', 'finished', 'failed')),
        total int NOT NULL DEFAULT 0,
        done int NOT NULL DEFAULT 0,
        asked_at timestamptz(3) NOT NULL,
        started_at timestamptz(3),
        finished_at timestamptz(3)
      );
      COMMENT ON COLUMN duplicate_searches.total IS 'of records that are held against each other';

      CREATE TABLE duplicate_pairs (
        kind text NOT NULL CHECK (kind IN ('organisation', 'need', 'project', 'talent')),
        first_id uuid NOT NULL,
        second_id uuid NOT NULL,
        first_park_id uuid,
        second_park_id uuid,
        reasons text[] NOT NULL,
        likeness float8 NOT NULL CHECK (likeness BETWEEN 0 AND 1),
        PRIMARY KEY (first_id, second_id),
        CHECK (first_id < second_id)
      );
      CREATE INDEX duplicate_pairs_of ON duplicate_pairs (kind, likeness DESC, first_id);

      ALTER TABLE duplicate_searches ENABLE ROW LEVEL SECURITY;
      ALTER TABLE duplicate_searches FORCE ROW LEVEL SECURITY;
      CREATE POLICY duplicate_searches_read ON duplicate_searches FOR SELECT USING (
        app.sees_all() OR app.role() IN ('officer', 'park-lead'));
      CREATE POLICY duplicate_searches_ask ON duplicate_searches FOR INSERT WITH CHECK (
        app.role() IN ('manager', 'officer', 'park-lead', 'worker', 'system'));
      CREATE POLICY duplicate_searches_go_on ON duplicate_searches FOR UPDATE
        USING (app.role() IN ('manager', 'officer', 'park-lead', 'worker', 'system'))
        WITH CHECK (app.role() IN ('manager', 'officer', 'park-lead', 'worker', 'system'));

      ALTER TABLE duplicate_pairs ENABLE ROW LEVEL SECURITY;
      ALTER TABLE duplicate_pairs FORCE ROW LEVEL SECURITY;
      -- That another park has the same is the platform's to know.
      CREATE POLICY duplicate_pairs_read ON duplicate_pairs FOR SELECT USING (
        app.sees_all() OR (app.serves_park(first_park_id) AND app.serves_park(second_park_id))
        OR (kind = 'organisation' AND app.role() IN ('officer', 'park-lead')));
      CREATE POLICY duplicate_pairs_find ON duplicate_pairs
        USING (app.role() = 'worker') WITH CHECK (app.role() = 'worker');

      GRANT SELECT, INSERT, UPDATE ON duplicate_searches TO app_api, app_worker;
      GRANT SELECT ON duplicate_pairs TO app_api;
      GRANT SELECT, INSERT, DELETE ON duplicate_pairs TO app_worker;
      GRANT SELECT ON duplicate_searches, duplicate_pairs TO app_backup;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE duplicate_pairs, duplicate_searches');
  }
}
