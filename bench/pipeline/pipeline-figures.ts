import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { prepare } from '../../src/app/prepare';
import { SYSTEM, WORKER } from '../../src/common/actor';
import { JsonlImport } from '../../src/intake/jsonl-import';
import { FeatureRepository } from '../../src/matching/features/feature.repository';
import { decodeFeatures } from '../../src/matching/engine/features-codec';
import { ModelService } from '../../src/matching/models/model.service';
import type { RunEntity } from '../../src/matching/runs/run.entity';
import { RunService } from '../../src/matching/runs/run.service';
import { isOver } from '../../src/matching/runs/run.view';
import { readEnv } from '../../src/platform/config/env';
import type { Env } from '../../src/platform/config/env.schema';
import { Database } from '../../src/platform/database/database';
import { log } from '../../src/platform/logging/log';
import { ServicesModule } from '../../src/services.module';
import { WorkerModule } from '../../src/worker.module';
import { median } from '../measure';
import { StoredCorpus } from './stored-corpus';

const PUBLISHED = 31;
const LOOK_MS = 2;

/**
 * The whole way on an embedded database and the real queue: with worker processes that begin with nothing, from asking
 * for a match of everything to the last stored shortlist; then from publishing one need to its stored shortlist. Redis
 * is used where REDIS_URL names one.
 */
export async function measurePipeline(needs: number, supplies: number, workerCount: number) {
  log.level = 'warn';
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const settings = { ...process.env, DATA_DIR: folder, SAMPLE: 'off', LOG_LEVEL: 'warn' };
  const product = await prepare(readEnv(settings), { warn: console.error });
  const app = await NestFactory.createApplicationContext(ServicesModule.with(product.env), { logger: false });
  let workers: ChildProcess[] = [];
  try {
    const corpus = new StoredCorpus(needs, supplies, PUBLISHED);
    await fill(corpus, app, product.env);
    const run = await app.get(RunService).start(SYSTEM);
    workers = Array.from({ length: workerCount }, (_, shard) => startWorker(product.env, shard, workerCount));
    await Promise.all(workers.map((worker) => once(worker, 'message')));
    const started = performance.now();
    const { entries } = await finished(app, run.id);
    const seconds = (performance.now() - started) / 1000;
    const times: number[] = [];
    for (const [at, text] of corpus.texts.entries()) times.push(await publish(app, `bench-${at}`, text));
    return {
      pipeline: { needs, supplies, workers: workerCount, rows: entries, seconds },
      publish: { p50Ms: median(times) },
    };
  } finally {
    await Promise.all(workers.map(stop));
    await app.close();
    await product.release();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A worker process; each of several holds a shard. */
function startWorker(env: Env, shard: number, shards: number): ChildProcess {
  const { DATABASE_WORKER_URL, DATABASE_QUEUE_URL, MASTER_KEY, DATA_DIR } = env;
  const settings = {
    ...{ DATABASE_URL: DATABASE_WORKER_URL, DATABASE_WORKER_URL, DATABASE_QUEUE_URL, MASTER_KEY, DATA_DIR },
    ...(shards > 1 && { MATCH_SHARDS: String(shards), MATCH_SHARD: String(shard) }),
    LOG_LEVEL: 'warn',
  };
  return fork(require.resolve('../../src/worker'), { env: { ...process.env, ...settings } });
}

async function stop(worker: ChildProcess): Promise<void> {
  if (worker.exitCode !== null) return;
  const gone = once(worker, 'exit');
  worker.kill('SIGTERM');
  await gone;
}

/** Stores the corpus and a model with its statistics, as the first run over everything would make. */
async function fill(corpus: StoredCorpus, app: INestApplicationContext, env: Env): Promise<void> {
  const workers = await NestFactory.createApplicationContext(WorkerModule.with(env), { logger: false });
  try {
    const database = workers.get(Database);
    await corpus.store(app.get(Database), database, workers.get(FeatureRepository));
    const rows = await database.as(WORKER, (tx) =>
      tx.query<{ features: Buffer }[]>('SELECT features FROM match_features'),
    );
    const features = rows.map((row) => decodeFeatures(row.features));
    await database.as(WORKER, (tx) => workers.get(ModelService).freeze(features, 'bench', tx));
  } finally {
    await workers.close();
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

/** Milliseconds from publishing a need to its shortlist in the database. */
async function publish(app: INestApplicationContext, id: string, text: string): Promise<number> {
  const started = performance.now();
  await app.get(JsonlImport).run(SYSTEM, [{ id, title: 'published', text, tags: [] }], { kind: 'needs' });
  for (;;) {
    const rows = await app.get(Database).as(WORKER, (tx) =>
      tx.query<{ entries: number }[]>(
        `SELECT cardinality(supply_ids) AS entries FROM shortlists JOIN needs n ON n.id = demand_id
         WHERE n.source_ref = $1 AND pair_kind = 'tech-expert'`,
        [id],
      ),
    );
    if (rows[0] !== undefined) {
      if (rows[0].entries === 0) throw new Error('the need that was published has an empty shortlist');
      return performance.now() - started;
    }
    await delay(LOOK_MS);
  }
}
