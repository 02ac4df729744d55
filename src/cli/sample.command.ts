import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { Client } from 'pg';
import { SIGN_INS_FILE } from '../app/sample-sign-ins';
import { databaseUrls } from '../platform/roles/database-urls';
import { SampleRemoverRepository } from '../sample/sample-remover.repository';
import { print } from './print';
import type { OpenProduct } from './product';

export function sampleCommand(program: Command, open: OpenProduct): void {
  program
    .command('sample')
    .description('the sample data')
    .command('remove')
    .description('take out every row of the sample and all that hangs on it, accounts too')
    .option('--json', 'print JSON only')
    .action(async (options: { json?: boolean }) => {
      const { env } = await open();
      const owner = new Client({ connectionString: databaseUrls(env).ownerUrl });
      await owner.connect();
      try {
        print({ removed: await new SampleRemoverRepository(owner).remove() }, options.json);
      } finally {
        await owner.end();
      }
      rmSync(join(env.DATA_DIR, SIGN_INS_FILE), { force: true });
    });
}
