import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Client } from 'pg';
import { fill } from '../../src/app/fill';
import { AppModule } from '../../src/app.module';
import { SYSTEM } from '../../src/common/actor';
import { RunService } from '../../src/matching/runs/run.service';
import { isOver } from '../../src/matching/runs/run.view';
import { readEnv } from '../../src/platform/config/env';
import type { Env } from '../../src/platform/config/env.schema';
import { configureApp } from '../../src/platform/http/configure-app';
import { Database } from '../../src/platform/database/database';
import { log } from '../../src/platform/logging/log';
import { type RunningWorker, runWorker } from '../../src/run-worker';
import { SampleRemoverRepository } from '../../src/sample/sample-remover.repository';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { until } from '../support/until';
import { readmeScript } from './readme-script';

const hasTools = ['bash', 'curl'].every((tool) => spawnSync(tool, ['--version']).status === 0);
const mustRun = process.env.CI === 'true';

let database: TestDatabase;
let env: Env;
let app: NestExpressApplication;
let worker: RunningWorker;

/** What `npm start` brings up, in this process: the sample, its shortlists, web server and worker. */
beforeAll(async () => {
  log.level = 'silent';
  database = await createTestDatabase();
  env = readEnv({ ...database.settings, DATA_DIR: mkdtempSync(join(tmpdir(), 'walk-through-')) });
  await fill(env, true);
  app = await NestFactory.create<NestExpressApplication>(AppModule.with(env), {
    logger: false,
    bodyParser: false,
  });
  await configureApp(app, env).listen(0, '127.0.0.1');
  worker = await runWorker(env);
  await until(async () => (await app.get(RunService).list(SYSTEM)).find(isOver));
}, 90_000);

afterAll(async () => {
  await worker.stop();
  await app.close();
  await database.drop();
  rmSync(env.DATA_DIR, { recursive: true });
});

it('does what the README prints: a signing raises its target by one, down to its papers', async () => {
  if (!hasTools && !mustRun) return console.warn('!!! NOT TESTED: the walk-through needs bash and curl.');
  const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', readmeScript()], {
    env: { ...process.env, BASE: await app.getUrl(), DATA_DIR: env.DATA_DIR },
  });
  const said = stdout.trim().split('\n');
  expect(said).toEqual(expect.arrayContaining(['已推荐', 'interested', '对接中', '拟签约', 'confirmed']));
  expect(stdout).toMatch(/^签-\d{4}-\d{4} signed, contract of 2022-10-18, 1800000 yuan$/m);
  const [, before, after] = /^T03: (\d+) → (\d+)$/m.exec(stdout) ?? [];
  expect(Number(after)).toBe(Number(before) + 1);
  expect(stdout).toContain(`T03 科技创新(含科研机构)项目签约落地: ${before} → ${after}`);
  expect(said).toContain('  technology-contract of 2022-10-18');
  expect(said).toContain('技术开发合同：……');
  expect(said.at(-1)).toMatch(/^需-\d{4}-\d{4}$/);
}, 60_000);

it('leaves nothing of it behind when the sample is taken out', async () => {
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await new SampleRemoverRepository(owner).remove().finally(() => owner.end());
  const left = await app.get(Database).as(SYSTEM, (tx) =>
    tx.query<
      object[]
    >(`SELECT (SELECT count(*)::int FROM signings) AS signings, (SELECT count(*)::int FROM matches) AS matches,
      (SELECT count(*)::int FROM target_credits) AS credits, (SELECT count(*)::int FROM attachments) AS attachments`),
  );
  expect(left).toEqual([{ signings: 0, matches: 0, credits: 0, attachments: 0 }]);
});
