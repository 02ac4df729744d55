import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { SYSTEM } from '../../src/common/actor';
import { RunService } from '../../src/matching/runs/run.service';
import { isOver } from '../../src/matching/runs/run.view';
import { readEnv } from '../../src/platform/config/env';
import type { Env } from '../../src/platform/config/env.schema';
import { log } from '../../src/platform/logging/log';
import { type RunningWorker, runWorker } from '../../src/run-worker';
import { fill } from '../../src/sample/fill';
import { ServicesModule } from '../../src/services.module';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { until } from '../support/until';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let database: TestDatabase;
let env: Env;
let app: INestApplicationContext;
let worker: RunningWorker;

beforeAll(async () => {
  log.level = process.env.TEST_LOG ?? 'silent';
  database = await createTestDatabase();
  env = readEnv({
    ...database.settings,
    DATA_DIR: mkdtempSync(join(tmpdir(), 'sample-')),
    REDIS_URL: process.env.REDIS_URL,
  });
  await fill(env, true);
  app = await NestFactory.createApplicationContext(ServicesModule.with(env), { logger: false });
  worker = await runWorker(env);
}, 60_000);

afterAll(async () => {
  await worker?.stop();
  await app?.close();
  await database?.drop();
});

it('matches the sample', async () => {
  const runs = app.get(RunService);
  const run = await until(async () => {
    const [latest] = await runs.list(SYSTEM);
    return latest && isOver(latest) ? latest : undefined;
  });
  expect(run).toMatchObject({ state: 'finished', total: 180, done: 180 });
  console.log(run);
});
