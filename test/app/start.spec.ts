import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { forkTypescript } from '../support/fork-typescript';

const START = join(__dirname, '../../src/start.ts');

interface Running {
  process: ChildProcess;
  address: string;
}

describe('npm start', () => {
  let folder: string;
  let dataDir: string;
  let running: ChildProcess | undefined;

  const launch = (settings: NodeJS.ProcessEnv = {}) => {
    const { DATABASE_URL: _, REDIS_URL: __, ...environment } = process.env;
    const env = {
      ...environment,
      DATA_DIR: dataDir,
      PORT: '0',
      SAMPLE: 'off',
      LOG_LEVEL: 'silent',
      ...settings,
    };
    running = forkTypescript(START, [], { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    return running;
  };
  const said = async (stream: NodeJS.ReadableStream | null | undefined, pattern: RegExp) => {
    let text = '';
    for await (const chunk of stream ?? []) {
      text += String(chunk);
      const found = pattern.exec(text);
      if (found) return found;
    }
    throw new Error(`it said only: ${text}`);
  };
  const start = async (): Promise<Running> => {
    const process = launch();
    const [, address = ''] = await said(process.stdout, /ready: (http:\S+)/);
    return { process, address };
  };
  const answers = (address: string) =>
    fetch(`${address}/health/ready`).then(
      ({ status }) => status,
      () => 'nobody',
    );
  const databaseRuns = () => existsSync(join(dataDir, 'postgres', 'data', 'postmaster.pid'));

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'zhichuang-start-'));
    dataDir = join(folder, '数据');
  });
  afterEach(async () => {
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    const gone = once(running, 'exit');
    running.kill('SIGTERM');
    await gone;
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('serves, and stops everything in order', async () => {
    const { process, address } = await start();
    expect(await answers(address)).toBe(200);
    const gone = once(process, 'exit');
    process.kill('SIGINT');
    expect(await gone).toEqual([0, null]);
    expect(await answers(address)).toBe('nobody');
    expect(databaseRuns()).toBe(false);
  }, 60_000);

  it('leaves nothing broken after kill -9: its children go, and the next start serves', async () => {
    const { process, address } = await start();
    const gone = once(process, 'exit');
    process.kill('SIGKILL');
    await gone;
    while ((await answers(address)) !== 'nobody') await delay(50);
    const next = await start();
    expect(await answers(next.address)).toBe(200);
  }, 60_000);

  it('names a taken port before it starts anything', async () => {
    const other = createServer();
    await once(other.listen(0, '127.0.0.1'), 'listening');
    const { port } = other.address() as AddressInfo;
    const process = launch({ PORT: String(port) });
    const gone = once(process, 'exit');
    await said(process.stderr, /PORT: \d+ is taken by another program/);
    expect(await gone).toEqual([1, null]);
    expect(databaseRuns()).toBe(false);
    other.close();
  });
});
