import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from './app.module';
import { readEnv } from './platform/config/env';
import { configureApp } from './platform/http/configure-app';
import { requireSafeAddress } from './platform/http/safe-address';
import { describeError } from './platform/logging/describe-error';
import { log } from './platform/logging/log';
import { NestLogger } from './platform/logging/nest-logger';

/** Starts the web server and tells a parent process, if there is one, that it listens. */
async function serve(): Promise<void> {
  const env = readEnv();
  log.level = env.LOG_LEVEL;
  requireSafeAddress(env);
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(env), {
    logger: new NestLogger(),
    bodyParser: false,
    abortOnError: false,
  });
  await configureApp(app, env).listen(env.PORT, env.HOST);
  const url = await app.getUrl();
  log.info({ url }, 'listening');
  process.send?.({ listening: url });
  // Without its parent it would keep the port from the next start.
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
}

serve().catch((error: unknown) => {
  log.fatal({ error: describeError(error) }, 'cannot start');
  process.exitCode = 1;
});
