import type { Page as PageOf } from '@server/common/page';
import type { GuestView } from '@server/events/guests/guest.schema';
import type { SessionView } from '@server/events/sessions/session.schema';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Modal, Select } from 'antd';
import { useState } from 'react';
import { get, patch } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import type { MessageKey } from '../i18n/i18n';
import { Field } from '../ui/field';
import { useAct } from '../ui/use-act';
import { useSettled } from '../ui/use-settled';

interface Props {
  session: SessionView;
  guest: GuestView;
  onClose: () => void;
}

type Kind = 'needs' | 'projects' | 'talents';
const KINDS: readonly [Kind, MessageKey][] = [
  ['needs', 'nav.needs'],
  ['projects', 'nav.projects'],
  ['talents', 'nav.talents'],
];

/** What a guest brings to its meetings: the scores come from these records. */
export function RecordsDialog({ session, guest, onClose }: Props) {
  const { say } = useMessages();
  const client = useQueryClient();
  const { isBusy, act } = useAct();
  const [records, setRecords] = useState<Record<Kind, string[]>>({
    needs: guest.needs,
    projects: guest.projects,
    talents: guest.talents,
  });
  const save = async () => {
    const isDone = await act(async () => {
      await patch(`/activity-sessions/${session.id}/guests/${guest.id}`, guest.version, records);
      await client.invalidateQueries({ queryKey: ['events', session.id, 'guests'] });
    });
    if (isDone) onClose();
  };
  return (
    <Modal
      open
      title={say('events.recordsOf', { label: guest.label })}
      okText={say('action.save')}
      cancelText={say('action.cancel')}
      confirmLoading={isBusy}
      onOk={() => void save()}
      onCancel={onClose}
    >
      {KINDS.map(([kind, label]) => (
        <Field key={kind} label={say(label)} wide>
          {(id) => (
            <RecordPicker
              id={id}
              kind={kind}
              value={records[kind]}
              onChange={(chosen) => setRecords({ ...records, [kind]: chosen })}
            />
          )}
        </Field>
      ))}
      <small>{say('events.recordsHint')}</small>
    </Modal>
  );
}

interface PickerProps {
  id: string;
  kind: Kind;
  value: string[];
  onChange: (ids: string[]) => void;
}

interface Listed {
  id: string;
  code: string;
  title?: string;
  name?: string | null;
}

function RecordPicker({ id, kind, value, onChange }: PickerProps) {
  const [typed, setTyped] = useState('');
  const q = useSettled(typed, 200);
  const { data } = useQuery({
    queryKey: [kind, 'pick', q],
    queryFn: ({ signal }) =>
      get<PageOf<Listed>>(`/${kind}`, {
        signal,
        query: { q: q || undefined, status: 'published', limit: 20 },
      }),
    placeholderData: (before) => before,
  });
  return (
    <Select
      id={id}
      mode="multiple"
      style={{ width: '100%' }}
      value={value}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      options={(data?.items ?? []).map((one) => ({
        value: one.id,
        label: `${one.code} ${one.title ?? one.name ?? ''}`,
      }))}
      onChange={onChange}
    />
  );
}
