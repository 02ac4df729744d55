import type { GuestView } from '@server/events/guests/guest.schema';
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useMessages } from '../i18n/use-messages';
import { Field } from '../ui/field';

interface Props {
  guest: GuestView;
  onSave: (substitute: { name: string; post?: string; phone?: string }) => Promise<boolean>;
  onClose: () => void;
}

/** 换人: who came instead. */
export function SubstituteDialog({ guest, onSave, onClose }: Props) {
  const { say } = useMessages();
  const [name, setName] = useState('');
  const [post, setPost] = useState('');
  const [phone, setPhone] = useState('');
  const save = async () => {
    const given = { name: name.trim(), post: post.trim() || undefined, phone: phone.trim() || undefined };
    if (await onSave(given)) onClose();
  };
  return (
    <Modal
      open
      title={say('events.substituteFor', { label: guest.label })}
      okText={say('events.signIn')}
      cancelText={say('action.cancel')}
      okButtonProps={{ disabled: name.trim() === '' }}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <Field label={say('events.name')} wide>
        {(id) => (
          <Input id={id} maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
      <Field label={say('field.post')} wide>
        {(id) => (
          <Input id={id} maxLength={100} value={post} onChange={(event) => setPost(event.target.value)} />
        )}
      </Field>
      <Field label={say('events.phone')} wide>
        {(id) => (
          <Input
            id={id}
            type="tel"
            maxLength={20}
            value={phone}
            onChange={(event) => setPhone(event.target.value)}
          />
        )}
      </Field>
    </Modal>
  );
}
