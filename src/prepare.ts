import { prepare } from './app/prepare';
import { readEnv } from './platform/config/env';
import { describeError } from './platform/logging/describe-error';
import { log } from './platform/logging/log';

/** Brings the database to this release and ends: what a deployment runs once, before its servers and workers. */
async function prepareOnce(): Promise<void> {
  const env = readEnv();
  log.level = env.LOG_LEVEL;
  const product = await prepare(env, { warn: (sentence) => log.warn(sentence) });
  await product.release();
  log.info('the database is ready');
}

prepareOnce().catch((error: unknown) => {
  log.fatal({ error: describeError(error) }, 'cannot prepare the database');
  process.exitCode = 1;
});
