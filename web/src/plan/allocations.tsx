import type { AllocationsView, PlanView, TargetView } from '@server/plan/plan.schema';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { get, put } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { parksQuery } from '../review/queries';
import { useUser } from '../session/session';
import { Loaded } from '../ui/loaded';
import { Nothing } from '../ui/nothing';
import { activityKey, allocationsOf, parkKey, type Shares, sharesOf, sumOf } from './allocation-draft';
import { useAct } from '../ui/use-act';
import styles from './plan.module.css';
import layout from '../ui/layout.module.css';

const route = getRouteApi('/shell/plan');

/** 任务分解: a target given out to parks and activities, above its goal if wanted. */
export function Allocations({ plan }: { plan: PlanView }) {
  const { say } = useMessages();
  const navigate = useNavigate();
  const { at } = route.useSearch();
  const target = plan.targets.find(({ code }) => code === at) ?? plan.targets[0];
  const query = useQuery({
    queryKey: ['plans', plan.code, 'allocations', target?.code],
    queryFn: ({ signal }) =>
      get<AllocationsView>(`/plans/${plan.code}/targets/${target?.code}/allocations`, { signal }),
    enabled: target !== undefined,
  });
  if (!target) return <Nothing why={say('plan.noTargets')} />;
  return (
    <>
      <div className={layout.bar}>
        <Select
          aria-label={say('targets.target')}
          className={layout.choose}
          value={target.code}
          options={plan.targets.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={(code) =>
            void navigate({ to: '/plan', search: (now) => ({ ...now, at: code }), replace: true })
          }
        />
      </div>
      <Loaded query={query}>
        {(view) => <Sheet key={JSON.stringify(view.allocations)} plan={plan} target={target} view={view} />}
      </Loaded>
    </>
  );
}

interface Props {
  plan: PlanView;
  target: TargetView;
  view: AllocationsView;
}

function Sheet({ plan, target, view }: Props) {
  const { say } = useMessages();
  const client = useQueryClient();
  const isManager = useUser().role === 'manager';
  const { isBusy, act } = useAct();
  const { data: parks = [] } = useQuery(parksQuery);
  const [shares, setShares] = useState<Shares>(() => sharesOf(view));
  const numbers = target.rules.at(-1)?.rule.activities ?? [];
  const counted = new Map(
    view.allocations.map(({ park, activity, counted: done }) => [
      park === null ? activityKey(activity ?? 0) : parkKey(park),
      done,
    ]),
  );
  const save = () =>
    act(async () => {
      await put(`/plans/${plan.code}/targets/${target.code}/allocations`, allocationsOf(shares));
      await client.invalidateQueries({ queryKey: ['plans', plan.code] });
    });
  const groups = [
    {
      kind: 'park' as const,
      rows: parks.map(({ code, city }) => ({ key: parkKey(code), name: code, more: city })),
    },
    {
      kind: 'activity' as const,
      rows: plan.activities
        .filter(({ number }) => numbers.includes(number))
        .map(({ number, name }) => ({ key: activityKey(number), name: String(number), more: name })),
    },
  ];
  return (
    <>
      <p>{say('plan.goalOf', { goal: view.goal, unit: target.unit })}</p>
      <div className={styles.sheets}>
        {groups.map(({ kind, rows }) => {
          const { given, over, open } = sumOf(shares, kind, view.goal);
          return (
            <section key={kind} className={layout.card}>
              <h2>{say(`plan.to.${kind}`)}</h2>
              <table className={styles.sheet}>
                <thead>
                  <tr>
                    <th scope="col">{say(`plan.receiver.${kind}`)}</th>
                    <th scope="col">{say('plan.share')}</th>
                    <th scope="col">{say('plan.delivered')}</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map(({ key, name, more }) => (
                    <tr key={key}>
                      <th scope="row">
                        {name} <small lang="">{more}</small>
                      </th>
                      <td>
                        {isManager ? (
                          <InputNumber
                            aria-label={`${say('plan.share')} ${name}`}
                            min={0}
                            precision={0}
                            value={shares.get(key)}
                            onChange={(goal) => setShares(new Map(shares).set(key, goal))}
                          />
                        ) : (
                          shares.get(key)
                        )}
                      </td>
                      <td>{counted.get(key)}</td>
                    </tr>
                  ))}
                </tbody>
                <tfoot>
                  <tr data-over={over > 0}>
                    <th scope="row">{say('plan.sum')}</th>
                    <td colSpan={2}>
                      {given} / {view.goal} {over > 0 && <strong>{say('plan.over', { count: over })}</strong>}
                      {open > 0 && given > 0 && say('plan.open', { count: open })}
                    </td>
                  </tr>
                </tfoot>
              </table>
            </section>
          );
        })}
      </div>
      {isManager && (
        <div className={layout.bar}>
          <Button type="primary" loading={isBusy} onClick={() => void save()}>
            {say('action.save')}
          </Button>
        </div>
      )}
    </>
  );
}
