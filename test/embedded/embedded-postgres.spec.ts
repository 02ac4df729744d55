import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import {
  acquireEmbeddedPostgres,
  type EmbeddedOptions,
  type EmbeddedPostgres,
} from '../../src/platform/embedded/embedded-postgres';
import { forkTypescript } from '../support/fork-typescript';

const pidOf = (dataDir: string) => Number(readFileSync(noteOf(dataDir), 'utf8').split('\n')[0]);
const noteOf = (dataDir: string) => join(dataDir, 'postgres', 'data', 'postmaster.pid');

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>({ text: sql });
    return Object.values(rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

/** Asks again for as long as there is no server to answer. */
async function askPatiently(url: string, sql: string): Promise<unknown> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    try {
      return await ask(url, sql);
    } catch (error) {
      const answered = /^(?!57P)\d/.test((error as { code?: string }).code ?? '');
      if (answered || Date.now() > deadline) throw error;
      await delay(20);
    }
  }
}

describe('embedded PostgreSQL', () => {
  let folder: string;
  let dataDir: string;
  const held: EmbeddedPostgres[] = [];
  const acquire = async (options: EmbeddedOptions = { durable: false }) => {
    const server = await acquireEmbeddedPostgres(dataDir, options);
    held.push(server);
    return server;
  };

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'zhichuang-embedded-'));
    dataDir = join(folder, '智创 数据');
  });
  afterEach(async () => {
    for (const server of held.splice(0)) await server.release();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('keeps rows over a restart, in a path with a space and Chinese', async () => {
    const first = await acquire();
    await ask(first.ownerUrl, `CREATE TABLE kept AS SELECT '成果'::text AS word`);
    await first.release();
    expect(existsSync(noteOf(dataDir))).toBe(false);
    const second = await acquire();
    expect(await ask(second.ownerUrl, 'SELECT word FROM kept')).toBe('成果');
    expect(await ask(second.apiUrl, 'SHOW server_encoding')).toBe('UTF8');
  });

  it('listens on the loopback only and keeps its passwords to its user', async () => {
    const server = await acquire();
    expect(await ask(server.superuserUrl, 'SHOW listen_addresses')).toBe('127.0.0.1');
    expect(await ask(server.superuserUrl, 'SHOW unix_socket_directories')).toBe('');
    const passwords = join(dataDir, 'postgres', 'passwords.json');
    expect(statSync(passwords).mode & 0o777).toBe(0o600);
    expect(existsSync(`${passwords}.tmp`)).toBe(false);
    const wrong = server.apiUrl.replace(/:[^:@]+@/, ':guess@');
    await expect(ask(wrong, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
  });

  it('serves several users on one folder and stops with the last', async () => {
    const [first, second] = await Promise.all([acquire(), acquire()]);
    expect(second.apiUrl).toBe(first.apiUrl);
    await first.release();
    expect(await ask(second.apiUrl, 'SELECT 1')).toBe(1);
    await second.release();
    expect(existsSync(noteOf(dataDir))).toBe(false);
  });

  it('comes back on the same address after kill -9 of the postmaster, with what was committed', async () => {
    const server = await acquire({ durable: true });
    await ask(server.ownerUrl, 'CREATE TABLE committed AS SELECT 7 AS number');
    process.kill(pidOf(dataDir), 'SIGKILL');
    expect(await askPatiently(server.ownerUrl, 'SELECT number FROM committed')).toBe(7);
  });

  it('is joined by the next process after kill -9 of the one that started it', async () => {
    const child = forkTypescript(join(__dirname, 'hold-server.ts'), [dataDir]);
    const [url] = (await once(child, 'message')) as [string];
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
    const server = await acquire();
    expect(server.apiUrl).toBe(url);
    await server.release();
    expect(existsSync(noteOf(dataDir))).toBe(false);
  });

  it('starts although the note of a killed server names a process that lives', async () => {
    const server = await acquire();
    await server.release();
    const note = [process.pid, '/elsewhere', 1, 1, '', '127.0.0.1', '', 'ready', ''].join('\n');
    writeFileSync(noteOf(dataDir), note);
    const again = await acquire();
    expect(await ask(again.apiUrl, 'SELECT 1')).toBe(1);
  });

  it('refuses a folder of another major version and names it', async () => {
    const server = await acquire();
    await server.release();
    const version = join(dataDir, 'postgres', 'data', 'PG_VERSION');
    const written = readFileSync(version, 'utf8');
    writeFileSync(version, '17\n');
    await expect(acquire()).rejects.toThrow(/was written by PostgreSQL 17.*brings PostgreSQL 18/s);
    writeFileSync(version, written);
  });

  it('says what to do where there are no binaries', async () => {
    await expect(acquire({ packageName: '@embedded-postgres/none' })).rejects.toThrow(/Set DATABASE_URL/);
  });

  it('never runs as root, and works below a folder that only its starter may enter', async () => {
    chmodSync(folder, 0o700);
    const server = await acquire();
    expect(await ask(server.apiUrl, 'SELECT 1')).toBe(1);
    expect(statSync(noteOf(dataDir)).uid).not.toBe(0);
  });
});
