import { Worker } from 'node:worker_threads';

export interface Bounds {
  /** Of all that the process takes: the bound on the heap does not see buffers, into which a small file can unpack gigabytes. */
  memoryMb: number;
  /** Of processor time from now on. */
  processorMs: number;
}

const LOOK = `
  const { memoryMb, processorMs } = require('node:worker_threads').workerData;
  const begun = process.cpuUsage();
  setInterval(() => {
    const { user, system } = process.cpuUsage(begun);
    if (process.memoryUsage.rss() > memoryMb * 1024 * 1024 || user + system > processorMs * 1000)
      process.kill(process.pid, 'SIGKILL');
  }, 20);
`;

/** Ends this process once it is beyond its bounds. A thread of its own looks, for a timer does not fire while a loop runs. */
export function endBeyond(bounds: Bounds): void {
  new Worker(LOOK, { eval: true, workerData: bounds, execArgv: [] }).unref();
}
