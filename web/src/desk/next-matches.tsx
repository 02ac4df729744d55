import type { NextMatches as Helpful } from '@server/plan/forecast/forecast.schema';
import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { get } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { StageTag } from '../review/stage-tag';
import { plansQuery } from '../targets/queries';
import { Loaded } from '../ui/loaded';
import styles from './desk.module.css';

/** The open matches that would help most with targets that are behind. */
export function NextMatches() {
  const { say } = useMessages();
  const { data: plans } = useQuery(plansQuery);
  const code = plans?.[0]?.code;
  const query = useQuery({
    queryKey: ['plans', code, 'next-matches'],
    queryFn: ({ signal }) => get<Helpful>(`/plans/${code}/next-matches`, { signal }),
    enabled: code !== undefined,
  });
  if (code === undefined) return null;
  return (
    <section className={styles.queue}>
      <header>
        <h2>{say('forecast.next')}</h2>
      </header>
      <Loaded query={query} loading={null}>
        {(found) =>
          found.length === 0 ? (
            <p className={styles.empty}>{say('forecast.nextNone')}</p>
          ) : (
            <ul>
              {found.map(({ match, targets, chance }) => (
                <li key={match.id} className={styles.line}>
                  <div className={styles.what}>
                    <Link to="/matches/$id" params={{ id: match.id }} lang="">
                      {match.demand?.title ?? match.code}
                    </Link>
                    <small>
                      {say('forecast.nextWhy', { targets: targets.join(say('list.separator')), chance })}
                    </small>
                  </div>
                  <StageTag stage={match.stage} label={match.label} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}
