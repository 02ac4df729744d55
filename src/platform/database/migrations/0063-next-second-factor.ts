import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A second factor that takes the place of another waits beside it: the old one holds until a code of the new one was entered. */
export class NextSecondFactor1669100000063 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE second_factors ADD COLUMN next_secret bytea;
      COMMENT ON COLUMN second_factors.next_secret IS 'to be put in place of secret by its first code';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE second_factors DROP COLUMN next_secret');
  }
}
