import { statSync } from 'node:fs';
import type { Env } from '../../platform/config/env.schema';
import { findKeyRing } from '../../platform/crypto/find-key-ring';
import { databaseUrls } from '../../platform/roles/database-urls';
import { backupFile, findBackups, removeOldBackups } from './backup-files';
import { keyBookFile, renewKeyBook } from './key-book';
import { takeBackup } from './take-backup';

const LOOK_MS = 10 * 60_000;
const DAY_MS = 24 * 3_600_000;
/** 03:00 in Shanghai is 19:00 UTC. */
const NIGHT_MS = 19 * 3_600_000;

/** True when a 03:00 has passed since `last`: also after nights through which the machine was off. */
export const isBackupDue = (last: Date, now: Date): boolean =>
  Math.floor((now.getTime() - NIGHT_MS) / DAY_MS) > Math.floor((last.getTime() - NIGHT_MS) / DAY_MS);

/** Takes a backup of the embedded database every night, keeps the newest few, and forgets the keys of who is erased. */
export class NightlyBackup {
  private readonly timer: NodeJS.Timeout;
  private running: Promise<void> | undefined;

  /** `report` is told of what went wrong; the next look tries again. */
  constructor(
    private readonly env: Env,
    private readonly report: (sentence: string) => void,
  ) {
    this.timer = setInterval(() => this.look(), LOOK_MS);
    this.look();
  }

  /** Waits for a backup in hand. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  private look(): void {
    const { DATA_DIR, BACKUPS_KEPT } = this.env;
    if (BACKUPS_KEPT === 0 || this.running) return;
    const last = findBackups(DATA_DIR).at(-1)?.takenAt ?? statSync(DATA_DIR).birthtime;
    const work = isBackupDue(last, new Date()) ? this.take() : this.forget();
    this.running = work
      .catch((error: Error) => this.report(`The nightly backup failed: ${error.message}`))
      .finally(() => (this.running = undefined));
  }

  private async take(): Promise<void> {
    const { DATA_DIR, BACKUPS_KEPT } = this.env;
    const takenAt = new Date();
    await takeBackup({
      backupUrl: databaseUrls(this.env).backupUrl,
      ring: findKeyRing(this.env),
      file: backupFile(DATA_DIR, takenAt),
      keyBook: keyBookFile(DATA_DIR),
      takenAt,
    });
    removeOldBackups(DATA_DIR, BACKUPS_KEPT);
  }

  /** The keys of those erased since the last backup do not wait for the next. */
  private async forget(): Promise<void> {
    await renewKeyBook(databaseUrls(this.env).backupUrl, keyBookFile(this.env.DATA_DIR), new Date());
  }
}
