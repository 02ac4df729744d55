import { fork } from 'node:child_process';
import { InvalidInput } from '../../common/errors';

/** What a limited process sends back: what it read, or the code of its refusal. */
export type Answer<T> = { value: T } | { refusal: string };

interface Limits {
  /** Of the heap; the process is ended above it. */
  memoryMb: number;
  milliseconds: number;
}

/**
 * Has `file` read `bytes` in a process of its own that knows no setting and no secret, and ends it when it takes too
 * much memory or time.
 * @throws 400 with the code of the refusal; IMPORT.TOO_HEAVY when the process was ended
 */
export async function readInProcess<T>(file: string, bytes: Buffer, limits: Limits): Promise<T> {
  const answer = await ask<T>(file, bytes, limits);
  if ('value' in answer) return answer.value;
  throw new InvalidInput(answer.refusal, 'The file was refused');
}

function ask<T>(file: string, bytes: Buffer, { memoryMb, milliseconds }: Limits): Promise<Answer<T>> {
  return new Promise((resolve) => {
    const child = fork(file, [], {
      env: {},
      execArgv: [...process.execArgv, `--max-old-space-size=${memoryMb}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    let answered: Answer<T> = { refusal: 'IMPORT.TOO_HEAVY' };
    const watch = setTimeout(() => child.kill('SIGKILL'), milliseconds);
    child.once('message', (answer: Answer<T>) => {
      answered = answer;
      child.kill('SIGKILL');
    });
    child.once('error', () => child.kill('SIGKILL'));
    child.once('close', () => {
      clearTimeout(watch);
      resolve(answered);
    });
    child.send(bytes, () => undefined);
  });
}
