import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSweeper } from './sweeper';

/** Names the folder of this run's PostgreSQL, which the first test file that wants a database starts. */
export default function globalSetup(): void {
  process.env.TEST_DATA_DIR = mkdtempSync(join(tmpdir(), 'zhichuang-test-'));
  startSweeper(process.env.TEST_DATA_DIR);
}
