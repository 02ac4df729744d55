import { isRequestFailed } from '../api/problem';
import type { Say } from './use-messages';

/** What an act that failed tells its reader: what the server said, that the network is gone, or that something is wrong with us. */
export function sentenceOf(error: unknown, say: Say): string {
  if (!isRequestFailed(error)) return say('problem.unknown');
  return error.isOffline ? say('problem.offline') : error.message;
}
