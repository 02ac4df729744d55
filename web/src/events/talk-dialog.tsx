import type { MeetingView } from '@server/events/meetings/meeting.schema';
import type { SessionView } from '@server/events/sessions/session.schema';
import { useQueryClient } from '@tanstack/react-query';
import { Input, Modal, Segmented } from 'antd';
import { useState } from 'react';
import { post } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { Field } from '../ui/field';
import { useAct } from '../ui/use-act';
import { useWords } from '../vocabulary/vocabularies';

interface Props {
  session: SessionView;
  meeting: MeetingView;
  names: Readonly<Record<string, string>>;
  onClose: () => void;
}

/** 洽谈卡 */
export function TalkDialog({ session, meeting, names, onClose }: Props) {
  const { say } = useMessages();
  const { options } = useWords();
  const client = useQueryClient();
  const { isBusy, act } = useAct();
  const [strength, setStrength] = useState<string>(meeting.talk?.strength ?? 'medium');
  const [nextStep, setNextStep] = useState(meeting.talk?.nextStep ?? '');
  const [note, setNote] = useState(meeting.talk?.note ?? '');
  const save = async () => {
    const isDone = await act(async () => {
      await post(`/activity-sessions/${session.id}/meetings/${meeting.id}/talk`, {
        strength,
        nextStep: nextStep.trim() || undefined,
        note: note.trim() || undefined,
      });
      await client.invalidateQueries({ queryKey: ['events', session.id] });
    });
    if (isDone) onClose();
  };
  return (
    <Modal
      open
      title={say('events.talkOf', { host: names[meeting.host], visitor: names[meeting.visitor] })}
      okText={say('action.save')}
      cancelText={say('action.cancel')}
      confirmLoading={isBusy}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <Field label={say('events.strength')} wide>
        {(id) => (
          <Segmented id={id} value={strength} options={options('talk-strengths')} onChange={setStrength} />
        )}
      </Field>
      <Field label={say('events.nextStep')} wide>
        {(id) => (
          <Input
            id={id}
            maxLength={500}
            value={nextStep}
            onChange={(event) => setNextStep(event.target.value)}
          />
        )}
      </Field>
      <Field label={say('events.note')} wide>
        {(id) => (
          <Input.TextArea
            id={id}
            rows={3}
            maxLength={2000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
    </Modal>
  );
}
