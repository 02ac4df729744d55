import { fork } from 'node:child_process';

interface Limits {
  /** Of the heap; the process is ended above it. */
  memoryMb: number;
  milliseconds: number;
  /** Ends the process early, when nobody waits for its answer any more. */
  signal?: AbortSignal | undefined;
}

/**
 * Sends `question` to a process of its own that runs `file` and knows no setting and no secret. Answers what it sends back first;
 * undefined when it was ended, for it took too much memory or time or nobody waited.
 */
export function askProcess<A>(
  file: string,
  question: unknown,
  { memoryMb, milliseconds, signal }: Limits,
): Promise<A | undefined> {
  return new Promise((resolve) => {
    const child = fork(file, [], {
      env: {},
      execArgv: [...process.execArgv, `--max-old-space-size=${memoryMb}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    let answer: A | undefined;
    const end = () => void child.kill('SIGKILL');
    const watch = setTimeout(end, milliseconds);
    signal?.addEventListener('abort', end);
    if (signal?.aborted) end();
    child.once('message', (sent: A) => {
      answer = sent;
      end();
    });
    child.once('error', end);
    child.once('close', () => {
      clearTimeout(watch);
      signal?.removeEventListener('abort', end);
      resolve(answer);
    });
    child.send(question as object, () => undefined);
  });
}
