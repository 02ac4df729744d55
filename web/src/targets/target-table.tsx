import type { TargetProgress } from '@server/plan/progress/progress.schema';
import { Link } from '@tanstack/react-router';
import { useMessages } from '../i18n/use-messages';
import { moneyWords } from '../ui/money';
import { useWords } from '../vocabulary/vocabularies';
import { bulletOf } from './bullet';
import { bandOf, type TargetForecast } from './forecast';
import { numbersOf, type RegionPart } from './target-row';
import styles from './targets.module.css';

const rounded = (value: number): number => Math.round(value * 10) / 10;

interface Props {
  targets: readonly TargetProgress[];
  /** By the code of the target; of now only. */
  forecasts: ReadonlyMap<string, TargetForecast>;
}

/** Every target in one row: the bar with its mark, the number that opens, and what belongs beside it. */
export function TargetTable({ targets, forecasts }: Props) {
  const { say } = useMessages();
  return (
    <div className={styles.targets} role="region" tabIndex={0} aria-label={say('nav.targets')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{say('targets.target')}</th>
            <th scope="col">{say('targets.progress')}</th>
            <th scope="col">{say('targets.counted')}</th>
            <th scope="col">{say('targets.expected')}</th>
            <th scope="col">{say('goals.signed')}</th>
            <th scope="col">{say('goals.landed')}</th>
            <th scope="col">{say('targets.readings')}</th>
          </tr>
        </thead>
        <tbody>
          {targets.map((target) => (
            <TargetRow key={target.code} target={target} forecast={forecasts.get(target.code)} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function TargetRow({ target, forecast }: { target: TargetProgress; forecast: TargetForecast | undefined }) {
  const { say } = useMessages();
  const { code, name, unit, goal, stated, counted, expected, allocated } = target;
  const { filled, marker, isLate } = bulletOf(target);
  const { signed, landed, others, regions } = numbersOf(target);
  const band = forecast && bandOf(forecast);
  return (
    <tr>
      <th scope="row">
        <span className={styles.code}>{code}</span> <span lang="">{name}</span>
        {allocated.parks > 0 && (
          <small>
            {allocated.parks > goal
              ? say('goals.allocatedOver', { given: allocated.parks, goal, over: allocated.parks - goal })
              : say('goals.allocated', { given: allocated.parks, goal })}
          </small>
        )}
      </th>
      <td>
        {stated ? (
          <div
            className={styles.bullet}
            data-late={isLate}
            role="img"
            aria-label={say('targets.bullet', { counted, goal, expected: rounded(expected) })}
          >
            {band && (
              <span className={styles.band} style={{ left: `${band.left}%`, width: `${band.width}%` }} />
            )}
            <span className={styles.fill} style={{ width: `${filled}%` }} />
            <span className={styles.marker} style={{ left: `${marker}%` }} />
          </div>
        ) : (
          <small>{say('targets.noFigure')}</small>
        )}
        {forecast && band && (
          <small>
            {say('forecast.band', { mean: rounded(forecast.mean), low: forecast.low, high: forecast.high })}
          </small>
        )}
        {regions.length > 0 && <RegionSplit parts={regions} />}
      </td>
      <td className={styles.figure}>
        <Link to="/targets" search={(now) => ({ ...now, target: code })} resetScroll={false}>
          {counted}
        </Link>
        {say('targets.ofGoal', { goal, unit })}
      </td>
      <td className={styles.figure} data-late={isLate} data-label={say('targets.expected')}>
        {stated ? rounded(expected) : ''}
      </td>
      {(['signed', 'landed'] as const).map((level) => (
        <td key={level} className={styles.level} data-label={say(`goals.${level}`)}>
          <Link
            to="/targets"
            search={(now) => ({ ...now, target: code, level })}
            resetScroll={false}
            aria-label={`${code} ${say(`goals.${level}`)} ${level === 'signed' ? signed : landed}`}
          >
            {level === 'signed' ? signed : landed}
          </Link>
        </td>
      ))}
      <td>
        {others.map(({ code: reading, name: words, counted: number, yuan, goalYuan }) => (
          <div key={reading} className={styles.reading}>
            <span lang="">{words}</span> <strong>{number}</strong>
            {yuan !== undefined && goalYuan !== undefined && (
              <small>
                {say('targets.amount', { amount: moneyWords(yuan, say), goal: moneyWords(goalYuan, say) })}
              </small>
            )}
          </div>
        ))}
      </td>
    </tr>
  );
}

/** Where the counted ones come from, in words: shares this small say nothing by their length. */
function RegionSplit({ parts }: { parts: readonly RegionPart[] }) {
  const { say } = useMessages();
  const { label } = useWords();
  const split = parts
    .map(({ region, count }) =>
      say('targets.region', {
        region: region === 'unknown' ? say('targets.unknownRegion') : label('regions', region),
        count,
      }),
    )
    .join(say('list.separator'));
  return <small className={styles.regions}>{say('goals.regionsOf', { split })}</small>;
}
