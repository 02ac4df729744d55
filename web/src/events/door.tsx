import type { GuestView, SignInAnswer } from '@server/events/guests/guest.schema';
import type { SessionView } from '@server/events/sessions/session.schema';
import { getRouteApi } from '@tanstack/react-router';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Input } from 'antd';
import { useState } from 'react';
import { post, remove } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { useAct } from '../ui/use-act';
import { type Column, DataTable } from '../ui/data-table';
import { Loaded } from '../ui/loaded';
import { useMoment } from '../ui/time';
import { useWords } from '../vocabulary/vocabularies';
import { Camera } from './camera';
import { InviteDialog } from './invite-dialog';
import { guestsQuery } from './queries';
import { signInBy } from './sign-in-by';
import { SubstituteDialog } from './substitute-dialog';
import styles from './events.module.css';
import layout from '../ui/layout.module.css';

const route = getRouteApi('/shell/events/$id');

/**
 * 签到: a scanner types what it reads and presses Enter; people type the end of a phone number or a name; a phone's camera that read a
 * guest's code leads here with it.
 */
export function Door({ session }: { session: SessionView }) {
  const { say } = useMessages();
  const { label } = useWords();
  const moment = useMoment();
  const { message } = App.useApp();
  const client = useQueryClient();
  const { isBusy, act } = useAct();
  const query = useQuery(guestsQuery(session.id));
  const { scan = '' } = route.useSearch();
  const [typed, setTyped] = useState(scan);
  const [choices, setChoices] = useState<GuestView[]>();
  const [isWalkIn, setWalkIn] = useState(false);
  const [isLooking, setLooking] = useState(false);
  const [replaced, setReplaced] = useState<GuestView>();
  const path = `/activity-sessions/${session.id}`;
  const refresh = () => client.invalidateQueries({ queryKey: ['events', session.id] });
  const enter = (body: object) =>
    act(async () => {
      const { guest, candidates } = await post<SignInAnswer>(`${path}/sign-ins`, body);
      setChoices(guest ? undefined : candidates);
      if (guest) {
        setTyped('');
        void message.success(say('events.welcome', { label: guest.label }));
      }
      await refresh();
    });
  const undo = (guest: GuestView) =>
    act(async () => {
      await remove(`${path}/sign-ins/${guest.id}`);
      await refresh();
    });
  const close = () =>
    act(async () => {
      const { absent } = await post<{ absent: number }>(`${path}/absences`);
      void message.info(say('events.markedAbsent', { count: absent }));
      await refresh();
    });
  const submit = () => {
    const by = signInBy(typed);
    if (by) void enter(by);
  };
  const seen = (text: string) => {
    const by = signInBy(text);
    if (by && 'token' in by) void enter(by);
    else void message.warning(say('events.foreignCode'));
  };
  const columns: Column<GuestView>[] = [
    { key: 'label', title: say('field.organisation'), render: (guest) => <span lang="">{guest.label}</span> },
    {
      key: 'person',
      title: say('events.person'),
      width: 200,
      render: ({ details }) => (
        <span lang="">{[details?.name, details?.post].filter(Boolean).join(' ')}</span>
      ),
    },
    {
      key: 'presence',
      title: say('events.presence'),
      width: 210,
      render: ({ presence, arrivedAt, arrivedBy }) =>
        arrivedAt ? `${moment(arrivedAt)} ${label('sign-in-ways', arrivedBy)}` : label('presences', presence),
    },
    {
      key: 'acts',
      title: say('events.door'),
      width: 190,
      render: (guest) =>
        guest.presence === 'arrived' ? (
          <Button size="small" onClick={() => void undo(guest)}>
            {say('events.undo')}
          </Button>
        ) : (
          <>
            <Button size="small" type="primary" onClick={() => void enter({ guest: guest.id })}>
              {say('events.signIn')}
            </Button>{' '}
            <Button size="small" onClick={() => setReplaced(guest)}>
              {say('events.substitute')}
            </Button>
          </>
        ),
    },
  ];
  return (
    <Loaded query={query}>
      {(guests) => {
        const shown =
          choices ?? guests.filter((guest) => guest.label.includes(typed.trim()) || signInBy(typed));
        return (
          <>
            <div className={layout.bar}>
              <Input.Search
                autoFocus
                className={styles.scan}
                value={typed}
                loading={isBusy}
                placeholder={say('events.scan')}
                aria-label={say('events.scan')}
                enterButton={say('events.signIn')}
                onChange={(event) => {
                  setTyped(event.target.value);
                  setChoices(undefined);
                }}
                onSearch={submit}
              />
              <Button aria-pressed={isLooking} onClick={() => setLooking(!isLooking)}>
                {say(isLooking ? 'events.cameraOff' : 'events.cameraOn')}
              </Button>
              <Button onClick={() => setWalkIn(true)}>{say('events.walkIn')}</Button>
              <Button onClick={() => void close()}>{say('events.closeDoor')}</Button>
              <span>
                {say('events.arrived', {
                  arrived: guests.filter(({ presence }) => presence === 'arrived').length,
                  of: guests.length,
                })}
              </span>
            </div>
            {isLooking && <Camera onRead={seen} />}
            {choices && <Alert type="warning" showIcon title={say('events.chooseOne')} />}
            <DataTable name={say('events.door')} columns={columns} rows={shown} />
            {isWalkIn && <InviteDialog session={session} walkIn onClose={() => setWalkIn(false)} />}
            {replaced && (
              <SubstituteDialog
                guest={replaced}
                onSave={(substitute) => enter({ guest: replaced.id, substitute })}
                onClose={() => setReplaced(undefined)}
              />
            )}
          </>
        );
      }}
    </Loaded>
  );
}
