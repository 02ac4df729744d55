import type { MessageKey } from './i18n';
import type { Say } from './use-messages';

/** What a code of the server is called, by the keys that begin with `group`; one that has no word yet stands for itself. */
export function wordFor(group: string, code: string, say: Say): string {
  const key = `${group}.${code}`;
  const word = say(key as MessageKey);
  return word === key ? code : word;
}
