import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const PREFIX = 'backup-';
const SUFFIX = '.tar.gz';

/** Where the backups of a data folder lie. */
export const backupFolder = (dataDir: string): string => join(dataDir, 'backups');

/** "…/backup-20261123T190012Z.tar.gz": names sort by time. */
export const backupFile = (dataDir: string, takenAt: Date): string =>
  join(backupFolder(dataDir), `${PREFIX}${takenAt.toISOString().replace(/[-:]|\.\d+/g, '')}${SUFFIX}`);

/** The backups there are, oldest first. */
export function findBackups(dataDir: string): { file: string; takenAt: Date }[] {
  return namesIn(backupFolder(dataDir)).flatMap((name) => {
    const [, date, h, m, s] = /^backup-(\d{8})T(\d\d)(\d\d)(\d\d)Z\.tar\.gz$/.exec(name) ?? [];
    if (date === undefined) return [];
    const day = date.replace(/(\d{4})(\d\d)(\d\d)/, '$1-$2-$3');
    const takenAt = new Date(`${day}T${h}:${m}:${s}Z`);
    return [{ file: join(backupFolder(dataDir), name), takenAt }];
  });
}

/** Removes all but the `kept` newest. */
export function removeOldBackups(dataDir: string, kept: number): void {
  for (const { file } of findBackups(dataDir).slice(0, -kept || undefined)) rmSync(file, { force: true });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
