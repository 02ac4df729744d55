import type { AuditEntryView } from '@server/identity/audit/audit.schema';
import type { Say } from '../i18n/use-messages';
import { wordFor } from '../i18n/word-for';
import type { Words } from '../vocabulary/vocabularies';

type Detail = AuditEntryView['detail'];

/** What an entry says besides, each with its name; what has no word yet stands as it is kept. */
export function detailWords(detail: Detail, say: Say, label: Words['label']): string {
  const wordOf = (name: string, value: Detail[string]) => {
    if (typeof value === 'boolean') return say(value ? 'audit.yes' : 'audit.no');
    if (name === 'role') return wordFor('role', String(value), say);
    if (name === 'state') return label('activity-states', String(value));
    return String(value);
  };
  return Object.entries(detail)
    .filter(([, value]) => value !== null)
    .map(([name, value]) =>
      say('audit.named', { name: wordFor('audit.word', name, say), value: wordOf(name, value) }),
    )
    .join(say('list.separator'));
}
