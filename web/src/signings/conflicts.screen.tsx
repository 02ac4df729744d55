import type { ConflictView } from '@server/plan/conflicts/conflict.schema';
import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { get } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { Loaded } from '../ui/loaded';
import { Nothing } from '../ui/nothing';
import { Page } from '../ui/page';
import { useDay } from '../ui/time';
import { StateTag } from './state-tag';
import styles from './signing.module.css';

/** Subjects that several live signings are about: both sides shown, one carries the credit. */
export function ConflictsScreen() {
  const { say } = useMessages();
  const day = useDay();
  const query = useQuery({
    queryKey: ['conflicts'],
    queryFn: ({ signal }) => get<ConflictView[]>('/conflicts', { signal }),
  });
  return (
    <Page title={say('signings.conflicts')}>
      <Loaded query={query}>
        {(conflicts) => (
          <div className={styles.main}>
            {conflicts.length === 0 && <Nothing why={say('signings.noConflicts')} />}
            {conflicts.map(({ subject, kind, signings }) => (
              <section key={subject.id} className={styles.card}>
                <h2>{say(`conflict.${kind}`)}</h2>
                <ul className={styles.papers}>
                  {signings.map(({ id, code, title, park, state, contractOn, credited }) => (
                    <li key={id}>
                      {title === null ? (
                        <span>{say('conflict.elsewhere', { park: park ?? '', code })}</span>
                      ) : (
                        <Link to="/signings/$id" params={{ id }} lang="">
                          {`${code} ${title}`}
                        </Link>
                      )}
                      <span>{park}</span>
                      <span>{day(contractOn)}</span>
                      <StateTag state={state} />
                      {credited && <strong>{say('signings.carriesCredit')}</strong>}
                    </li>
                  ))}
                </ul>
              </section>
            ))}
          </div>
        )}
      </Loaded>
    </Page>
  );
}
