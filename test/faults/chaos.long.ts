import { spawnSync } from 'node:child_process';
import { Redis } from 'ioredis';
import { technologyNeed } from '../records/park-life';
import { until } from '../support/until';
import { freePort } from './support/free-port';
import { atLeast, atMost, exactly, judge } from './support/judge';
import { KillableRedis } from './support/killable-redis';
import { OwnServer } from './support/own-server';
import { PatientClient } from './support/patient-client';
import { API_FILE, Processes, WORKER_FILE } from './support/processes';
import { size } from './support/size';

const STALE_MS = 5_000;
/** Every need is written and published: two requests. */
const NEEDS = size(40, 1_500);
const CLIENTS = 16;

const hasRedis = spawnSync('redis-server', ['--version']).status === 0;
const backends = hasRedis ? (['postgres', 'redis'] as const) : (['postgres'] as const);

let server: OwnServer;
const processes = new Processes(() => server.settings);
beforeAll(async () => {
  server = await OwnServer.start(CLIENTS);
}, 120_000);
afterEach(() => processes.end());
afterAll(() => server.stop());

it('would lose work in an emptied queue without the reconciler', async () => {
  const { effects } = server;
  const ids = await effects.ask(20);
  // Hands everything to the queue and never looks again at what it handed over.
  const forgetful = {
    EFFECT_STALE_MS: '1000000000',
    EFFECT_JOB_MS: '60000',
    EFFECT_CONCURRENCY: '1',
  };
  const relay = await processes.launch(WORKER_FILE, forgetful);
  await until(async () => ((await effects.waiting()) === 0 ? true : undefined));
  await relay.stop('SIGKILL');
  await effects.emptyQueue();
  await processes.launch(WORKER_FILE, { ...forgetful, EFFECT_JOB_MS: '0' });
  const [late] = await effects.ask(1);
  await effects.all([late ?? '']);
  const { missing } = await effects.faults(ids);
  judge('control: the same without the reconciler', { lost: atLeast(1, missing) });
}, 60_000);

it.each(backends)(
  'loses nothing and counts nothing twice while everything is killed in turn (queue in %s)',
  async (backend) => {
    const { effects } = server;
    const port = await freePort();
    const redis = backend === 'redis' ? await KillableRedis.start(server.folder) : undefined;
    const env = { REDIS_URL: redis?.url, PORT: String(port) };
    const [api, worker] = await Promise.all([
      processes.launch(API_FILE, env),
      processes.launch(WORKER_FILE, {
        ...env,
        EFFECT_STALE_MS: String(STALE_MS),
        EFFECT_JOB_MS: '20',
      }),
    ]);
    const emptyQueue = async () => {
      if (redis === undefined) return effects.emptyQueue();
      const client = new Redis(redis.url);
      await client.flushall().finally(() => client.disconnect());
    };
    /** What is done to the product when so much of the work is accepted. */
    const faults: [number, () => unknown][] = [
      [0.15, () => worker.kill()],
      [0.3, emptyQueue],
      [0.4, () => api.kill()],
      [0.55, () => server.kill()],
      [0.7, emptyQueue],
      [0.75, () => redis?.kill()],
      [0.8, () => worker.kill()],
      [0.9, () => api.kill()],
    ];
    let inflicted = 0;
    const accepted: string[] = [];
    const accept = (id: string) => {
      accepted.push(id);
      while (inflicted < faults.length && accepted.length >= NEEDS * (faults[inflicted]?.[0] ?? 1))
        void faults[inflicted++]?.[1]();
    };

    let next = 0;
    const clients = Array.from(
      { length: CLIENTS },
      (_, n) => new PatientClient(`http://127.0.0.1:${port}`, `user-${n}`),
    );
    for (const client of clients) await client.signIn();
    const send = async (client: PatientClient): Promise<void> => {
      while (next < NEEDS) {
        const number = next++;
        const key = (name: string) => ({ 'Idempotency-Key': `${backend}-${name}-${number}` });
        const made = await client.insist(
          '/needs',
          technologyNeed({ title: `需求 ${number}` }),
          key('create'),
        );
        if (made.status !== 201) throw new Error(`a need was answered ${made.status}`);
        const seen = { 'If-Match': `"${made.body.version}"`, ...key('publish') };
        const published = await client.insist(`/needs/${made.body.id}/publish`, {}, seen);
        if (published.status !== 200) throw new Error(`a publication was answered ${published.status}`);
        accept(made.body.id ?? '');
      }
    };
    await Promise.all(clients.map(send));
    const last = performance.now();
    await until(async () => ((await effects.faults(accepted)).missing === 0 ? true : undefined), 100).catch(
      () => undefined,
    );
    const converged = (performance.now() - last) / 1000;
    const { missing, doubled } = await effects.faults(accepted);
    await redis?.stop();
    judge(`chaos, queue in ${backend}`, {
      requests: atLeast(2 * NEEDS, 2 * accepted.length),
      faults: exactly(faults.length, inflicted),
      repeats: atLeast(
        1,
        clients.reduce((sum, client) => sum + client.repeats, 0),
      ),
      missing: exactly(0, missing),
      doubled: exactly(0, doubled),
      stored: exactly(
        accepted.length,
        await effects.count(`SELECT count(*)::int AS n FROM needs WHERE id = ANY ($1)`, accepted),
      ),
      strangers: exactly(0, await effects.strangers()),
      convergedSeconds: atMost(60, converged),
    });
  },
  900_000,
);
