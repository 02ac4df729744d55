import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The sheets a file has, so that another than the one that was taken can be chosen. */
export class Sheets1669100000056 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE imports ADD COLUMN sheets text[] NOT NULL DEFAULT '{}'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE imports DROP COLUMN sheets');
  }
}
