import type { SigningCredit } from '@server/plan/preview/preview.schema';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { get } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { useUser } from '../session/session';
import { Loaded } from '../ui/loaded';
import { Nothing } from '../ui/nothing';
import { useWords } from '../vocabulary/vocabularies';
import styles from './signing.module.css';

const READERS = new Set(['manager', 'auditor', 'park-lead', 'officer']);

/** What a confirmed signing counts for: the way back from its papers to the numbers. */
export function SigningCredits({ id, version }: { id: string; version: number }) {
  const { say } = useMessages();
  const { label } = useWords();
  const { role } = useUser();
  const query = useQuery({
    queryKey: ['signings', id, 'credits', version],
    queryFn: ({ signal }) => get<SigningCredit[]>(`/signings/${id}/credits`, { signal }),
    enabled: READERS.has(role),
  });
  if (!READERS.has(role)) return null;
  return (
    <section className={styles.card}>
      <h2>{say('signings.countsFor')}</h2>
      <Loaded query={query} loading={null}>
        {(credits) => (
          <>
            {credits.length === 0 && <Nothing why={say('signings.countsForNothing')} />}
            <ul className={styles.preview}>
              {credits.map(({ plan, target, name, unit, level, counts, subjects }) => (
                <li key={`${target} ${level}`} data-rises={counts}>
                  <Link to="/targets" search={{ plan, target }} lang="">
                    {`${target} ${name}`}
                  </Link>
                  <span>
                    {label('count-levels', level)}{' '}
                    {counts && <strong>{say('signings.counted', { subjects, unit })}</strong>}
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </section>
  );
}
