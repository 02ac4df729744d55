import type { Env } from '../platform/config/env.schema';
import { acquireEmbeddedPostgres } from '../platform/embedded/embedded-postgres';
import type { DatabaseUrls } from '../platform/roles/app-roles';
import { databaseUrls } from '../platform/roles/database-urls';
import { prepareServer } from '../platform/roles/prepare-server';

/** A PostgreSQL that has the product's roles and an empty or older schema. */
export interface OpenDatabase {
  urls: DatabaseUrls;
  /** True when the server is ours and lives in DATA_DIR. */
  embedded: boolean;
  /** Lets go of it; an embedded server stops with its last user. */
  release(): Promise<void>;
}

export interface DatabaseReports {
  /** A sentence the operator should read. */
  warn: (sentence: string) => void;
  /** The embedded server died and did not come back. */
  onLost?: (error: Error) => void;
}

/** Opens the server of DATABASE_URL, or else the embedded one of DATA_DIR. */
export async function openDatabase(env: Env, { warn, onLost }: DatabaseReports): Promise<OpenDatabase> {
  if (env.DATABASE_URL) {
    for (const sentence of await prepareServer(env)) warn(sentence);
    return { urls: databaseUrls(env), embedded: false, release: () => Promise.resolve() };
  }
  const server = await acquireEmbeddedPostgres(env.DATA_DIR, { onLost });
  return { urls: server, embedded: true, release: () => server.release() };
}
