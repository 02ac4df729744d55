import globalTeardown from './global-teardown';
import type { RealServers } from './real-servers';

export default async function tearDown(): Promise<void> {
  await (globalThis as { realServers?: RealServers }).realServers?.stop();
  await globalTeardown();
}
