import { type ChildProcess, fork, type ForkOptions } from 'node:child_process';

const register = require.resolve('./register-typescript.cjs');

/** Starts a TypeScript file as a process of its own, for tests that kill it. The processes it forks load TypeScript too. */
export const forkTypescript = (
  file: string,
  args: readonly string[] = [],
  options: ForkOptions = {},
): ChildProcess => fork(file, args, { ...options, execArgv: ['--require', register] });
