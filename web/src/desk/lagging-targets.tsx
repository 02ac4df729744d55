import type { ProgressView } from '@server/plan/progress/progress.schema';
import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { get } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { bulletOf } from '../targets/bullet';
import { plansQuery } from '../targets/queries';
import { Loaded } from '../ui/loaded';
import { mostLagging } from './lag';
import styles from './desk.module.css';

const MOST = 5;

/** The targets that are furthest behind what should be reached by now. */
export function LaggingTargets() {
  const { say } = useMessages();
  const { data: plans } = useQuery(plansQuery);
  const code = plans?.[0]?.code;
  const query = useQuery({
    queryKey: ['plans', code, 'progress'],
    queryFn: ({ signal }) => get<ProgressView>(`/plans/${code}/progress`, { signal }),
    enabled: code !== undefined,
  });
  if (code === undefined) return null;
  return (
    <section className={styles.queue}>
      <header>
        <h2>{say('matches.targets')}</h2>
        <Link to="/targets">{say('desk.all')}</Link>
      </header>
      <Loaded query={query} loading={null}>
        {({ targets }) => {
          const late = mostLagging(targets, MOST);
          if (late.length === 0) return <p className={styles.empty}>{say('matches.targetsNone')}</p>;
          return (
            <ul>
              {late.map((target) => (
                <li key={target.code} className={styles.target}>
                  <Link to="/targets" search={{ target: target.code }} lang="">
                    {target.name}
                  </Link>
                  <span>
                    {say('matches.targetsLag', { ...target, expected: Math.round(target.expected) })}
                  </span>
                  <div className={styles.bullet} aria-hidden="true">
                    <span style={{ width: `${bulletOf(target).filled}%` }} />
                    <i style={{ left: `${bulletOf(target).marker}%` }} />
                  </div>
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
    </section>
  );
}
