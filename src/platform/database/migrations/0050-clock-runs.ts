import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When each job that arises by the clock was done last, and how that went. */
export class ClockRuns1669100000050 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE clock_runs (
        job text PRIMARY KEY,
        ended_at timestamptz(3) NOT NULL,
        ms int NOT NULL CHECK (ms >= 0),
        error text
      );
      COMMENT ON COLUMN clock_runs.error IS 'class or code of the last run''s failure; NULL: it went well';
      ALTER TABLE clock_runs ENABLE ROW LEVEL SECURITY;
      ALTER TABLE clock_runs FORCE ROW LEVEL SECURITY;
      CREATE POLICY clock_runs_read ON clock_runs FOR SELECT USING (app.sees_all());
      CREATE POLICY clock_runs_note ON clock_runs FOR INSERT WITH CHECK (app.role() = 'worker');
      CREATE POLICY clock_runs_renew ON clock_runs FOR UPDATE
        USING (app.role() = 'worker') WITH CHECK (app.role() = 'worker');
      GRANT SELECT ON clock_runs TO app_api, app_backup;
      GRANT SELECT, INSERT, UPDATE ON clock_runs TO app_worker;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE clock_runs');
  }
}
