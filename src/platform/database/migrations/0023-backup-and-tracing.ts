import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The backup login reads sequences too; a job knows the request that asked for it and when it was last begun. */
export class BackupAndTracing1669100000023 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      GRANT SELECT ON ALL SEQUENCES IN SCHEMA public TO app_backup;
      ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON SEQUENCES TO app_backup;
      ALTER TABLE outbox ADD COLUMN request_id text, ADD COLUMN started_at timestamptz;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE outbox DROP COLUMN request_id, DROP COLUMN started_at;
      ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE SELECT ON SEQUENCES FROM app_backup;
      REVOKE SELECT ON ALL SEQUENCES IN SCHEMA public FROM app_backup;
    `);
  }
}
