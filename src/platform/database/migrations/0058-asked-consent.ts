import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The worker, for whom shortlists are read, sees which people have been asked and have not answered yet. */
export class AskedConsent1669100000058 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE POLICY consent_links_asked ON consent_links FOR SELECT USING (app.role() = 'worker');
      GRANT SELECT ON consent_links TO app_worker;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      REVOKE SELECT ON consent_links FROM app_worker;
      DROP POLICY consent_links_asked ON consent_links;
    `);
  }
}
