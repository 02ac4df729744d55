import { acquireEmbeddedPostgres } from '../../src/platform/embedded/embedded-postgres';

/** A process that uses the embedded server of the folder it is given, until it is killed. */
async function holdServer(dataDir: string): Promise<void> {
  const server = await acquireEmbeddedPostgres(dataDir, { durable: false });
  process.send?.(server.apiUrl);
}

void holdServer(process.argv[2] ?? '');
