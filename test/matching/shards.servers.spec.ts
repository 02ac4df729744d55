import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Client } from 'pg';
import { SYSTEM } from '../../src/common/actor';
import { IntakeModule } from '../../src/intake/intake.module';
import { JsonlImport } from '../../src/intake/jsonl-import';
import { MatchingModule } from '../../src/matching/matching.module';
import { FirstModel } from '../../src/matching/models/first-model';
import { RunService } from '../../src/matching/runs/run.service';
import { isOver } from '../../src/matching/runs/run.view';
import { readEnv } from '../../src/platform/config/env';
import { QueuesModule } from '../../src/queues/queues.module';
import { runWorker } from '../../src/run-worker';
import { forkTypescript } from '../support/fork-typescript';
import { createTestApp, type TestApp } from '../support/test-app';
import { until } from '../support/until';

const MASTER_KEY = Buffer.alloc(32, 5).toString('base64');
const SHARDS = 2;
const NEEDS = 120;
let server: TestApp;
let administrator: Client;
let workers: ChildProcess[] = [];

beforeAll(async () => {
  server = await createTestApp({
    imports: [QueuesModule, MatchingModule, IntakeModule],
    settings: { MASTER_KEY },
  });
  administrator = new Client({ connectionString: server.database.superuserUrl });
  await administrator.connect();
  await server.app.get(FirstModel).ensure([]);
  const lines = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, at) => ({
      id: `${prefix}-${at}`,
      title: `${prefix} ${at}`,
      tags: [],
      text: `${['碳化硅衬底切割', '煤层气提浓', '镁合金压铸', '储能电池热管理'][at % 4]}工艺与装备 ${at % 17} 号`,
    }));
  const intake = server.app.get(JsonlImport);
  await intake.run(SYSTEM, lines('need', NEEDS), { kind: 'needs' });
  await intake.run(SYSTEM, lines('project', 150), { kind: 'projects' });
  // The run alone is to list everything.
  await administrator.query('DELETE FROM outbox');
}, 60_000);
afterAll(async () => {
  await Promise.all(workers.map((worker) => end(worker, 'SIGTERM')));
  await administrator.end();
  await server.close();
});

async function startShards(): Promise<void> {
  workers = Array.from({ length: SHARDS }, (_, shard) =>
    forkTypescript(join(__dirname, '../../src/worker.ts'), [], {
      env: {
        ...process.env,
        ...server.database.settings,
        MASTER_KEY,
        MATCH_SHARDS: String(SHARDS),
        MATCH_SHARD: String(shard),
        LOG_LEVEL: 'silent',
      },
    }),
  );
  await Promise.all(workers.map((worker) => once(worker, 'message')));
}

async function end(worker: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return;
  const gone = once(worker, 'exit');
  worker.kill(signal);
  await gone;
}

const finished = (id: string) =>
  until(async () => {
    const run = await server.app.get(RunService).get(SYSTEM, id);
    return isOver(run) ? run : undefined;
  });

async function shortlists(): Promise<unknown[]> {
  const { rows } = await administrator.query<object>(
    `SELECT demand_id, pair_kind, demand_version, model, supply_ids, scores, parts
     FROM shortlists ORDER BY demand_id, pair_kind`,
  );
  return rows;
}

it('lists in shards of separate processes, killed and replaced in between, what one process lists', async () => {
  await startShards();
  const { id } = await server.app.get(RunService).start(SYSTEM);
  // Nothing can be stored until the workers are gone.
  await administrator.query('BEGIN; LOCK TABLE shortlists IN EXCLUSIVE MODE');
  await until(
    async () => (await server.app.get(RunService).get(SYSTEM, id)).state === 'running' || undefined,
  );
  await Promise.all(workers.map((worker) => end(worker, 'SIGKILL')));
  await administrator.query('COMMIT');
  // As if the time had passed after which a worker counts as lost.
  await administrator.query(
    `UPDATE outbox SET dispatched_at = now() - interval '1 hour' WHERE done_at IS NULL`,
  );
  await startShards();
  const run = await finished(id);
  expect(run).toMatchObject({ state: 'finished', done: NEEDS + 150 });
  await Promise.all(workers.map((worker) => end(worker, 'SIGTERM')));
  const inShards = await shortlists();

  const alone = await runWorker(readEnv({ ...server.database.settings, MASTER_KEY }));
  try {
    const again = await server.app.get(RunService).start(SYSTEM);
    const { entries, byKind } = await finished(again.id);
    // What was killed was neither lost nor counted twice.
    expect({ entries: run.entries, byKind: run.byKind }).toEqual({ entries, byKind });
  } finally {
    await alone.stop();
  }
  expect(inShards).toEqual(await shortlists());
  expect(inShards.length).toBeGreaterThan(NEEDS);
}, 120_000);
