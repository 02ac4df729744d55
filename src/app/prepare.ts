import type { Env } from '../platform/config/env.schema';
import { schemaIsCurrent } from '../platform/database/schema-is-current';
import { settingsOf } from '../platform/roles/database-urls';
import { fill } from './fill';
import { type DatabaseReports, openDatabase } from './open-database';
import type { SampleSignIns } from './sample-sign-ins';

/** The product's database, ready for the API, the workers and the command line. */
export interface Prepared {
  /** The settings with every connection string filled in. */
  env: Env;
  /** True when the database server is ours. */
  embedded: boolean;
  /** The sign-ins of the sample data, when this database has it. */
  sample?: SampleSignIns | undefined;
  release(): Promise<void>;
}

/**
 * The steps before anything of the product runs: open the database (starting an embedded one), bring its schema to this
 * release, and fill it when it is new. Several processes may do this at once.
 */
export async function prepare(env: Env, reports: DatabaseReports): Promise<Prepared> {
  const database = await openDatabase(env, reports);
  try {
    await bringUpToDate(database.urls.ownerUrl);
    const filled = { ...env, ...settingsOf(database.urls) };
    const withSample = env.SAMPLE === 'on' || (env.SAMPLE === 'auto' && database.embedded);
    const sample = await fill(filled, withSample);
    return { env: filled, embedded: database.embedded, sample, release: () => database.release() };
  } catch (error) {
    await database.release();
    throw error;
  }
}

async function bringUpToDate(ownerUrl: string): Promise<void> {
  if (await schemaIsCurrent(ownerUrl)) return;
  const { migrate } = await import('../platform/database/migrate.js');
  await migrate(ownerUrl);
}
