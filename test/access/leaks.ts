import { symbols } from 'pino';
import { SYSTEM } from '../../src/common/actor';
import { log } from '../../src/platform/logging/log';
import type { Cell } from './matrix';
import { CONTACTS, KEPT, NAMES, type World } from './world';

/** The two who read every park's records; how a person is reached they read no more than others. */
const READS_ALL = new Set(['manager', 'auditor']);
const REVEALS = new Set(['POST /talents/{id}/reveal-contact', 'GET /persons/{id}/copy']);

const holdsAny = (text: string, words: readonly string[]): boolean =>
  words.some((word) => text.includes(word));

/** Answers that told a caller what only the other park, or nobody without a reveal, may read. */
export const leaksIn = (cells: readonly Cell[]): string[] =>
  cells
    .filter(
      ({ operation, caller, text }) =>
        (!REVEALS.has(operation) && holdsAny(text, CONTACTS)) ||
        (!READS_ALL.has(caller) && holdsAny(text, [KEPT, ...NAMES])),
    )
    .map(({ operation, relation, caller }) => `${operation} ${relation} ${caller}`);

/** Everything the process logs from here on, at the most talkative level. */
export function recordLog(): string[] {
  const lines: string[] = [];
  log.level = 'trace';
  Reflect.set(log, symbols.streamSym, { write: (line: string) => lines.push(line) });
  return lines;
}

/** What waits in the queue and what the audit log says beside its ids, as text. */
export const jobsAndAudit = ({ days }: World): Promise<string> =>
  days.database.as(SYSTEM, async (tx) => {
    const rows = await tx.query<{ text: string }[]>(
      `SELECT payload::text AS text FROM outbox UNION ALL SELECT detail::text FROM audit_entries`,
    );
    return rows.map(({ text }) => text).join('\n');
  });
