import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Crowd } from './support/crowd';
import { freePort } from './support/free-port';
import { atLeast, atMost, exactly, judge } from './support/judge';
import { OwnServer } from './support/own-server';
import { API_FILE, Processes } from './support/processes';
import { SilentProxy } from './support/silent-proxy';
import { SmallDisk } from './support/small-disk';
import { until } from '../support/until';

const CLIENTS = 16;
const API_WITHOUT_WATCH = join(__dirname, 'support/api-without-watch.ts');
const isWell = (status: number) => status >= 200 && status < 300;
const isHonest = (status: number) => isWell(status) || status === 503;

let server: OwnServer;
const processes = new Processes(() => server.settings);
afterEach(() => processes.end());

const serve = async (file: string, own: NodeJS.ProcessEnv = {}): Promise<Crowd> => {
  const PORT = String(await freePort());
  await processes.launch(file, { ...own, PORT });
  return Crowd.gather(`http://127.0.0.1:${PORT}`, CLIENTS);
};
const missingOf = async (ids: readonly string[]) =>
  ids.length - (await server.effects.count('SELECT count(*)::int AS n FROM needs WHERE id = ANY ($1)', ids));

describe('a PostgreSQL that no longer answers', () => {
  const SILENT_MS = 8_000;
  let proxy: SilentProxy;
  beforeAll(async () => {
    server = await OwnServer.start(CLIENTS);
    proxy = await SilentProxy.before(server.settings.DATABASE_URL ?? '');
  }, 120_000);
  afterAll(async () => {
    await proxy.close();
    await server.stop();
  });
  const through = () => ({ DATABASE_URL: proxy.through(server.settings.DATABASE_URL ?? '') });

  /** Everything answered from the moment on at which the database goes silent. */
  const silence = async (crowd: Crowd): Promise<void> => {
    crowd.begin();
    await until(() => Promise.resolve(crowd.count(isWell) >= 4 * CLIENTS ? true : undefined));
    proxy.hush();
    crowd.forget();
    await delay(SILENT_MS);
  };

  it('lets every request end in time, honestly, and is served again at once', async () => {
    const crowd = await serve(API_FILE, through());
    await silence(crowd);
    const { longest } = crowd;
    const refused = crowd.count((status) => status === 503);
    proxy.speak();
    const seconds = await crowd.recoveredAfter();
    await crowd.end();
    judge('PostgreSQL black-holed for 8 s, 16 clients', {
      refused: atLeast(CLIENTS, refused),
      longestSeconds: atMost(3, longest),
      neither2xxNor503: exactly(
        0,
        crowd.count((status) => !isHonest(status)),
      ),
      ackedButNotStored: exactly(0, await missingOf(crowd.stored)),
      backAfterSeconds: atMost(15, seconds),
    });
  }, 120_000);

  it('control: without the watch over the database requests hang', async () => {
    const crowd = await serve(API_WITHOUT_WATCH, through());
    await silence(crowd);
    proxy.speak();
    await crowd.end();
    judge('control: PostgreSQL black-holed, nobody watches', {
      longestSeconds: atLeast(3.01, crowd.longest),
    });
  }, 120_000);
});

describe('a full disk', () => {
  const FULL_MS = 5_000;
  let disk: SmallDisk;
  beforeAll(async () => {
    disk = SmallDisk.mount(256);
    server = await OwnServer.start(CLIENTS, disk.folder);
  }, 120_000);
  afterAll(async () => {
    await server.stop();
    disk.unmount();
  });

  it('refuses what it cannot store with 503, keeps what it said it stored, and goes on once there is room', async () => {
    const crowd = await serve(API_FILE);
    crowd.begin();
    await until(() => Promise.resolve(crowd.stored.length >= CLIENTS ? true : undefined));
    disk.fill();
    await until(() => Promise.resolve(crowd.count((status) => status === 503) > 0 ? true : undefined));
    await delay(FULL_MS);
    const refused = crowd.count((status) => status === 503);
    disk.free();
    const seconds = await crowd.recoveredAfter();
    await crowd.end();
    const { stored } = crowd;
    judge('disk full for 5 s, 16 clients', {
      refused: atLeast(1, refused),
      neither2xxNor503: exactly(
        0,
        crowd.count((status) => !isHonest(status)),
      ),
      acked: atLeast(CLIENTS, stored.length),
      ackedButNotStored: exactly(0, await missingOf(stored)),
      backAfterSeconds: atMost(15, seconds),
    });
    await server.effects.run('DELETE FROM needs WHERE id = $1', [stored[0]]);
    judge('control: one need taken away that was said to be stored', {
      ackedButNotStored: atLeast(1, await missingOf(stored)),
    });
  }, 180_000);
});
