import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { EntityManager } from 'typeorm';

const numberOf = (file: string): number => Number(/^(\d{4})-[^.]+\.(?:js|ts)$/.exec(file)?.[1] ?? 0);

const FOLDER = join(__dirname, 'migrations');

/** The files of the migrations up to number `last`. */
export const migrationFiles = (last = Infinity): string[] =>
  readdirSync(FOLDER)
    .filter((file) => numberOf(file) > 0 && numberOf(file) <= last)
    .map((file) => join(FOLDER, file));

/** The numbers of the migrations this release brings, in their order. */
export const migrationNumbers = (): number[] => [
  ...new Set(
    readdirSync(FOLDER)
      .map(numberOf)
      .filter((number) => number > 0)
      .sort((a, b) => a - b),
  ),
];

/** The number of the newest migration this release brings. */
export const newestMigration = (): number => Math.max(...migrationNumbers());

/** The number of the newest migration the database has had: the last digits of its timestamp. */
export async function appliedMigration(tx: EntityManager): Promise<number> {
  const [row] = await tx.query<{ number: number }[]>(
    'SELECT coalesce(max("timestamp") % 10000, 0) AS number FROM migrations',
  );
  return row?.number ?? 0;
}
