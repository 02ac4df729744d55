import type { MigrationInterface, QueryRunner } from 'typeorm';
import { pinyinInitials } from '../../../common/pinyin-initials';

/** What is read by its initials: a table, the column they are of, and whether that is a person's name. */
const READ = [
  { table: 'needs', column: 'title', name: false },
  { table: 'projects', column: 'title', name: false },
  { table: 'talents', column: 'title', name: false },
  { table: 'persons', column: 'name', name: true },
] as const;
const BATCH = 2_000;

/** Pinyin initials beside titles and names, so that lists are searched by them. */
export class SearchInitials1669100000015 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`SELECT set_config('app.role', 'system', true)`);
    for (const { table, column, name } of READ) {
      await db.query(`ALTER TABLE ${table} ADD COLUMN initials text NOT NULL DEFAULT ''`);
      await db.query(
        `COMMENT ON COLUMN ${table}.initials IS 'pinyin initials of ${column}, for searches; written with it'`,
      );
      await this.fill(db, table, column, name);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    for (const { table } of READ) await db.query(`ALTER TABLE ${table} DROP COLUMN initials`);
  }

  private async fill(db: QueryRunner, table: string, column: string, name: boolean): Promise<void> {
    for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
      const rows = (await db.query(
        `SELECT id, ${column} AS said FROM ${table} WHERE id > $1 ORDER BY id LIMIT ${BATCH}`,
        [after],
      )) as { id: string; said: string | null }[];
      const last = rows.at(-1);
      if (last === undefined) return;
      after = last.id;
      await db.query(
        `UPDATE ${table} t SET initials = n.initials FROM unnest($1::uuid[], $2::text[]) AS n (id, initials)
         WHERE t.id = n.id`,
        [rows.map(({ id }) => id), rows.map(({ said }) => pinyinInitials(said ?? '', { name }))],
      );
    }
  }
}
