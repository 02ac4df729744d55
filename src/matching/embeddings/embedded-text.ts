import { createHash } from 'node:crypto';
import { fieldsOf } from '../engine/features';
import type { MatchRecord } from '../engine/record';
import { withoutContact } from '../sharing/guarded-text';

/** Most models read no more than some hundred to some thousand tokens. */
const LONGEST_TEXT = 6000;

/**
 * What is sent of a record: title, text and keywords as the engine reads them, without names and other personal details,
 * and without any way to reach somebody. Empty when nothing is left.
 */
export function embeddedText(record: MatchRecord): string {
  const said = fieldsOf(record).map(({ text }) => text);
  return withoutContact(said.join('\n')).replace(/\s+/gu, ' ').trim().slice(0, LONGEST_TEXT);
}

export const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();
