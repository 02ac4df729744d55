import { join } from 'node:path';
import { DataSource } from 'typeorm';

const migrationsIn = (folder: string): string[] => [
  join(folder, 'migrations', '*.js'),
  join(folder, 'migrations', '*.ts'),
];

/** A connection of the schema's owner that knows every migration. */
export const ownerDataSource = (ownerUrl: string): DataSource =>
  new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations: migrationsIn(__dirname),
    migrationsTableName: 'migrations',
    migrationsTransactionMode: 'each',
  });

/** Brings the schema at `ownerUrl` to this release; safe when several processes start at once. */
export async function migrate(ownerUrl: string): Promise<void> {
  const source = await ownerDataSource(ownerUrl).initialize();
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
