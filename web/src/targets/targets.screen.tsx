import type { ProgressView, TargetProgress } from '@server/plan/progress/progress.schema';
import type { PlanView } from '@server/plan/plan.schema';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { get } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { Loaded } from '../ui/loaded';
import { moneyWords } from '../ui/money';
import { Nothing } from '../ui/nothing';
import { Page } from '../ui/page';
import { SampleBadge } from '../ui/sample-badge';
import { useMoment } from '../ui/time';
import { useWords } from '../vocabulary/vocabularies';
import { Activities } from './activities';
import { bulletOf } from './bullet';
import { ParkTiles } from './park-tiles';
import { plansQuery } from './queries';
import { TargetSignings } from './target-signings';
import styles from './targets.module.css';

const route = getRouteApi('/shell/targets');

/** Where the plan stands: every figure opens the signings behind it. */
export function TargetsScreen() {
  const { say } = useMessages();
  const plans = useQuery(plansQuery);
  return (
    <Loaded query={plans}>
      {([plan]) =>
        plan ? (
          <Board code={plan.code} name={plan.name} />
        ) : (
          <Page title={say('nav.targets')}>
            <Nothing why={say('targets.noPlan')} />
          </Page>
        )
      }
    </Loaded>
  );
}

function Board({ code, name }: { code: string; name: string }) {
  const { say } = useMessages();
  const moment = useMoment();
  const { target } = route.useSearch();
  const plan = useQuery({
    queryKey: ['plans', code],
    queryFn: ({ signal }) => get<PlanView>(`/plans/${code}`, { signal }),
  });
  const progress = useQuery({
    queryKey: ['plans', code, 'progress'],
    queryFn: ({ signal }) => get<ProgressView>(`/plans/${code}/progress`, { signal }),
  });
  return (
    <Page title={name} aside={<SampleBadge set={progress.data?.sampleSet ?? null} />}>
      <Loaded query={progress}>
        {({ targets, totals, activities, asOf }) => (
          <>
            <p className={styles.totals}>
              <span>{say('targets.totals', totals)}</span>
              <small>{say('targets.asOf', { at: moment(asOf) })}</small>
            </p>
            <div className={styles.targets} role="region" tabIndex={0} aria-label={say('nav.targets')}>
              <table className={styles.table}>
                <thead>
                  <tr>
                    <th scope="col">{say('targets.target')}</th>
                    <th scope="col">{say('targets.progress')}</th>
                    <th scope="col">{say('targets.counted')}</th>
                    <th scope="col">{say('targets.expected')}</th>
                    <th scope="col">{say('targets.readings')}</th>
                  </tr>
                </thead>
                <tbody>
                  {targets.map((row) => (
                    <TargetRow key={row.code} target={row} />
                  ))}
                </tbody>
              </table>
            </div>
            <p className={styles.legend}>{say('targets.legend')}</p>
            <ParkTiles plan={code} targets={targets.filter(({ stated }) => stated)} />
            {plan.data && <Activities plan={plan.data} counted={activities} />}
            {target && <TargetSignings plan={code} target={targets.find((row) => row.code === target)} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function TargetRow({ target }: { target: TargetProgress }) {
  const { say } = useMessages();
  const { label } = useWords();
  const { filled, marker, isLate } = bulletOf(target);
  const regions = Object.entries(target.byRegion).filter(([, count]) => count > 0);
  return (
    <tr>
      <th scope="row" lang="">
        <span className={styles.code}>{target.code}</span> {target.name}
        {regions.length > 0 && (
          <small>
            {regions
              .map(([region, count]) =>
                say('targets.region', {
                  region: region === 'unknown' ? say('targets.unknownRegion') : label('regions', region),
                  count,
                }),
              )
              .join(say('list.separator'))}
          </small>
        )}
      </th>
      <td>
        {target.stated ? (
          <div
            className={styles.bullet}
            data-late={isLate}
            role="img"
            aria-label={say('targets.bullet', {
              counted: target.counted,
              goal: target.goal,
              expected: Math.round(target.expected * 10) / 10,
            })}
          >
            <span className={styles.fill} style={{ width: `${filled}%` }} />
            <span className={styles.marker} style={{ left: `${marker}%` }} />
          </div>
        ) : (
          <small>{say('targets.noFigure')}</small>
        )}
      </td>
      <td className={styles.figure}>
        <Link to="/targets" search={{ target: target.code }} resetScroll={false}>
          {target.counted}
        </Link>
        {say('targets.ofGoal', { goal: target.goal, unit: target.unit })}
      </td>
      <td className={styles.figure} data-late={isLate}>
        {target.stated ? Math.round(target.expected * 10) / 10 : ''}
      </td>
      <td>
        {target.readings.map(({ code, name, counted, yuan, goalYuan }) => (
          <div key={code} className={styles.reading}>
            <span lang="">{name}</span> <strong>{counted}</strong>
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
