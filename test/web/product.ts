import { type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { forkTypescript } from '../support/fork-typescript';

const CLIENT = join(__dirname, '../../web/dist/index.html');
const START = join(__dirname, '../../src/start.ts');
const COMMANDS = join(__dirname, '../../src/cli.ts');

interface SignIn {
  login: string;
  password: string;
}

/** The whole product with its sample, on a PostgreSQL and a port of its own. */
export interface Product {
  address: string;
  dataDir: string;
  passwordOf(login: string): string;
  /** Runs an operator's command beside it. */
  command(...args: string[]): Promise<void>;
  stop(): Promise<void>;
}

/** Starts what `npm start` starts; `npm test` has built the client before. */
export async function startProduct(): Promise<Product> {
  if (!existsSync(CLIENT)) throw new Error('the web client is not built: npm run build:web');
  const dataDir = mkdtempSync(join(tmpdir(), 'zhichuang-web-'));
  const { DATABASE_URL: _, REDIS_URL: __, ...environment } = process.env;
  // One account stands for many people here.
  const settings = { PORT: '0', SAMPLE: 'on', LOG_LEVEL: 'warn', WORKERS: '1', REQUESTS_PER_MINUTE: '0' };
  const env = { ...environment, DATA_DIR: dataDir, ...settings };
  const child = forkTypescript(START, [], { env, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  const address = await readyAddress(child);
  const file = join(dataDir, 'sample-sign-ins.json');
  const stop = async () => {
    const gone = once(child, 'exit');
    if (child.exitCode === null) {
      child.kill('SIGTERM');
      await gone;
    }
    rmSync(dataDir, { recursive: true, force: true });
  };
  const command = async (...args: string[]) => {
    const run = forkTypescript(COMMANDS, args, { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    const [code] = (await once(run, 'exit')) as [number | null];
    if (code !== 0) throw new Error(`the command ${args[0]} ended with ${code}`);
  };
  return { address, dataDir, passwordOf: (login) => passwordIn(file, login), command, stop };
}

async function readyAddress({ stdout }: ChildProcess): Promise<string> {
  let said = '';
  for await (const chunk of stdout ?? []) {
    said += String(chunk);
    const found = /ready: (http:\S+)/.exec(said)?.[1];
    if (found) return found;
  }
  throw new Error(`the product did not start: ${said}`);
}

function passwordIn(file: string, login: string): string {
  if (!existsSync(file)) throw new Error('the sample has no sign-ins');
  const kept = JSON.parse(readFileSync(file, 'utf8')) as SignIn[] | { signIns: SignIn[] };
  const found = (Array.isArray(kept) ? kept : kept.signIns).find((signIn) => signIn.login === login);
  if (!found) throw new Error(`the sample has no ${login}`);
  return found.password;
}
