import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { KeptProcess } from '../../src/app/kept-process';

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe('a kept process', () => {
  let folder: string;
  let kept: KeptProcess;
  const reports: string[] = [];

  const keep = (MODE: string) => {
    const env = { ...process.env, MODE, PIDS: join(folder, 'pids') };
    kept = new KeptProcess({
      name: 'stand-in',
      file: join(__dirname, 'stand-in.cjs'),
      env,
      report: (sentence) => reports.push(sentence),
    });
    return kept.start() as Promise<{ pid: number }>;
  };
  const pids = () => readFileSync(join(folder, 'pids'), 'utf8').trim().split('\n').map(Number);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'zhichuang-kept-'));
    reports.length = 0;
  });
  afterEach(async () => {
    await kept.stop(2_000);
    rmSync(folder, { recursive: true });
  });

  it('is ready with its first message and ends when asked', async () => {
    const { pid } = await keep('good');
    expect(isAlive(pid)).toBe(true);
    await kept.stop(2_000);
    expect(isAlive(pid)).toBe(false);
    expect(reports).toEqual([]);
  });

  it('is started again after kill -9', async () => {
    const { pid } = await keep('good');
    process.kill(pid, 'SIGKILL');
    while (pids().length < 2) await delay(20);
    expect(pids()[1]).not.toBe(pid);
    expect(reports).toEqual(['The stand-in ended; it is started again in 0.5 s.']);
  });

  it('is killed when it does not listen', async () => {
    const { pid } = await keep('stubborn');
    await kept.stop(100);
    expect(isAlive(pid)).toBe(false);
  });

  it('is not tried again when it never became ready', async () => {
    await expect(keep('broken')).rejects.toThrow('The stand-in did not start.');
    expect(reports).toEqual([]);
  });
});
