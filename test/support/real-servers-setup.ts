import globalSetup from './global-setup';
import { startRealServers } from './real-servers';

/** Starts both servers for the run and tells the tests by the product's own settings. */
export default async function setUp(): Promise<void> {
  globalSetup();
  const servers = await startRealServers(process.env.TEST_DATA_DIR ?? '');
  process.env.DATABASE_URL = servers.databaseUrl;
  process.env.REDIS_URL = servers.redisUrl;
  Object.assign(globalThis, { realServers: servers });
}
