import type { PlanView, TargetView } from '@server/plan/plan.schema';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useMessages } from '../i18n/use-messages';
import { useUser } from '../session/session';
import { type Column, DataTable } from '../ui/data-table';
import { Nothing } from '../ui/nothing';
import { useDay } from '../ui/time';
import { useWords } from '../vocabulary/vocabularies';
import { AddTarget } from './add-target';
import { RuleDrawer } from './rule-drawer';
import { useRuleWords } from './rule-words';
import layout from '../ui/layout.module.css';

const route = getRouteApi('/shell/plan');

/** What each target counts, in words, with every version of it. */
export function PlanTargets({ plan }: { plan: PlanView }) {
  const { say } = useMessages();
  const { label } = useWords();
  const day = useDay();
  const words = useRuleWords();
  const navigate = useNavigate();
  const isManager = useUser().role === 'manager';
  const { at } = route.useSearch();
  const [isAdding, setAdding] = useState(false);
  const opened = plan.targets.find(({ code }) => code === at);
  const columns: Column<TargetView>[] = [
    {
      key: 'code',
      title: say('goals.code'),
      width: 64,
      render: ({ code }) => (
        <Link to="/plan" search={(now) => ({ ...now, at: code })} resetScroll={false}>
          {code}
        </Link>
      ),
    },
    {
      key: 'name',
      title: say('targets.target'),
      onCard: 'heading',
      render: ({ name, note }) => (
        <>
          <span lang="">{name}</span>
          {note && (
            <small className={layout.hint} lang="">
              {note}
            </small>
          )}
        </>
      ),
    },
    {
      key: 'goal',
      title: say('plan.goal'),
      width: 100,
      render: ({ rules, unit, stated }) => (
        <>
          {rules.at(-1)?.rule.goal} <span lang="">{unit}</span>
          {!stated && <small className={layout.hint}>{say('plan.unstated')}</small>}
        </>
      ),
    },
    {
      key: 'countAt',
      title: say('plan.countAt'),
      width: 90,
      render: ({ rules }) => label('count-levels', rules.at(-1)?.rule.countAt),
    },
    {
      key: 'rule',
      title: say('plan.rule'),
      render: ({ rules }) => {
        const rule = rules.at(-1)?.rule;
        return rule && words(rule).join(say('plan.ruleSeparator'));
      },
    },
    {
      key: 'version',
      title: say('plan.version'),
      width: 130,
      render: ({ rules }) => {
        const latest = rules.at(-1);
        return latest && say('plan.versionFrom', { version: latest.version, day: day(latest.effectiveFrom) });
      },
    },
  ];
  return (
    <>
      {isManager && (
        <div className={layout.bar}>
          <Button disabled={plan.activities.length === 0} onClick={() => setAdding(true)}>
            {say('plan.addTarget')}
          </Button>
        </div>
      )}
      {plan.targets.length === 0 ? (
        <Nothing why={say('plan.noTargets')} />
      ) : (
        <DataTable name={say('plan.tab.targets')} columns={columns} rows={plan.targets} />
      )}
      {opened && (
        <RuleDrawer
          key={`${opened.code} ${opened.rules.length}`}
          plan={plan}
          target={opened}
          onClose={() =>
            void navigate({ to: '/plan', search: (now) => ({ ...now, at: undefined }), resetScroll: false })
          }
        />
      )}
      {isAdding && <AddTarget plan={plan} onClose={() => setAdding(false)} />}
    </>
  );
}
