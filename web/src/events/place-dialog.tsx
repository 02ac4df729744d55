import type { GuestView } from '@server/events/guests/guest.schema';
import type { SessionView } from '@server/events/sessions/session.schema';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Modal, Select } from 'antd';
import { useState } from 'react';
import { post } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { Field } from '../ui/field';
import { useAct } from '../ui/use-act';
import { guestsQuery } from './queries';

interface Props {
  session: SessionView;
  onClose: () => void;
}

/** Two guests put together by hand; such a meeting is locked. */
export function PlaceDialog({ session, onClose }: Props) {
  const { say } = useMessages();
  const client = useQueryClient();
  const { isBusy, act } = useAct();
  const { data: guests = [] } = useQuery(guestsQuery(session.id));
  const [host, setHost] = useState<string>();
  const [visitor, setVisitor] = useState<string>();
  const [slot, setSlot] = useState<number>();
  const options = (side: GuestView['side']) =>
    guests.filter((guest) => guest.side === side).map(({ id, label }) => ({ value: id, label }));
  const save = async () => {
    const isDone = await act(async () => {
      await post(`/activity-sessions/${session.id}/meetings`, { host, visitor, slot });
      await client.invalidateQueries({ queryKey: ['events', session.id, 'timetable'] });
    });
    if (isDone) onClose();
  };
  const search = { optionFilterProp: 'label' };
  const wide = { width: '100%' };
  return (
    <Modal
      open
      title={say('events.place')}
      okText={say('action.save')}
      cancelText={say('action.cancel')}
      confirmLoading={isBusy}
      okButtonProps={{ disabled: !host || !visitor || slot === undefined }}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <Field label={say('events.host')} wide>
        {(id) => (
          <Select
            id={id}
            style={wide}
            showSearch={search}
            value={host}
            options={options('host')}
            onChange={setHost}
          />
        )}
      </Field>
      <Field label={say('events.visitor')} wide>
        {(id) => (
          <Select
            id={id}
            style={wide}
            showSearch={search}
            value={visitor}
            options={options('visitor')}
            onChange={setVisitor}
          />
        )}
      </Field>
      <Field label={say('events.time')} wide>
        {(id) => (
          <Select
            id={id}
            style={wide}
            value={slot}
            options={session.slots.map(({ from, to }, at) => ({ value: at, label: `${from}–${to}` }))}
            onChange={setSlot}
          />
        )}
      </Field>
    </Modal>
  );
}
