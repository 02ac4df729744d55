import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { useMessages } from '../i18n/use-messages';
import { useUser } from '../session/session';
import { Loaded } from '../ui/loaded';
import { Nothing } from '../ui/nothing';
import { Page } from '../ui/page';
import { SampleBadge } from '../ui/sample-badge';
import { useMoment } from '../ui/time';
import { Activities } from './activities';
import { dayOf, endOfDay } from './as-of';
import { bulletOf } from './bullet';
import { forecastQuery } from './forecast';
import { ParkTiles } from './park-tiles';
import { PlanPicker } from './plan-picker';
import { planQuery, plansQuery, progressQuery } from './queries';
import { TargetDrawer } from './target-drawer';
import { TargetTable } from './target-table';
import styles from './targets.module.css';

const route = getRouteApi('/shell/targets');

/** Where the plan stands: every figure opens the signings behind it. */
export function TargetsScreen() {
  const { say } = useMessages();
  const { role } = useUser();
  const { plan: chosen } = route.useSearch();
  const plans = useQuery(plansQuery);
  return (
    <Loaded query={plans}>
      {(all) => {
        const plan = all.find(({ code }) => code === chosen) ?? all[0];
        if (plan) return <Board key={plan.code} code={plan.code} name={plan.name} />;
        return (
          <Page title={say('nav.targets')}>
            <Nothing
              why={say('targets.noPlan')}
              next={role === 'manager' && <Link to="/plan/new">{say('goals.startPlan')}</Link>}
            />
          </Page>
        );
      }}
    </Loaded>
  );
}

function Board({ code, name }: { code: string; name: string }) {
  const { say } = useMessages();
  const moment = useMoment();
  const navigate = useNavigate();
  const search = route.useSearch();
  const { asOf, target: opened } = search;
  const { data: plans = [] } = useQuery(plansQuery);
  const plan = useQuery(planQuery(code));
  const progress = useQuery(progressQuery(code, asOf));
  const forecast = useQuery({ ...forecastQuery(code), enabled: asOf === undefined });
  const expected = asOf === undefined ? (forecast.data?.targets ?? []) : [];
  const forecasts = new Map(expected.map((target) => [target.code, target]));
  const change = (next: typeof search) =>
    void navigate({ to: '/targets', search: { ...search, ...next }, replace: true, resetScroll: false });
  return (
    <Page
      title={name}
      aside={<SampleBadge set={progress.data?.sampleSet ?? null} />}
      actions={
        <>
          <PlanPicker
            plans={plans}
            plan={code}
            onChange={(next) => change({ plan: next, target: undefined })}
          />
          <label className={styles.asOf}>
            {say('goals.asOf')}
            <Input
              type="date"
              value={dayOf(asOf)}
              onChange={(event) => change({ asOf: endOfDay(event.target.value) })}
            />
          </label>
          <Button onClick={() => window.print()}>{say('goals.print')}</Button>
          <Link to="/plan" search={{ plan: code }}>
            <Button tabIndex={-1}>{say('goals.manage')}</Button>
          </Link>
        </>
      }
    >
      <Loaded query={progress}>
        {({ targets, totals, activities, asOf: known }) => {
          const late = targets.filter((target) => bulletOf(target).isLate).length;
          return (
            <>
              {asOf && (
                <Alert
                  className={styles.past}
                  type="info"
                  showIcon
                  title={say('goals.asOfNote', { at: moment(known) })}
                  action={
                    <Button size="small" onClick={() => change({ asOf: undefined })}>
                      {say('goals.backToNow')}
                    </Button>
                  }
                />
              )}
              <p className={styles.totals}>
                <span>{say('targets.totals', totals)}</span>
                {late > 0 && <span className={styles.late}>{say('goals.behind', { count: late })}</span>}
                <small>{say('targets.asOf', { at: moment(known) })}</small>
              </p>
              <TargetTable targets={targets} forecasts={forecasts} />
              <p className={styles.legend}>{say('targets.legend')}</p>
              <ParkTiles plan={code} asOf={asOf} />
              {plan.data && <Activities plan={plan.data} counted={activities} />}
              {opened && (
                <TargetDrawer
                  plan={code}
                  code={opened}
                  target={targets.find((row) => row.code === opened)}
                  outlook={forecasts.get(opened)}
                />
              )}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
