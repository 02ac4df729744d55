import { InvalidInput } from '../../common/errors';
import { askProcess } from '../../platform/processes/limited-process';

/** What a reading process sends back: what it read, or the code of its refusal. */
export type Answer<T> = { value: T } | { refusal: string };

/**
 * Has `file` read `bytes` in a limited process.
 * @throws 400 with the code of the refusal; IMPORT.TOO_HEAVY when the process was ended
 */
export async function readInProcess<T>(
  file: string,
  bytes: Buffer,
  limits: { memoryMb: number; milliseconds: number },
): Promise<T> {
  const answer = await askProcess<Answer<T>>(file, bytes, limits);
  if (answer && 'value' in answer) return answer.value;
  throw new InvalidInput(answer?.refusal ?? 'IMPORT.TOO_HEAVY', 'The file was refused');
}
