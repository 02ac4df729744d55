import { once } from 'node:events';
import { join } from 'node:path';
import { NightlyBackup } from './app/backup/nightly-backup';
import { requireFreePort } from './app/free-port';
import { prepare } from './app/prepare';
import { describeSignIns } from './app/sample-sign-ins';
import { Supervisor } from './app/supervisor';
import { readEnv } from './platform/config/env';
import { requireSafeAddress } from './platform/http/safe-address';

const say = (sentence: string): void => console.log(sentence);
const warn = (sentence: string): void => console.error(sentence);

// The terminal may be gone (SIGHUP) while there is still something to stop.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

/** `npm start`: database, web server and workers, until Ctrl-C, a signal or the loss of the database. */
async function start(): Promise<void> {
  const env = readEnv();
  requireSafeAddress(env);
  await requireFreePort(env);
  const over = new AbortController();
  const ended = once(over.signal, 'abort');
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => over.abort());

  const product = await prepare(env, { warn, onLost: (error) => over.abort(error) });
  const supervisor = new Supervisor({
    env: product.env,
    environment: process.env,
    apiFile: join(__dirname, 'main'),
    workerFile: join(__dirname, 'worker'),
    report: warn,
  });
  const backups = product.embedded ? new NightlyBackup(product.env, warn) : undefined;
  try {
    const address = await Promise.race([supervisor.start(), ended.then(() => undefined)]);
    if (address) {
      say(`\n智创城对接平台 is ready: ${env.PUBLIC_URL ?? address}`);
      if (product.sample) say(describeSignIns(product.sample));
      say('Ctrl-C stops it.\n');
    }
    await ended;
  } finally {
    say('Stopping …');
    await supervisor.stop();
    await backups?.stop();
    await product.release();
  }
  if (over.signal.reason instanceof Error && over.signal.reason.name !== 'AbortError')
    throw over.signal.reason;
}

start().then(
  () => process.exit(),
  (error: Error) => {
    warn(error.message);
    process.exit(1);
  },
);
