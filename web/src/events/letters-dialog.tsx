import type { SessionView } from '@server/events/sessions/session.schema';
import type { LettersView } from '@server/notifications/letters/letter.schema';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Modal, Segmented, Select } from 'antd';
import { useState } from 'react';
import { post } from '../api/http';
import { LANGUAGES } from '../i18n/languages';
import { useMessages } from '../i18n/use-messages';
import { useUser } from '../session/session';
import { type Column, DataTable } from '../ui/data-table';
import { Field } from '../ui/field';
import { Loaded } from '../ui/loaded';
import layout from '../ui/layout.module.css';
import { useMoment } from '../ui/time';
import { useAct } from '../ui/use-act';
import { useWords } from '../vocabulary/vocabularies';
import { lettersQuery } from './queries';
import styles from './events.module.css';

type Guest = LettersView['guests'][number];
/** 邀请函 and reminders by mail: what they say, who gets one and who got one; sent when that has been seen. */
export function LettersDialog({ session, onClose }: { session: SessionView; onClose: () => void }) {
  const { say, locale: own } = useMessages();
  const { role } = useUser();
  const { options } = useWords();
  const { message } = App.useApp();
  const client = useQueryClient();
  const { isBusy, act } = useAct();
  const [kind, setKind] = useState('invitation');
  const [locale, setLocale] = useState<string>(own);
  const query = useQuery(lettersQuery(session.id, kind, locale));
  const ready = (query.data?.guests ?? []).filter(({ state }) => state === 'ready').map(({ id }) => id);
  const send = () =>
    act(async () => {
      const path = `/activity-sessions/${session.id}/letters`;
      const sent = await post<LettersView>(path, { kind, locale, guests: ready.slice(0, 500) });
      client.setQueryData(lettersQuery(session.id, kind, locale).queryKey, sent);
      await client.invalidateQueries({ queryKey: ['events', session.id, 'letters'] });
      void message.success(say('events.lettersAsked'));
    });
  return (
    <Modal
      open
      width={760}
      title={say('events.letters')}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>{say('action.close')}</Button>
          {role !== 'auditor' && (
            <Button
              type="primary"
              loading={isBusy}
              disabled={ready.length === 0 || !query.data?.works}
              onClick={() => void send()}
            >
              {say('events.lettersSend', { count: ready.length })}
            </Button>
          )}
        </>
      }
    >
      <div className={layout.bar}>
        <Segmented
          aria-label={say('events.lettersKind')}
          value={kind}
          options={options('letter-kinds')}
          onChange={setKind}
        />
        <Select
          aria-label={say('events.lettersLanguage')}
          value={locale}
          options={LANGUAGES}
          onChange={setLocale}
        />
      </div>
      <p>{say(kind === 'reminder' ? 'events.remindsHint' : 'events.lettersHint')}</p>
      <Loaded query={query}>
        {(letters) => (
          <>
            {!letters.works && <Alert type="info" showIcon title={say('events.lettersOff')} />}
            <Field label={say('events.lettersPreview')} wide>
              {(id) => (
                <div id={id} className={styles.mail} lang="">
                  <b>{letters.subject}</b>
                  {'\n\n'}
                  {letters.text}
                </div>
              )}
            </Field>
            <Recipients guests={letters.guests} />
          </>
        )}
      </Loaded>
    </Modal>
  );
}

function Recipients({ guests }: { guests: readonly Guest[] }) {
  const { say } = useMessages();
  const { label } = useWords();
  const moment = useMoment();
  const columns: Column<Guest>[] = [
    { key: 'label', title: say('field.organisation'), render: (guest) => <span lang="">{guest.label}</span> },
    {
      key: 'state',
      title: say('events.letterState'),
      width: 260,
      render: ({ state, reason }) =>
        [label('letter-states', state), reason && label('letter-reasons', reason)]
          .filter(Boolean)
          .join(say('list.separator')),
    },
    {
      key: 'at',
      title: say('events.letterAt'),
      width: 200,
      render: ({ at, byClock }) =>
        at && [moment(at), byClock && say('events.byClock')].filter(Boolean).join(' '),
    },
  ];
  return <DataTable name={say('events.letters')} columns={columns} rows={guests} />;
}
