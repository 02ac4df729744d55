import { DomainError } from '../../common/errors';
import type { Answer } from './read-in-process';

/** Runs by itself, with little memory and no settings of the product: `read` opens a file that a stranger made. */
export function readingProcess<T>(read: (bytes: Buffer) => Promise<T>): void {
  const answerTo = async (bytes: Buffer): Promise<Answer<T>> => {
    try {
      return { value: await read(bytes) };
    } catch (error) {
      return { refusal: error instanceof DomainError ? error.code : 'IMPORT.BROKEN' };
    }
  };
  process.once('message', (bytes: Uint8Array) => {
    void answerTo(Buffer.from(bytes)).then((answer) =>
      process.send?.(answer, undefined, undefined, () => process.exit()),
    );
  });
}
