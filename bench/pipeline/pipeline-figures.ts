import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Client } from 'pg';
import { prepare } from '../../src/app/prepare';
import { SYSTEM, WORKER } from '../../src/common/actor';
import { FeatureService } from '../../src/matching/corpus/feature.service';
import { FeatureRepository } from '../../src/matching/features/feature.repository';
import { gatherGround, ModelService } from '../../src/matching/models/model.service';
import type { RunEntity } from '../../src/matching/runs/run.entity';
import { RunService } from '../../src/matching/runs/run.service';
import { isOver } from '../../src/matching/runs/run.view';
import { readEnv } from '../../src/platform/config/env';
import type { Env } from '../../src/platform/config/env.schema';
import { Database } from '../../src/platform/database/database';
import { log } from '../../src/platform/logging/log';
import { ServicesModule } from '../../src/services.module';
import { WorkerModule } from '../../src/worker.module';
import { startRedis } from '../../test/support/own-redis';
import { BenchWorkers } from './bench-workers';
import { processorSeconds } from './processor-time';
import { measureChange, measurePublishing } from './single-changes';
import { StoredCorpus } from './stored-corpus';

const PUBLISHED = 31;

export interface PipelineOptions {
  readonly needs: number;
  readonly supplies: number;
  readonly workers: number;
  /** Jobs travel through a Redis of the measurement's own instead of the database. */
  readonly redis: boolean;
}

/**
 * The whole way on an embedded database and the real queue: with worker processes that begin with nothing, from asking
 * for a match of everything to the last stored shortlist; then from publishing one need to its stored shortlist, and from changing one
 * talent to all shortlists that it touches.
 */
export async function measurePipeline(options: PipelineOptions) {
  log.level = 'warn';
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const redis = options.redis ? await startRedis(folder) : undefined;
  const settings = { ...process.env, DATA_DIR: folder, SAMPLE: 'off', LOG_LEVEL: 'warn' };
  const product = await prepare(readEnv({ ...settings, ...(redis && { REDIS_URL: redis.url }) }), {
    warn: console.error,
  });
  try {
    const app = await NestFactory.createApplicationContext(ServicesModule.with(product.env), {
      logger: false,
    });
    try {
      return await measure(options, app, product.env);
    } finally {
      await app.close();
    }
  } finally {
    await product.release();
    redis?.process.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(
  { needs, supplies, workers: count }: PipelineOptions,
  app: INestApplicationContext,
  env: Env,
) {
  const corpus = new StoredCorpus(needs, supplies, PUBLISHED);
  await fill(corpus, app, env);
  const run = await app.get(RunService).start(SYSTEM);
  const workers = await BenchWorkers.start(env, count);
  try {
    const started = performance.now();
    const used = processorSeconds();
    const { entries: rows } = await finished(app, run.id);
    const seconds = (performance.now() - started) / 1000;
    const cpuSeconds = used === undefined ? undefined : processorSeconds()! - used;
    const publishMs = await measurePublishing(app, corpus.texts);
    const changeMs = await measureChange(app, corpus.texts);
    const queue = env.REDIS_URL === undefined ? 'postgres' : 'redis';
    return {
      pipeline: { needs, supplies, workers: count, queue, rows, seconds, cpuSeconds },
      publish: { p50Ms: publishMs },
      change: { p50Ms: changeMs, ofAll: changeMs / 1000 / seconds },
    };
  } finally {
    await workers.stop();
  }
}

/** Stores the corpus and a model with its statistics, as the first run over everything would make. */
async function fill(corpus: StoredCorpus, app: INestApplicationContext, env: Env): Promise<void> {
  const workers = await NestFactory.createApplicationContext(WorkerModule.with(env), { logger: false });
  try {
    const database = workers.get(Database);
    await corpus.store(app.get(Database), database, workers.get(FeatureRepository));
    const ground = await gatherGround(workers.get(FeatureService).readAll());
    await database.as(WORKER, (tx) => workers.get(ModelService).freeze(ground, 'bench', tx));
  } finally {
    await workers.close();
  }
  await settle(env);
}

/** What the server would do by itself after so many rows were stored, in the midst of the measurement. */
async function settle({ DATABASE_OWNER_URL }: Env): Promise<void> {
  const client = new Client({ connectionString: DATABASE_OWNER_URL });
  await client.connect();
  try {
    await client.query('VACUUM ANALYZE');
  } finally {
    await client.end();
  }
}

async function finished(app: INestApplicationContext, id: string): Promise<RunEntity> {
  for (;;) {
    const run = await app.get(RunService).get(SYSTEM, id);
    if (isOver(run)) {
      if (run.state !== 'finished') throw new Error(`the run is ${run.state}`);
      return run;
    }
    await delay(50);
  }
}
