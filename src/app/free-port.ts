import { once } from 'node:events';
import { createServer } from 'node:net';
import { InvalidSettings } from '../platform/config/env';
import type { Env } from '../platform/config/env.schema';

/**
 * Looks before anything is started whether the web server will get its address.
 * @throws InvalidSettings with what to change.
 */
export async function requireFreePort({ HOST, PORT }: Env): Promise<void> {
  const probe = createServer();
  try {
    await once(probe.listen(PORT, HOST), 'listening');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') {
      throw new InvalidSettings(`PORT: ${PORT} is taken by another program; try PORT=${PORT + 1} npm start.`);
    }
    throw new InvalidSettings(`HOST, PORT: cannot listen on ${HOST}:${PORT} (${code}).`);
  } finally {
    probe.close();
  }
}
