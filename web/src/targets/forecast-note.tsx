import { useQuery } from '@tanstack/react-query';
import { useMessages } from '../i18n/use-messages';
import { useDay } from '../ui/time';
import { forecastQuery } from './forecast';
import styles from './burn-up.module.css';

interface Props {
  plan: string;
  target: string;
}

/** What the target can expect to its end, and what that rests on. */
export function ForecastNote({ plan, target }: Props) {
  const { say } = useMessages();
  const day = useDay();
  const { data } = useQuery(forecastQuery(plan));
  const forecast = data?.targets.find(({ code }) => code === target);
  if (!data || !forecast) return null;
  return (
    <>
      <p className={styles.words}>
        {say('forecast.note', { ...forecast, until: day(forecast.until), interval: data.interval })}
      </p>
      <details className="no-print">
        <summary>{say('forecast.basis')}</summary>
        <table className={styles.points}>
          <thead>
            <tr>
              <th scope="col">{say('forecast.stage')}</th>
              <th scope="col">{say('forecast.open')}</th>
              <th scope="col">{say('forecast.chance')}</th>
              <th scope="col">{say('forecast.days')}</th>
            </tr>
          </thead>
          <tbody>
            {data.chances.map(({ stage, chance, prior, days }) => (
              <tr key={stage}>
                <th scope="row">{say(`forecast.stage.${stage}`)}</th>
                <td>{forecast.byStage[stage] ?? 0}</td>
                <td>{say('forecast.chanceOf', { chance, prior })}</td>
                <td>{Math.round(days)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
