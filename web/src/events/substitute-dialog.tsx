import type { GuestView } from '@server/events/guests/guest.schema';
import { Modal } from 'antd';
import { useState } from 'react';
import { useMessages } from '../i18n/use-messages';
import { NOBODY, PersonFields, personOf } from './person-fields';

interface Props {
  guest: GuestView;
  onSave: (substitute: { name: string; post?: string; phone?: string }) => Promise<boolean>;
  onClose: () => void;
}

/** 换人: who came instead. */
export function SubstituteDialog({ guest, onSave, onClose }: Props) {
  const { say } = useMessages();
  const [draft, setDraft] = useState(NOBODY);
  const person = personOf(draft);
  const save = async () => {
    if (person && (await onSave(person))) onClose();
  };
  return (
    <Modal
      open
      title={say('events.substituteFor', { label: guest.label })}
      okText={say('events.signIn')}
      cancelText={say('action.cancel')}
      okButtonProps={{ disabled: person === undefined }}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <PersonFields value={draft} onChange={setDraft} />
    </Modal>
  );
}
