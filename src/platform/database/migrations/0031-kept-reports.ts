import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports that make themselves, as they were. */
export class KeptReports1669100000031 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE kept_reports (
        id uuid PRIMARY KEY,
        plan_id uuid NOT NULL REFERENCES plans,
        kind text NOT NULL CHECK (kind IN ('weekly', 'monthly')),
        from_on date NOT NULL,
        content jsonb NOT NULL,
        made_at timestamptz(3) NOT NULL,
        sample_set text,
        UNIQUE (plan_id, kind, from_on)
      );
      ALTER TABLE kept_reports ENABLE ROW LEVEL SECURITY;
      ALTER TABLE kept_reports FORCE ROW LEVEL SECURITY;
      -- They hold numbers without names, as the board does.
      CREATE POLICY kept_reports_read ON kept_reports FOR SELECT USING (app.role() NOT IN ('', 'enterprise'));
      CREATE POLICY kept_reports_add ON kept_reports FOR INSERT WITH CHECK (app.role() = 'system');
      GRANT SELECT, INSERT ON kept_reports TO app_api, app_worker;
      GRANT SELECT ON kept_reports TO app_backup;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE kept_reports');
  }
}
