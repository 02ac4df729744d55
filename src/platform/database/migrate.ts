import { DataSource } from 'typeorm';
import { migrationFiles } from './schema-version.repository';

/** A connection of the schema's owner that knows every migration up to number `last`. */
export const ownerDataSource = (ownerUrl: string, last?: number): DataSource =>
  new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations: migrationFiles(last),
    migrationsTableName: 'migrations',
    migrationsTransactionMode: 'each',
  });

/** Brings the schema at `ownerUrl` to this release, or to migration `last`; safe when several processes start at once. */
export async function migrate(ownerUrl: string, last?: number): Promise<void> {
  const source = await ownerDataSource(ownerUrl, last).initialize();
  const lock = source.createQueryRunner();
  try {
    await lock.query(`SELECT pg_advisory_lock(hashtext('migrations'))`);
    await source.runMigrations();
  } finally {
    await lock.query(`SELECT pg_advisory_unlock(hashtext('migrations'))`);
    await lock.release();
    await source.destroy();
  }
}
