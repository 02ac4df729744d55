import { statSync } from 'node:fs';
import type { Env } from '../../platform/config/env.schema';
import { masterKeyNames } from '../../platform/crypto/key-names';
import { databaseUrls } from '../../platform/roles/database-urls';
import { backupFile, findBackups, removeOldBackups } from './backup-files';
import { takeBackup } from './take-backup';

const LOOK_MS = 10 * 60_000;
const DAY_MS = 24 * 3_600_000;
/** 03:00 in Shanghai is 19:00 UTC. */
const NIGHT_MS = 19 * 3_600_000;

/** True when a 03:00 has passed since `last`: also after nights through which the machine was off. */
export const isBackupDue = (last: Date, now: Date): boolean =>
  Math.floor((now.getTime() - NIGHT_MS) / DAY_MS) > Math.floor((last.getTime() - NIGHT_MS) / DAY_MS);

/** Takes a backup of the embedded database every night and keeps the newest few. */
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
    const last = findBackups(DATA_DIR).at(-1)?.takenAt ?? statSync(DATA_DIR).birthtime;
    if (BACKUPS_KEPT === 0 || this.running || !isBackupDue(last, new Date())) return;
    this.running = this.take().finally(() => (this.running = undefined));
  }

  private async take(): Promise<void> {
    const { DATA_DIR, BACKUPS_KEPT } = this.env;
    const takenAt = new Date();
    try {
      await takeBackup({
        backupUrl: databaseUrls(this.env).backupUrl,
        masterKeys: masterKeyNames(this.env),
        file: backupFile(DATA_DIR, takenAt),
        takenAt,
      });
      removeOldBackups(DATA_DIR, BACKUPS_KEPT);
    } catch (error) {
      this.report(`The nightly backup failed: ${(error as Error).message}`);
    }
  }
}
