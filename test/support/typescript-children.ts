/** Lets the processes that the code under test forks load TypeScript. */
export function forkAsTypescript(): void {
  process.execArgv.push('--require', require.resolve('./register-typescript.cjs'));
}
