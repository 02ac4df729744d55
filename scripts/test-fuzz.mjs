// Sends generated requests to every operation of the API: FUZZ_RUNS of them each, 1,000 unless it says otherwise.
import { spawnSync } from 'node:child_process';

const env = { FUZZ_RUNS: '1000', ...process.env };
const { status } = spawnSync('npx', ['jest', 'test/fuzz'], {
  stdio: 'inherit',
  env,
  shell: process.platform === 'win32',
});
process.exitCode = status ?? 1;
