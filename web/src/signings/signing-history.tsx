import type { SigningActView } from '@server/signings/signing.view';
import { useQuery } from '@tanstack/react-query';
import { get } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { useUser } from '../session/session';
import { useMoment } from '../ui/time';
import { useWords } from '../vocabulary/vocabularies';
import styles from './signing.module.css';

const READERS = new Set(['manager', 'auditor', 'park-lead', 'officer']);
const ACTORS = ['manager', 'park-lead', 'officer'] as const;
const isRole = (actedAs: string): actedAs is (typeof ACTORS)[number] =>
  (ACTORS as readonly string[]).includes(actedAs);

/** What was done with a signing, newest first. */
export function SigningHistory({ id, version }: { id: string; version: number }) {
  const { say } = useMessages();
  const { label } = useWords();
  const moment = useMoment();
  const { role } = useUser();
  const { data } = useQuery({
    queryKey: ['signings', id, 'history', version],
    queryFn: ({ signal }) => get<SigningActView[]>(`/signings/${id}/history`, { signal }),
    enabled: READERS.has(role),
  });
  if (!data) return null;
  const noteWords = (action: string, note: string) => {
    if (action === 'milestone') return label('levels', note);
    return action === 'add-paper' || action === 'remove-paper' ? label('document-kinds', note) : note;
  };
  const roleWords = (actedAs: string) => (isRole(actedAs) ? say(`role.${actedAs}`) : '');
  return (
    <section className={styles.card}>
      <h2>{say('record.history')}</h2>
      <ol className={styles.history}>
        {[...data].reverse().map(({ version: at, action, actedAt, actedAs, state, missing, note }) => (
          <li key={`${at} ${actedAt}`}>
            <div>
              {say('signings.act', { action: action.replaceAll('-', '_') })} ·{' '}
              {label('confirmation-states', state)}
            </div>
            {missing.length > 0 && (
              <div>
                {say('signing.missing', {
                  papers: missing.map((kind) => label('document-kinds', kind)).join(say('list.separator')),
                })}
              </div>
            )}
            {note && <div lang="">{noteWords(action, note)}</div>}
            <small>{[moment(actedAt), roleWords(actedAs)].filter(Boolean).join(' · ')}</small>
          </li>
        ))}
      </ol>
    </section>
  );
}
