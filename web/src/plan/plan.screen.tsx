import type { PlanView } from '@server/plan/plan.schema';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Dropdown } from 'antd';
import { remove } from '../api/http';
import { sentenceOf } from '../i18n/sentence-of';
import { useMessages } from '../i18n/use-messages';
import { useUser } from '../session/session';
import { PlanPicker } from '../targets/plan-picker';
import { planQuery, plansQuery } from '../targets/queries';
import { Loaded } from '../ui/loaded';
import { Nothing } from '../ui/nothing';
import { Page } from '../ui/page';
import { Tabs } from '../ui/tabs';
import { SampleBadge } from '../ui/sample-badge';
import { Allocations } from './allocations';
import { Overview } from './overview';
import { PlanActivities } from './plan-activities';
import { PlanTargets } from './plan-targets';
import { Submissions } from './submissions';

const route = getRouteApi('/shell/plan');
const TABS = ['overview', 'activities', 'targets', 'allocations', 'submissions'] as const;
type Tab = (typeof TABS)[number];

/** Who reads what was submitted; organisers see their plan without it. */
const SUBMISSION_READERS = new Set(['manager', 'park-lead', 'officer', 'commission', 'auditor']);

/** The plan itself: what it promises, who delivers it, and what was reported of it. */
export function PlanScreen() {
  const { say } = useMessages();
  const { role } = useUser();
  const { plan: chosen } = route.useSearch();
  const plans = useQuery(plansQuery);
  return (
    <Loaded query={plans}>
      {(all) => {
        const plan = all.find(({ code }) => code === chosen) ?? all[0];
        if (plan) return <OnePlan key={plan.code} code={plan.code} />;
        return (
          <Page title={say('nav.plan')}>
            <Nothing
              why={say('plan.none')}
              next={role === 'manager' && <Link to="/plan/new">{say('plan.new')}</Link>}
            />
          </Page>
        );
      }}
    </Loaded>
  );
}

function OnePlan({ code }: { code: string }) {
  const { say } = useMessages();
  const { role } = useUser();
  const navigate = useNavigate();
  const { tab } = route.useSearch();
  const { data: plans = [] } = useQuery(plansQuery);
  const query = useQuery(planQuery(code));
  const tabs = TABS.filter((name) => name !== 'submissions' || SUBMISSION_READERS.has(role));
  const open = tabs.find((name) => name === tab) ?? 'overview';
  return (
    <Page
      title={query.data?.name ?? code}
      aside={<SampleBadge set={query.data?.sampleSet ?? null} />}
      actions={
        <>
          <PlanPicker
            plans={plans}
            plan={code}
            onChange={(next) => void navigate({ to: '/plan', search: { plan: next, tab: open } })}
          />
          <Link to="/targets" search={{ plan: code }}>
            <Button tabIndex={-1}>{say('nav.targets')}</Button>
          </Link>
          {role === 'manager' && <Manage code={code} />}
        </>
      }
    >
      <Tabs name={say('nav.plan')}>
        {tabs.map((name) => (
          <Link
            key={name}
            to="/plan"
            search={{ plan: code, tab: name }}
            replace
            aria-current={name === open ? 'page' : undefined}
          >
            {say(`plan.tab.${name}`)}
          </Link>
        ))}
      </Tabs>
      <Loaded query={query}>{(plan) => <TabContent tab={open} plan={plan} />}</Loaded>
    </Page>
  );
}

function TabContent({ tab, plan }: { tab: Tab; plan: PlanView }) {
  if (tab === 'activities') return <PlanActivities plan={plan} />;
  if (tab === 'targets') return <PlanTargets plan={plan} />;
  if (tab === 'allocations') return <Allocations plan={plan} />;
  if (tab === 'submissions') return <Submissions plan={plan} />;
  return <Overview plan={plan} />;
}

/** What a manager does with the plan as a whole. */
function Manage({ code }: { code: string }) {
  const { say } = useMessages();
  const { message, modal } = App.useApp();
  const navigate = useNavigate();
  const client = useQueryClient();
  const takeOut = () =>
    modal.confirm({
      title: say('plan.removeSure', { code }),
      content: say('plan.removeHint'),
      okText: say('plan.remove'),
      okButtonProps: { danger: true },
      cancelText: say('action.cancel'),
      onOk: async () => {
        try {
          await remove(`/plans/${code}`);
          await navigate({ to: '/plan', search: {} });
          await client.invalidateQueries({ queryKey: ['plans'] });
        } catch (error) {
          void message.error(sentenceOf(error, say));
        }
      },
    });
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'new', label: <Link to="/plan/new">{say('plan.new')}</Link> },
          {
            key: 'copy',
            label: (
              <Link to="/plan/new" search={{ from: code }}>
                {say('plan.copy')}
              </Link>
            ),
          },
          {
            key: 'edit',
            label: (
              <Link to="/plan/new" search={{ from: code, edit: true }}>
                {say('plan.edit')}
              </Link>
            ),
          },
          {
            key: 'export',
            label: (
              <a href={`/api/v1/plans/${code}/file`} download={`${code}.plan.json`}>
                {say('plan.export')}
              </a>
            ),
          },
          { key: 'remove', danger: true, label: say('plan.remove'), onClick: () => void takeOut() },
        ],
      }}
    >
      <Button>{say('plan.manage')}</Button>
    </Dropdown>
  );
}
