/** Milliseconds of processor time that `run` takes. */
export function cpuMs(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}

/** Runs call i for each of `calls` numbers. */
export function repeat(calls: number, call: (i: number) => void): () => void {
  return () => {
    for (let i = 0; i < calls; i++) call(i);
  };
}

/**
 * Processor time per call of each contender, in ms: the median of `rounds`, in which they take turns, so that whatever
 * else the machine does meets all of them alike.
 */
export function cpuPerCall<Name extends string>(
  contenders: Record<Name, (i: number) => void>,
  calls: number,
  rounds = 7,
): Record<Name, number> {
  const names = Object.keys(contenders) as Name[];
  const times = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (const name of names) repeat(Math.min(calls, 50), contenders[name])();
  for (let round = 0; round < rounds; round++)
    for (const name of names) times.get(name)!.push(cpuMs(repeat(calls, contenders[name])) / calls);
  return Object.fromEntries(names.map((name) => [name, median(times.get(name)!)])) as Record<Name, number>;
}

/** Wall time of each call, in ms. */
export function wallOfCalls(calls: number, call: (i: number) => void): number[] {
  return Array.from({ length: calls }, (_, i) => {
    const start = performance.now();
    call(i);
    return performance.now() - start;
  });
}
