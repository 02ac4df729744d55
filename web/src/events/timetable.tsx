import type { MeetingView, TimetableView } from '@server/events/meetings/meeting.schema';
import type { SessionView } from '@server/events/sessions/session.schema';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Segmented, Select } from 'antd';
import { useState } from 'react';
import { post } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { useAct } from '../ui/use-act';
import { Loaded } from '../ui/loaded';
import { Nothing } from '../ui/nothing';
import { MeetingRows } from './meeting-rows';
import { PlaceDialog } from './place-dialog';
import { timetableQuery } from './queries';
import { type Order, scheduleOf } from './schedule';
import { TalkDialog } from './talk-dialog';
import styles from './events.module.css';
import layout from '../ui/layout.module.css';

const route = getRouteApi('/shell/events/$id');
type Mode = 'anew' | 'fit';

/** 对接会: who meets whom, when and where; planned, adjusted, printed, and its cards written. */
export function Timetable({ session }: { session: SessionView }) {
  const { say } = useMessages();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { message } = App.useApp();
  const { isBusy, act } = useAct();
  const search = route.useSearch();
  const order: Order = search.by ?? 'slot';
  const query = useQuery(timetableQuery(session.id));
  const [among, setAmong] = useState<'accepted' | 'arrived'>('accepted');
  const [planning, setPlanning] = useState<AbortController>();
  const [isPlacing, setPlacing] = useState(false);
  const [talked, setTalked] = useState<MeetingView>();
  const plan = (mode: Mode) =>
    act(async () => {
      const giveUp = new AbortController();
      setPlanning(giveUp);
      const path = `/activity-sessions/${session.id}/timetable`;
      const made = await post<TimetableView>(path, { mode, among }, { signal: giveUp.signal })
        .catch((error: unknown) => {
          if (!giveUp.signal.aborted) throw error;
        })
        .finally(() => setPlanning(undefined));
      if (!made) return;
      client.setQueryData(timetableQuery(session.id).queryKey, made);
      void message.success(
        made.kept === null
          ? say('events.planned', { count: made.meetings.length })
          : say('events.fitted', { kept: made.kept, count: made.meetings.length }),
      );
    });
  const show = (by: Order) =>
    void navigate({
      to: '/events/$id',
      params: { id: session.id },
      search: { ...search, by },
      replace: true,
    });
  const timeOf = (slot: number) => {
    const { from = '', to = '' } = session.slots[slot] ?? {};
    return `${from}–${to}`;
  };
  const headingOf = (of: string, { names }: TimetableView) => {
    if (order === 'slot') return say('events.slotHeading', { number: of, time: timeOf(Number(of) - 1) });
    return order === 'table' ? say('events.tableHeading', { number: of }) : (names[of] ?? '');
  };
  return (
    <>
      <div className={`${layout.bar} no-print`}>
        <Segmented<Order>
          aria-label={say('events.order')}
          value={order}
          options={[
            { value: 'slot', label: say('events.bySlot') },
            { value: 'person', label: say('events.byPerson') },
            { value: 'table', label: say('events.byTable') },
          ]}
          onChange={show}
        />
        {session.runs && (
          <>
            <Select
              aria-label={say('events.among')}
              value={among}
              options={[
                { value: 'accepted', label: say('events.amongAccepted') },
                { value: 'arrived', label: say('events.amongArrived') },
              ]}
              onChange={setAmong}
              popupMatchSelectWidth={false}
            />
            <Button type="primary" loading={isBusy} onClick={() => void plan('anew')}>
              {say('events.plan')}
            </Button>
            <Button loading={isBusy} onClick={() => void plan('fit')} disabled={!query.data?.meetings.length}>
              {say('events.fit')}
            </Button>
            {planning && <Button onClick={() => planning.abort()}>{say('action.cancel')}</Button>}
            <Button onClick={() => setPlacing(true)}>{say('events.place')}</Button>
          </>
        )}
        <Button onClick={() => window.print()}>{say('events.print')}</Button>
      </div>
      {isPlacing && <PlaceDialog session={session} onClose={() => setPlacing(false)} />}
      <Loaded query={query}>
        {(timetable) =>
          timetable.meetings.length === 0 ? (
            <Nothing why={say('events.noMeetings')} />
          ) : (
            <>
              <p className="no-print">
                {say('events.total', {
                  total: Math.round(timetable.total),
                  count: timetable.meetings.length,
                })}
                {timetable.upperBound !== null && timetable.upperBound > 0 && (
                  <span>
                    {' '}
                    {say('events.bound', { share: Math.min(1, timetable.total / timetable.upperBound) })}
                  </span>
                )}
              </p>
              {scheduleOf(timetable, order).map(({ key, of, meetings }) => (
                <section key={key} className={styles.group} data-page={order !== 'slot'}>
                  <h2 lang="">{headingOf(of, timetable)}</h2>
                  <MeetingRows
                    session={session}
                    meetings={meetings}
                    names={timetable.names}
                    timeOf={timeOf}
                    onTalk={setTalked}
                  />
                </section>
              ))}
              {talked && (
                <TalkDialog
                  session={session}
                  meeting={talked}
                  names={timetable.names}
                  onClose={() => setTalked(undefined)}
                />
              )}
            </>
          )
        }
      </Loaded>
    </>
  );
}
