import type { GuestView } from '@server/events/guests/guest.schema';
import type { SessionView } from '@server/events/sessions/session.schema';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Select } from 'antd';
import { useState } from 'react';
import { post, remove } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { useAct } from '../ui/use-act';
import { useUser } from '../session/session';
import { type Column, DataTable } from '../ui/data-table';
import { Loaded } from '../ui/loaded';
import { Nothing } from '../ui/nothing';
import { useWords } from '../vocabulary/vocabularies';
import { InvitationDialog } from './invitation-dialog';
import { InviteDialog } from './invite-dialog';
import { LettersDialog } from './letters-dialog';
import { guestsQuery } from './queries';
import { RecordsDialog } from './records-dialog';
import layout from '../ui/layout.module.css';

/** 邀请与回执 */
export function Guests({ session }: { session: SessionView }) {
  const { say } = useMessages();
  const { role } = useUser();
  const query = useQuery(guestsQuery(session.id));
  const [isInviting, setInviting] = useState(false);
  const [isWriting, setWriting] = useState(false);
  const [shown, setShown] = useState<GuestView>();
  const [matched, setMatched] = useState<GuestView>();
  const count = (guests: readonly GuestView[], reply: string) =>
    guests.filter((one) => one.reply === reply).length;
  return (
    <Loaded query={query}>
      {(guests) => (
        <>
          <div className={layout.bar}>
            <span>
              {say('events.replied', {
                invited: guests.length,
                accepted: count(guests, 'accepted'),
                declined: count(guests, 'declined'),
              })}
            </span>
            {role !== 'auditor' && (
              <Button type="primary" onClick={() => setInviting(true)}>
                {say('events.invite')}
              </Button>
            )}
            {guests.length > 0 && <Button onClick={() => setWriting(true)}>{say('events.letters')}</Button>}
          </div>
          {guests.length === 0 ? (
            <Nothing why={say('events.noGuests')} />
          ) : (
            <GuestTable session={session} guests={guests} onOpen={setShown} onRecords={setMatched} />
          )}
          {isInviting && <InviteDialog session={session} onClose={() => setInviting(false)} />}
          {isWriting && <LettersDialog session={session} onClose={() => setWriting(false)} />}
          {matched && (
            <RecordsDialog session={session} guest={matched} onClose={() => setMatched(undefined)} />
          )}
          {shown && <InvitationDialog session={session} guest={shown} onClose={() => setShown(undefined)} />}
        </>
      )}
    </Loaded>
  );
}

interface TableProps {
  session: SessionView;
  guests: readonly GuestView[];
  onOpen: (guest: GuestView) => void;
  onRecords: (guest: GuestView) => void;
}

function GuestTable({ session, guests, onOpen, onRecords }: TableProps) {
  const { say } = useMessages();
  const { label, options } = useWords();
  const { role } = useUser();
  const { modal } = App.useApp();
  const client = useQueryClient();
  const { act } = useAct();
  const path = `/activity-sessions/${session.id}/guests`;
  const refresh = () => client.invalidateQueries({ queryKey: ['events', session.id] });
  const answer = (guest: GuestView, reply: string) =>
    act(async () => {
      const { pitches, signs, wishes, away } = guest;
      await post(
        `${path}/${guest.id}/reply`,
        { reply, pitches, signs, wishes, away },
        { version: guest.version },
      );
      await refresh();
    });
  const takeOff = (guest: GuestView) =>
    modal.confirm({
      title: say('events.removeGuest', { label: guest.label }),
      okText: say('action.remove'),
      cancelText: say('action.cancel'),
      onOk: () =>
        act(async () => {
          await remove(`${path}/${guest.id}`);
          await refresh();
        }),
    });
  const columns: Column<GuestView>[] = [
    { key: 'label', title: say('field.organisation'), render: (guest) => <span lang="">{guest.label}</span> },
    { key: 'side', title: say('events.side'), width: 90, render: ({ side }) => label('guest-sides', side) },
    {
      key: 'person',
      title: say('events.person'),
      width: 220,
      render: ({ details }) => (
        <span lang="">
          {details && [details.name, details.post, details.phone, details.email].filter(Boolean).join(' ')}
        </span>
      ),
    },
    {
      key: 'reply',
      title: say('events.reply'),
      width: 130,
      render: (guest) =>
        guest.token ? (
          <Select
            size="small"
            aria-label={say('events.replyOf', { label: guest.label })}
            value={guest.reply}
            options={options('replies').map((one) => ({ ...one, disabled: one.value === 'invited' }))}
            onChange={(reply) => void answer(guest, reply)}
          />
        ) : (
          label('replies', guest.reply)
        ),
    },
    {
      key: 'marks',
      title: say('events.marks'),
      width: 130,
      render: ({ pitches, signs }) =>
        [pitches && say('events.pitches'), signs && say('events.signs')]
          .filter(Boolean)
          .join(say('list.separator')),
    },
    {
      key: 'presence',
      title: say('events.presence'),
      width: 100,
      render: ({ presence }) => label('presences', presence),
    },
    {
      key: 'records',
      title: say('events.records'),
      width: 110,
      render: (guest) => {
        const count = guest.needs.length + guest.projects.length + guest.talents.length;
        // An organiser reads no records; the parks name them.
        if (!guest.token || guest.side === 'attending' || role === 'organiser') return count || '';
        return (
          <Button size="small" onClick={() => onRecords(guest)}>
            {say('events.recordCount', { count })}
          </Button>
        );
      },
    },
    {
      key: 'acts',
      title: say('events.invitation'),
      width: 150,
      render: (guest) =>
        guest.token && (
          <>
            <Button size="small" onClick={() => onOpen(guest)}>
              {say('events.showInvitation')}
            </Button>{' '}
            <Button size="small" danger onClick={() => takeOff(guest)}>
              {say('action.remove')}
            </Button>
          </>
        ),
    },
  ];
  return <DataTable name={say('events.guests')} columns={columns} rows={guests} />;
}
