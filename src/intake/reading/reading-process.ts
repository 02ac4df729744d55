import { DomainError } from '../../common/errors';
import { type Bounds, endBeyond } from '../../platform/processes/process-watch';
import type { Answer } from './read-in-process';

/**
 * Runs by itself, within the bounds for a file of so many bytes and with no settings of the product: `read` opens a file that
 * a stranger made.
 */
export function readingProcess<T>(
  read: (bytes: Buffer) => Promise<T>,
  boundsOf: (bytes: number) => Bounds,
): void {
  const answerTo = async (bytes: Buffer): Promise<Answer<T>> => {
    try {
      return { value: await read(bytes) };
    } catch (error) {
      return { refusal: error instanceof DomainError ? error.code : 'IMPORT.BROKEN' };
    }
  };
  process.once('message', (bytes: Uint8Array) => {
    endBeyond(boundsOf(bytes.length));
    void answerTo(Buffer.from(bytes)).then((answer) =>
      process.send?.(answer, undefined, undefined, () => process.exit()),
    );
  });
}
