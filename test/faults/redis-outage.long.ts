import { setTimeout as delay } from 'node:timers/promises';
import { until } from '../support/until';
import { Crowd } from './support/crowd';
import { freePort } from './support/free-port';
import { atLeast, atMost, exactly, judge } from './support/judge';
import { KillableRedis } from './support/killable-redis';
import { OwnServer } from './support/own-server';
import { API_FILE, Processes, WORKER_FILE } from './support/processes';

const AWAY_MS = 30_000;
const CLIENTS = 4;
const isWell = (status: number) => status >= 200 && status < 300;

let server: OwnServer;
let redis: KillableRedis;
const processes = new Processes(() => ({ ...server.settings, REDIS_URL: redis.url }));
beforeAll(async () => {
  server = await OwnServer.start(CLIENTS);
}, 120_000);
afterEach(async () => {
  await processes.end();
  await redis.stop();
});
afterAll(() => server.stop());

it('serves people while Redis is away, and does the work by itself once it is back', async () => {
  redis = await KillableRedis.start(server.folder);
  const { effects } = server;
  const PORT = String(await freePort());
  await Promise.all([
    processes.launch(API_FILE, { PORT }),
    processes.launch(WORKER_FILE, { EFFECT_STALE_MS: '5000', EFFECT_JOB_MS: '20' }),
  ]);
  const crowd = await Crowd.gather(`http://127.0.0.1:${PORT}`, CLIENTS);
  await effects.all(await effects.ask(20));
  const inHand = await effects.ask(50);
  await redis.vanish();
  crowd.begin();
  const meanwhile = await effects.ask(200);
  await delay(AWAY_MS);
  await crowd.end();
  await redis.comeBack();
  const since = performance.now();
  const ids = [...inHand, ...meanwhile];
  await effects.all(ids);
  judge('Redis away for 30 s', {
    requestsMeanwhile: atLeast(CLIENTS, crowd.answers.length),
    notServedMeanwhile: exactly(
      0,
      crowd.count((status) => !isWell(status)),
    ),
    doubled: exactly(0, (await effects.faults(ids)).doubled),
    resumedAfterSeconds: atMost(15, (performance.now() - since) / 1000),
  });
}, 180_000);

it('control: work is lost with a Redis that keeps nothing when nobody looks again', async () => {
  redis = await KillableRedis.start(server.folder, { keeps: false });
  const { effects } = server;
  const forgetful = { EFFECT_STALE_MS: '1000000000', EFFECT_CONCURRENCY: '1', EFFECT_JOB_MS: '1000' };
  await processes.launch(WORKER_FILE, forgetful);
  const ids = await effects.ask(20);
  await until(async () => ((await effects.waiting()) === 0 ? true : undefined));
  await redis.kill();
  await effects.all(await effects.ask(1));
  const { missing } = await effects.faults(ids);
  judge('control: Redis lost everything, nobody looks again', { lost: atLeast(1, missing) });
}, 90_000);
