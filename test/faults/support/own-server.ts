import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEnv } from '../../../src/platform/config/env';
import { migrate } from '../../../src/platform/database/migrate';
import {
  acquireEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../../../src/platform/embedded/embedded-postgres';
import { settingsOf } from '../../../src/platform/roles/database-urls';
import { makeAccounts } from './accounts';
import { Effects } from './effects';

/** A PostgreSQL with the product's schema and accounts that a test may harm: it is nobody else's. */
export class OwnServer {
  private constructor(
    readonly folder: string,
    readonly settings: Record<string, string>,
    readonly effects: Effects,
    private readonly postgres: EmbeddedPostgres,
  ) {}

  /** @param folder an empty one; by default one of its own */
  static async start(
    accounts: number,
    folder = mkdtempSync(join(tmpdir(), 'zhichuang-fault-')),
  ): Promise<OwnServer> {
    const postgres = await acquireEmbeddedPostgres(folder);
    await migrate(postgres.ownerUrl);
    const MASTER_KEY = randomBytes(32).toString('base64');
    const settings = { ...settingsOf(postgres), MASTER_KEY, DATA_DIR: folder, LOG_LEVEL: 'silent' };
    await makeAccounts(readEnv(settings), accounts);
    const superuserUrl = new URL(postgres.superuserUrl);
    superuserUrl.pathname = new URL(postgres.apiUrl).pathname;
    return new OwnServer(folder, settings, await Effects.open(superuserUrl.href), postgres);
  }

  /** kill -9; whoever holds the server starts it again. */
  kill(): void {
    const note = readFileSync(join(this.folder, 'postgres', 'data', 'postmaster.pid'), 'utf8');
    process.kill(Number(note.split('\n')[0]), 'SIGKILL');
  }

  async stop(): Promise<void> {
    await this.effects.close();
    await this.postgres.release();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
