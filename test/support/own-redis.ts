import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { Redis } from 'ioredis';

const REDIS_PATIENCE_MS = 10_000;

/** A Redis of one's own on a free port, that keeps nothing and evicts nothing. Needs an installed redis-server. */
export async function startRedis(folder: string): Promise<{ url: string; process: ChildProcess }> {
  const port = await freePort();
  const settings = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', ''];
  const server = spawn('redis-server', [...settings, '--maxmemory-policy', 'noeviction'], {
    stdio: 'ignore',
  });
  await Promise.race([
    once(server, 'spawn'),
    once(server, 'error').then(() => {
      throw new Error('redis-server is not installed (apt-get install redis-server).');
    }),
  ]);
  const url = `redis://127.0.0.1:${port}`;
  await answers(url);
  return { url, process: server };
}

async function answers(url: string): Promise<void> {
  const deadline = Date.now() + REDIS_PATIENCE_MS;
  const client = new Redis(url, { retryStrategy: () => 50, maxRetriesPerRequest: null });
  client.on('error', () => undefined);
  const late = delay(deadline - Date.now(), undefined, { ref: false }).then(() => {
    throw new Error('redis-server does not answer.');
  });
  await Promise.race([client.ping(), late]).finally(() => client.disconnect());
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await once(probe.listen(0, '127.0.0.1'), 'listening');
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
