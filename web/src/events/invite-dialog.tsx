import type { SessionView } from '@server/events/sessions/session.schema';
import type { GuestSide } from '@server/taxonomy/event.vocabulary';
import { useQueryClient } from '@tanstack/react-query';
import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { post } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { Field } from '../ui/field';
import { useAct } from '../ui/use-act';
import { OrganisationPicker } from '../signings/organisation-picker';
import { useWords } from '../vocabulary/vocabularies';
import { readGuests } from './guest-lines';

interface Props {
  session: SessionView;
  /** They are there already. */
  walkIn?: boolean;
  onClose: () => void;
}

/** Invites one guest of a known organisation, or many from a pasted list. */
export function InviteDialog({ session, walkIn = false, onClose }: Props) {
  const { say } = useMessages();
  const { options } = useWords();
  const client = useQueryClient();
  const { isBusy, act } = useAct();
  const [side, setSide] = useState<GuestSide>('host');
  const [organisation, setOrganisation] = useState<string>();
  const [text, setText] = useState('');
  const lines = readGuests(text);
  const save = async () => {
    const isDone = await act(async () => {
      const guests = lines.map((line) => ({ ...line, side, ...(lines.length === 1 && { organisation }) }));
      await post(`/activity-sessions/${session.id}/guests`, { guests, walkIn });
      await client.invalidateQueries({ queryKey: ['events', session.id] });
    });
    if (isDone) onClose();
  };
  return (
    <Modal
      open
      title={say(walkIn ? 'events.walkIn' : 'events.invite')}
      okText={say('events.inviteCount', { count: lines.length })}
      cancelText={say('action.cancel')}
      confirmLoading={isBusy}
      okButtonProps={{ disabled: lines.length === 0 }}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <Field label={say('events.side')}>
        {(id) => <Select id={id} value={side} options={options('guest-sides')} onChange={setSide} />}
      </Field>
      <Field label={say('events.lines')} hint={say('events.linesHint')} wide>
        {(id) => (
          <Input.TextArea id={id} rows={4} value={text} onChange={(event) => setText(event.target.value)} />
        )}
      </Field>
      {lines.length < 2 && (
        <Field label={say('events.organisation')} hint={say('events.organisationHint')} wide>
          {(id) => <OrganisationPicker id={id} value={organisation} onChange={setOrganisation} />}
        </Field>
      )}
    </Modal>
  );
}
