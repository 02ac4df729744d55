import { resolve } from 'node:path';
import type { Command } from 'commander';
import { backupFile } from '../app/backup/backup-files';
import { keyBookFile } from '../app/backup/key-book';
import { checkArchive } from '../app/backup/read-archive';
import { restoreBackup } from '../app/backup/restore-backup';
import { takeBackup } from '../app/backup/take-backup';
import { openDatabase } from '../app/open-database';
import type { Env } from '../platform/config/env.schema';
import { findKeyRing } from '../platform/crypto/find-key-ring';
import { databaseUrls } from '../platform/roles/database-urls';
import { print } from './print';

const reports = { warn: (sentence: string) => void process.stderr.write(`${sentence}\n`) };

/** A backup needs no more than its own login; only the embedded server has to be woken. */
async function withBackupLogin<T>(env: Env, work: (backupUrl: string) => Promise<T>): Promise<T> {
  if (env.DATABASE_URL) return work(databaseUrls(env).backupUrl);
  const database = await openDatabase(env, reports);
  return work(database.urls.backupUrl).finally(() => database.release());
}

export function backupCommand(program: Command, env: Env): void {
  program
    .command('backup')
    .description(
      'copy the whole database, files included, into one archive; neither the master key nor persons’ keys are in it',
    )
    .argument('[file]', 'default: a name by the time, below DATA_DIR/backups')
    .option(
      '--keys <file>',
      'where persons’ keys are written, over those of the last time',
      keyBookFile(env.DATA_DIR),
    )
    .option('--json', 'print JSON only')
    .action(async (file: string | undefined, options: { keys: string; json?: boolean }) => {
      const takenAt = new Date();
      const report = await withBackupLogin(env, (backupUrl) =>
        takeBackup({
          backupUrl,
          ring: findKeyRing(env),
          file: resolve(file ?? backupFile(env.DATA_DIR, takenAt)),
          keyBook: resolve(options.keys),
          takenAt,
        }),
      );
      print(report, options.json);
    });
}

export function restoreCommand(program: Command, env: Env): void {
  program
    .command('restore')
    .description('fill an empty database from an archive of "backup"')
    .argument('<file>', 'the archive')
    .option('--check', 'only read the archive from end to end')
    .option('--keys <file>', 'the newest file of persons’ keys', keyBookFile(env.DATA_DIR))
    .option('--json', 'print JSON only')
    .action(async (file: string, options: { check?: boolean; keys: string; json?: boolean }) => {
      if (options.check) {
        const { header, totals } = await checkArchive(resolve(file));
        const rows = Object.fromEntries(
          Object.entries(totals.tables).map(([name, { rows }]) => [name, rows]),
        );
        const { takenAt, schemaVersion, masterKeys } = header;
        return print({ takenAt, schemaVersion, masterKeys, rows }, options.json);
      }
      // Before an embedded server is made for it.
      await checkArchive(resolve(file));
      const database = await openDatabase(env, reports);
      try {
        const order = {
          file: resolve(file),
          ownerUrl: database.urls.ownerUrl,
          ring: findKeyRing(env),
          keyBook: resolve(options.keys),
        };
        print(await restoreBackup(order), options.json);
      } finally {
        await database.release();
      }
    });
}
