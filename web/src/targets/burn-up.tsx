import type { BurnUpView } from '@server/plan/progress/progress.schema';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { get } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { Loaded } from '../ui/loaded';
import { useDay } from '../ui/time';
import { ForecastNote } from './forecast-note';
import styles from './burn-up.module.css';
import type { TargetForecast } from './forecast';

/** Charts are heavy and stand only here. */
const BurnUpChart = lazy(() => import('./burn-up-chart'));

interface Props {
  plan: string;
  target: string;
  asOf: string | undefined;
  outlook: TargetForecast | undefined;
}

/** How a target came to where it stands: as a curve, in a sentence, and as a table. */
export function BurnUp({ plan, target, asOf, outlook }: Props) {
  const { say } = useMessages();
  const day = useDay();
  const query = useQuery({
    queryKey: ['plans', plan, 'burn-up', target, asOf],
    queryFn: ({ signal }) =>
      get<BurnUpView>(`/plans/${plan}/targets/${target}/burn-up`, { signal, query: { asOf } }),
  });
  return (
    <section className={styles.burnUp}>
      <h3>{say('goals.burnUp')}</h3>
      <Loaded query={query} loading={<div className={styles.chart} />}>
        {(burnUp) => {
          const last = burnUp.points.at(-1);
          return (
            <>
              <Suspense fallback={<div className={styles.chart} />}>
                <BurnUpChart burnUp={burnUp} outlook={outlook} />
              </Suspense>
              {last && (
                <p className={styles.words}>
                  {say('goals.burnUpText', {
                    from: day(burnUp.from),
                    to: day(last.on),
                    counted: last.counted,
                    expected: last.expected,
                    goal: burnUp.goal,
                  })}
                </p>
              )}
              <details className="no-print">
                <summary>{say('goals.burnUpTable')}</summary>
                <table className={styles.points}>
                  <thead>
                    <tr>
                      <th scope="col">{say('goals.day')}</th>
                      <th scope="col">{say('goals.burnUpCounted')}</th>
                      <th scope="col">{say('goals.burnUpExpected')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {burnUp.points.map(({ on, counted, expected }) => (
                      <tr key={on}>
                        <th scope="row">{day(on)}</th>
                        <td>{counted}</td>
                        <td>{expected}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </details>
            </>
          );
        }}
      </Loaded>
      {asOf === undefined && <ForecastNote plan={plan} target={target} />}
    </section>
  );
}
