import { getRouteApi, Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useMessages } from '../i18n/use-messages';
import { useUser } from '../session/session';
import { type Column, DataTable } from '../ui/data-table';
import { Loaded } from '../ui/loaded';
import { Nothing } from '../ui/nothing';
import { Page } from '../ui/page';
import { Tabs } from '../ui/tabs';
import { SampleBadge } from '../ui/sample-badge';
import { useDay } from '../ui/time';
import { FollowUps } from './follow-ups';
import { sessionsQuery } from './queries';
import { SessionForm } from './session-form';

const route = getRouteApi('/shell/events');

/** The days of the plan's activities, and what is to be asked after them. */
export function EventsScreen() {
  const { say } = useMessages();
  const { role } = useUser();
  const { tab } = route.useSearch();
  const [isNew, setNew] = useState(false);
  return (
    <Page
      title={say('events.title')}
      actions={
        role !== 'auditor' && (
          <Button type="primary" onClick={() => setNew(true)}>
            {say('events.new')}
          </Button>
        )
      }
    >
      <Tabs name={say('events.title')}>
        <Link to="/events" search={{}} aria-current={tab ? undefined : 'page'}>
          {say('events.sessions')}
        </Link>
        <Link to="/events" search={{ tab: 'follow-ups' }} aria-current={tab ? 'page' : undefined}>
          {say('events.followUps')}
        </Link>
      </Tabs>
      {tab ? <FollowUps /> : <Sessions />}
      {isNew && <SessionForm onClose={() => setNew(false)} />}
    </Page>
  );
}

type Session = Awaited<ReturnType<NonNullable<typeof sessionsQuery.queryFn>>>['items'][number];

function Sessions() {
  const { say } = useMessages();
  const day = useDay();
  const query = useQuery(sessionsQuery);
  const columns: Column<Session>[] = [
    { key: 'heldOn', title: say('events.heldOn'), width: 130, render: ({ heldOn }) => day(heldOn) },
    {
      key: 'title',
      onCard: 'heading',
      title: say('field.name'),
      render: ({ id, title, sampleSet }) => (
        <span lang="">
          <Link to="/events/$id" params={{ id }} search={{}}>
            {title}
          </Link>{' '}
          <SampleBadge set={sampleSet} />
        </span>
      ),
    },
    {
      key: 'activity',
      title: say('events.activity'),
      render: ({ activity }) => <span lang="">{`${activity.number}. ${activity.name}`}</span>,
    },
    {
      key: 'venue',
      title: say('events.venue'),
      width: 180,
      render: ({ venue }) => <span lang="">{venue}</span>,
    },
    { key: 'park', title: say('field.park'), width: 80, render: ({ park }) => park },
  ];
  return (
    <Loaded query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <Nothing why={say('events.none')} />
        ) : (
          <DataTable name={say('events.sessions')} columns={columns} rows={items} />
        )
      }
    </Loaded>
  );
}
