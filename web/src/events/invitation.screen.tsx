import type { InvitationView } from '@server/events/guests/guest.schema';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Checkbox, QRCode, Select } from 'antd';
import { useState } from 'react';
import { get, post } from '../api/http';
import { LanguageSwitch } from '../app/language-switch';
import { useMessages } from '../i18n/use-messages';
import { Field } from '../ui/field';
import { useAct } from '../ui/use-act';
import { Loaded } from '../ui/loaded';
import { useDay } from '../ui/time';
import { useWords } from '../vocabulary/vocabularies';
import { NOBODY, PersonFields, personOf } from './person-fields';
import styles from './events.module.css';
import layout from '../ui/layout.module.css';

const REPLIES = ['accepted', 'declined'] as const;
const route = getRouteApi('/invitation/$token');

/** What a guest sees who follows the link of the invitation; nobody signs in. */
export function InvitationScreen() {
  const { say } = useMessages();
  const { token } = route.useParams();
  const query = useQuery({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) => get<InvitationView>(`/invitations/${token}`, { signal }),
    retry: false,
  });
  return (
    <main className={styles.invitation}>
      <header>
        <h1>{say('events.invitation')}</h1>
        <LanguageSwitch />
      </header>
      <Loaded query={query}>{(invitation) => <Answer token={token} invitation={invitation} />}</Loaded>
    </main>
  );
}

function Answer({ token, invitation }: { token: string; invitation: InvitationView }) {
  const { say } = useMessages();
  const { label } = useWords();
  const day = useDay();
  const { message } = App.useApp();
  const client = useQueryClient();
  const { isBusy, act } = useAct();
  const { session, others } = invitation;
  const { reply: asked } = route.useSearch();
  const wanted = asked ?? 'accepted';
  const [person, setPerson] = useState(NOBODY);
  const [pitches, setPitches] = useState(invitation.pitches);
  const [signs, setSigns] = useState(invitation.signs);
  const [wishes, setWishes] = useState(invitation.wishes);
  const [away, setAway] = useState(invitation.away);
  const send = (reply: 'accepted' | 'declined') =>
    act(async () => {
      const body = { reply, details: personOf(person), pitches, signs, wishes, away };
      const answered = await post<InvitationView>(`/invitations/${token}/reply`, body);
      client.setQueryData(['invitation', token], answered);
      void message.success(say('events.thanks'));
    });
  return (
    <>
      <p lang="">
        <b>{invitation.label}</b>
      </p>
      <p lang="">
        {say('events.letter', { title: session.title, day: day(session.heldOn), venue: session.venue ?? '' })}
      </p>
      {invitation.reply !== 'invited' && (
        <Alert
          type="info"
          showIcon
          title={say('events.answered', { reply: label('replies', invitation.reply) })}
        />
      )}
      {invitation.open && asked && asked !== invitation.reply && (
        <Alert
          type="warning"
          showIcon
          title={say('events.confirmReply', { reply: label('replies', asked) })}
          action={
            <Button loading={isBusy} onClick={() => void send(asked)}>
              {say('events.confirm')}
            </Button>
          }
        />
      )}
      {!invitation.open && <Alert type="warning" showIcon title={say('events.closed')} />}
      {!invitation.open && (
        <Link to="/events/$id" params={{ id: session.id }} search={{ tab: 'door', scan: token }}>
          {say('events.staffSignIn')}
        </Link>
      )}
      {invitation.reply === 'accepted' && (
        <div className={styles.letter}>
          <QRCode
            aria-label={say('events.qr')}
            value={`${location.origin}/invitation/${token}`}
            type="svg"
            size={168}
          />
          <small>{say('events.bringCode')}</small>
        </div>
      )}
      {invitation.open && (
        <>
          <PersonFields isSelf value={person} onChange={setPerson} />
          {others.length > 0 && (
            <Field label={say('events.wishes')} wide>
              {(id) => (
                <Select
                  id={id}
                  mode="multiple"
                  style={{ width: '100%' }}
                  value={wishes}
                  options={others.map((one) => ({ value: one.id, label: one.label }))}
                  onChange={setWishes}
                />
              )}
            </Field>
          )}
          {session.slots.length > 0 && (
            <Field label={say('events.away')} wide>
              {(id) => (
                <Select
                  id={id}
                  mode="multiple"
                  style={{ width: '100%' }}
                  value={away}
                  options={session.slots.map(({ from, to }, at) => ({ value: at, label: `${from}–${to}` }))}
                  onChange={setAway}
                />
              )}
            </Field>
          )}
          <p>
            <Checkbox checked={pitches} onChange={(event) => setPitches(event.target.checked)}>
              {say('events.pitches')}
            </Checkbox>
            <Checkbox checked={signs} onChange={(event) => setSigns(event.target.checked)}>
              {say('events.signs')}
            </Checkbox>
          </p>
          <p className={layout.bar}>
            {REPLIES.map((reply) => (
              <Button
                key={reply}
                type={reply === wanted ? 'primary' : 'default'}
                autoFocus={reply === asked}
                loading={isBusy}
                onClick={() => void send(reply)}
              >
                {say(reply === 'accepted' ? 'events.accept' : 'events.decline')}
              </Button>
            ))}
          </p>
          <small>{say('events.privacy')}</small>
        </>
      )}
    </>
  );
}
