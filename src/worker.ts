import 'reflect-metadata';
import { readEnv } from './platform/config/env';
import { describeError } from './platform/logging/describe-error';
import { log } from './platform/logging/log';
import { runWorker } from './run-worker';

/** Starts a worker, tells a parent process, and stops in order on a signal or when the parent is gone. */
async function work(): Promise<void> {
  const env = readEnv();
  log.level = env.LOG_LEVEL;
  const worker = await runWorker(env);
  log.info('working');
  process.send?.({ working: true });
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    void worker.stop().finally(() => process.exit());
  };
  process.once('SIGTERM', stop).once('SIGINT', stop).once('disconnect', stop);
}

work().catch((error: unknown) => {
  log.fatal({ error: describeError(error) }, 'cannot start');
  process.exit(1);
});
