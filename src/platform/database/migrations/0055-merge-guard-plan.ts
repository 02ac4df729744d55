import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The guard of references runs for every row of a list; planned anew each time it costs twenty times as much. */
export class MergeGuardPlan1669100000055 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER FUNCTION app.is_merged(uuid[]) SET plan_cache_mode = force_generic_plan`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER FUNCTION app.is_merged(uuid[]) RESET plan_cache_mode`);
  }
}
