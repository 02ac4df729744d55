import type { SessionView } from '@server/events/sessions/session.schema';
import { useNavigate } from '@tanstack/react-router';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Checkbox, Input, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import { patch, post } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { Field } from '../ui/field';
import layout from '../ui/layout.module.css';
import { useAct } from '../ui/use-act';
import { PlanPicker } from '../targets/plan-picker';
import { planQuery, plansQuery } from '../targets/queries';
import { slotsFrom } from './slots';

interface Props {
  /** The session to change; a new one without. */
  session?: SessionView;
  onClose: () => void;
}

export function SessionForm({ session, onClose }: Props) {
  const { say } = useMessages();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { isBusy, act } = useAct();
  const { data: plans = [] } = useQuery(plansQuery);
  const [chosen, setPlan] = useState<string>();
  const code = session?.activity.plan ?? chosen ?? plans[0]?.code;
  const plan = useQuery({ ...planQuery(code ?? ''), enabled: code !== undefined });
  const [activity, setActivity] = useState(session?.activity.id);
  const [title, setTitle] = useState(session?.title ?? '');
  const [heldOn, setHeldOn] = useState(session?.heldOn ?? '');
  const [venue, setVenue] = useState(session?.venue ?? '');
  const [tables, setTables] = useState(session?.tables ?? 10);
  const [meetingLimit, setLimit] = useState(session?.meetingLimit ?? 8);
  const [reminds, setReminds] = useState(session?.reminds ?? true);
  const [start, setStart] = useState(session?.slots[0]?.from ?? '09:00');
  const [rounds, setRounds] = useState(session?.slots.length ?? 6);
  const [minutes, setMinutes] = useState(20);
  const [pause, setPause] = useState(5);
  const [isRetimed, setRetimed] = useState(session === undefined);
  const slots = isRetimed ? slotsFrom(start, rounds, minutes, pause) : (session?.slots ?? []);
  const retime =
    <T,>(set: (value: T) => void) =>
    (value: T | null) => {
      if (value === null) return;
      set(value);
      setRetimed(true);
    };
  const save = () =>
    act(async () => {
      const stated = { title, heldOn, tables, meetingLimit, slots, reminds };
      const saved = session
        ? await patch<SessionView>(`/activity-sessions/${session.id}`, session.version, {
            ...stated,
            venue: venue.trim() || null,
          })
        : await post<SessionView>('/activity-sessions', {
            ...stated,
            activity,
            venue: venue.trim() || undefined,
          });
      await client.invalidateQueries({ queryKey: ['events'] });
      onClose();
      await navigate({ to: '/events/$id', params: { id: saved.id }, search: {} });
    });
  return (
    <Modal
      open
      title={say(session ? 'events.edit' : 'events.new')}
      okText={say('action.save')}
      cancelText={say('action.cancel')}
      confirmLoading={isBusy}
      okButtonProps={{ disabled: !activity || title.trim() === '' || heldOn === '' }}
      onOk={() => void save()}
      onCancel={onClose}
      width={640}
    >
      <div className={layout.grid}>
        {!session && code && <PlanPicker plans={plans} plan={code} onChange={setPlan} />}
        <Field label={say('events.activity')} wide>
          {(id) => (
            <Select
              id={id}
              disabled={session !== undefined}
              value={activity}
              options={(plan.data?.activities ?? []).map((one) => ({
                value: one.id,
                label: `${one.number}. ${one.name}`,
              }))}
              showSearch={{ optionFilterProp: 'label' }}
              onChange={setActivity}
              style={{ width: '100%' }}
            />
          )}
        </Field>
        <Field label={say('field.name')} wide>
          {(id) => (
            <Input id={id} maxLength={200} value={title} onChange={(event) => setTitle(event.target.value)} />
          )}
        </Field>
        <Field label={say('events.heldOn')}>
          {(id) => (
            <Input id={id} type="date" value={heldOn} onChange={(event) => setHeldOn(event.target.value)} />
          )}
        </Field>
        <Field label={say('events.venue')}>
          {(id) => (
            <Input id={id} maxLength={200} value={venue} onChange={(event) => setVenue(event.target.value)} />
          )}
        </Field>
        <Field label={say('events.tables')}>
          {(id) => (
            <InputNumber
              id={id}
              min={1}
              max={500}
              value={tables}
              onChange={(value) => setTables(value ?? 1)}
            />
          )}
        </Field>
        <Field label={say('events.meetingLimit')}>
          {(id) => (
            <InputNumber
              id={id}
              min={1}
              max={50}
              value={meetingLimit}
              onChange={(value) => setLimit(value ?? 1)}
            />
          )}
        </Field>
        <Field label={say('events.start')}>
          {(id) => (
            <Input
              id={id}
              type="time"
              value={start}
              onChange={(event) => retime(setStart)(event.target.value)}
            />
          )}
        </Field>
        <Field label={say('events.rounds')}>
          {(id) => <InputNumber id={id} min={0} max={40} value={rounds} onChange={retime(setRounds)} />}
        </Field>
        <Field label={say('events.minutes')}>
          {(id) => <InputNumber id={id} min={5} max={240} value={minutes} onChange={retime(setMinutes)} />}
        </Field>
        <Field label={say('events.pause')}>
          {(id) => <InputNumber id={id} min={0} max={120} value={pause} onChange={retime(setPause)} />}
        </Field>
      </div>
      <Checkbox checked={reminds} onChange={(event) => setReminds(event.target.checked)}>
        {say('events.reminds')}
      </Checkbox>
      <p>{slots.map(({ from, to }) => `${from}–${to}`).join(say('list.separator'))}</p>
    </Modal>
  );
}
