import type { SessionView } from '@server/events/sessions/session.schema';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { MessageKey } from '../i18n/i18n';
import { useMessages } from '../i18n/use-messages';
import { useUser } from '../session/session';
import { RECORDERS } from '../signings/actions';
import { Loaded } from '../ui/loaded';
import { Page } from '../ui/page';
import { Tabs } from '../ui/tabs';
import { SampleBadge } from '../ui/sample-badge';
import { useDay } from '../ui/time';
import { Brief } from './brief';
import { Door } from './door';
import { FollowUps } from './follow-ups';
import { Guests } from './guests';
import { sessionQueryOf } from './queries';
import { SessionForm } from './session-form';
import { Timetable } from './timetable';

const route = getRouteApi('/shell/events/$id');

interface Tab {
  code: string;
  label: MessageKey;
  /** Only for who runs the session. */
  isInner?: true;
}
const TABS: readonly Tab[] = [
  { code: 'guests', label: 'events.guests' },
  { code: 'timetable', label: 'events.timetable' },
  { code: 'door', label: 'events.door', isInner: true },
  { code: 'brief', label: 'events.brief', isInner: true },
  { code: 'follow-ups', label: 'events.followUps' },
];

/** One day of an activity. */
export function SessionScreen() {
  const { id } = route.useParams();
  const query = useQuery(sessionQueryOf(id));
  return <Loaded query={query}>{(session) => <Session session={session} />}</Loaded>;
}

function Session({ session }: { session: SessionView }) {
  const { say } = useMessages();
  const day = useDay();
  const { role } = useUser();
  const { tab = 'guests' } = route.useSearch();
  const [isEditing, setEditing] = useState(false);
  const tabs = TABS.filter(({ isInner }) => !isInner || session.runs || role === 'auditor');
  return (
    <Page
      title={session.title}
      aside={
        <>
          <SampleBadge set={session.sampleSet} />
          <span lang="">{[day(session.heldOn), session.venue].filter(Boolean).join(' · ')}</span>
        </>
      }
      actions={
        session.runs && (
          <>
            {RECORDERS.has(role) && (
              <Link to="/signings/new" search={{ activity: session.activity.id, day: session.heldOn }}>
                <Button tabIndex={-1}>{say('events.signHere')}</Button>
              </Link>
            )}
            <Button onClick={() => setEditing(true)}>{say('events.edit')}</Button>
          </>
        )
      }
    >
      <Tabs name={session.title}>
        {tabs.map(({ code, label }) => (
          <Link
            key={code}
            to="/events/$id"
            params={{ id: session.id }}
            search={{ tab: code }}
            aria-current={code === tab ? 'page' : undefined}
          >
            {say(label)}
          </Link>
        ))}
      </Tabs>
      {tab === 'guests' && <Guests session={session} />}
      {tab === 'timetable' && <Timetable session={session} />}
      {tab === 'door' && <Door session={session} />}
      {tab === 'brief' && <Brief id={session.id} />}
      {tab === 'follow-ups' && <FollowUps session={session.id} />}
      {isEditing && <SessionForm session={session} onClose={() => setEditing(false)} />}
    </Page>
  );
}
