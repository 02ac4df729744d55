import type { Env } from '../platform/config/env.schema';
import { migrate } from '../platform/database/migrate';
import { settingsOf } from '../platform/roles/database-urls';
import { type DatabaseReports, openDatabase } from './open-database';
import type { SampleSignIns } from './sample-sign-ins';

/** The product's database, ready for the API, the workers and the command line. */
export interface Prepared {
  /** The settings with every connection string filled in. */
  env: Env;
  /** The sign-ins of the sample data, when this database has it. */
  sample?: SampleSignIns;
  release(): Promise<void>;
}

/**
 * The steps before anything of the product runs: open the database (starting an embedded one) and bring its schema to
 * this release. Several processes may do this at once.
 */
export async function prepare(env: Env, reports: DatabaseReports): Promise<Prepared> {
  const database = await openDatabase(env, reports);
  try {
    await migrate(database.urls.ownerUrl);
    return { env: { ...env, ...settingsOf(database.urls) }, release: () => database.release() };
  } catch (error) {
    await database.release();
    throw error;
  }
}
