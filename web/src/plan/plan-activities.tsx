import type { ActivityView, PlanView } from '@server/plan/plan.schema';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import { patch, post } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { useUser } from '../session/session';
import { type Column, DataTable } from '../ui/data-table';
import { Nothing } from '../ui/nothing';
import { useDay } from '../ui/time';
import { useWords } from '../vocabulary/vocabularies';
import { Field } from '../ui/field';
import { useAct } from '../ui/use-act';
import styles from './plan.module.css';
import layout from '../ui/layout.module.css';

/** The plan's activities and what became of each. */
export function PlanActivities({ plan }: { plan: PlanView }) {
  const { say } = useMessages();
  const { label } = useWords();
  const day = useDay();
  const isManager = useUser().role === 'manager';
  const [editing, setEditing] = useState<ActivityView>();
  const [isAdding, setAdding] = useState(false);
  const trackName = (code: string) => plan.tracks.find((track) => track.code === code)?.name ?? code;
  const columns: Column<ActivityView>[] = [
    { key: 'number', title: say('plan.number'), width: 60, render: ({ number }) => number },
    {
      key: 'name',
      title: say('field.name'),
      onCard: 'heading',
      render: ({ name }) => <span lang="">{name}</span>,
    },
    {
      key: 'track',
      title: say('plan.track'),
      width: 150,
      render: ({ track }) => <span lang="">{trackName(track)}</span>,
    },
    {
      key: 'state',
      title: say('field.status'),
      width: 110,
      render: ({ state }) => (
        <span className={styles.state} data-state={state}>
          {label('activity-states', state)}
        </span>
      ),
    },
    {
      key: 'held',
      title: say('plan.heldOn'),
      width: 120,
      render: ({ heldOn, month }) =>
        heldOn ? day(heldOn) : month === null ? '' : say('targets.month', { month }),
    },
    {
      key: 'venue',
      title: say('plan.venue'),
      width: 140,
      render: ({ venue, subjectCity }) => <span lang="">{venue ?? subjectCity}</span>,
    },
    {
      key: 'paper',
      title: say('plan.documentNumber'),
      width: 150,
      render: ({ documentNumber }) => <span lang="">{documentNumber}</span>,
    },
    ...(isManager
      ? [
          {
            key: 'act',
            title: say('plan.change'),
            width: 80,
            render: (activity: ActivityView) => (
              <Button
                size="small"
                aria-label={`${say('plan.change')} ${activity.number}`}
                onClick={() => setEditing(activity)}
              >
                {say('plan.change')}
              </Button>
            ),
          },
        ]
      : []),
  ];
  return (
    <>
      {isManager && (
        <div className={layout.bar}>
          <Button disabled={plan.tracks.length === 0} onClick={() => setAdding(true)}>
            {say('plan.addActivity')}
          </Button>
        </div>
      )}
      {plan.activities.length === 0 ? (
        <Nothing why={say('plan.noActivities')} />
      ) : (
        <DataTable name={say('plan.tab.activities')} columns={columns} rows={plan.activities} />
      )}
      {editing && <EditActivity plan={plan.code} activity={editing} onClose={() => setEditing(undefined)} />}
      {isAdding && <AddActivity plan={plan} onClose={() => setAdding(false)} />}
    </>
  );
}

interface EditProps {
  plan: string;
  activity: ActivityView;
  onClose: () => void;
}

function EditActivity({ plan, activity, onClose }: EditProps) {
  const { say } = useMessages();
  const { options } = useWords();
  const client = useQueryClient();
  const { isBusy, act } = useAct();
  const [state, setState] = useState(activity.state);
  const [heldOn, setHeldOn] = useState(activity.heldOn ?? '');
  const [venue, setVenue] = useState(activity.venue ?? '');
  const [documentNumber, setDocumentNumber] = useState('');
  const save = () =>
    act(async () => {
      await patch(`/plans/${plan}/activities/${activity.number}`, activity.version, {
        state,
        heldOn: heldOn || null,
        venue: venue.trim() || null,
        documentNumber,
      });
      await client.invalidateQueries({ queryKey: ['plans', plan] });
      onClose();
    });
  return (
    <Modal
      open
      title={<span lang="">{`${activity.number} ${activity.name}`}</span>}
      okText={say('action.save')}
      cancelText={say('action.cancel')}
      confirmLoading={isBusy}
      okButtonProps={{ disabled: documentNumber.trim() === '' || (state === 'held' && heldOn === '') }}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <div className={layout.grid}>
        <Field label={say('field.status')}>
          {(id) => (
            <Select
              id={id}
              value={state}
              options={options('activity-states')}
              onChange={(next) => setState(next)}
            />
          )}
        </Field>
        <Field label={say('plan.heldOn')} hint={state === 'held' ? say('plan.heldNeedsDay') : undefined}>
          {(id) => (
            <Input id={id} type="date" value={heldOn} onChange={(event) => setHeldOn(event.target.value)} />
          )}
        </Field>
        <Field label={say('plan.venue')}>
          {(id) => (
            <Input id={id} maxLength={200} value={venue} onChange={(event) => setVenue(event.target.value)} />
          )}
        </Field>
        <Field label={say('plan.documentNumber')} hint={say('plan.documentHint')}>
          {(id) => (
            <Input
              id={id}
              maxLength={100}
              value={documentNumber}
              onChange={(event) => setDocumentNumber(event.target.value)}
            />
          )}
        </Field>
      </div>
    </Modal>
  );
}

function AddActivity({ plan, onClose }: { plan: PlanView; onClose: () => void }) {
  const { say } = useMessages();
  const client = useQueryClient();
  const { isBusy, act } = useAct();
  const [number, setNumber] = useState(Math.max(0, ...plan.activities.map((one) => one.number)) + 1);
  const [name, setName] = useState('');
  const [track, setTrack] = useState(plan.tracks[0]?.code ?? '');
  const [month, setMonth] = useState<number | null>(null);
  const save = () =>
    act(async () => {
      await post(`/plans/${plan.code}/activities`, { number, name, track, month, heldOn: null });
      await client.invalidateQueries({ queryKey: ['plans', plan.code] });
      onClose();
    });
  return (
    <Modal
      open
      title={say('plan.addActivity')}
      okText={say('plan.add')}
      cancelText={say('action.cancel')}
      confirmLoading={isBusy}
      okButtonProps={{ disabled: name.trim() === '' }}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <div className={layout.grid}>
        <Field label={say('plan.number')}>
          {(id) => (
            <InputNumber id={id} min={1} max={999} value={number} onChange={(next) => setNumber(next ?? 1)} />
          )}
        </Field>
        <Field label={say('plan.month')}>
          {(id) => <InputNumber id={id} min={1} max={12} value={month} onChange={setMonth} />}
        </Field>
        <Field label={say('field.name')} wide>
          {(id) => (
            <Input id={id} maxLength={500} value={name} onChange={(event) => setName(event.target.value)} />
          )}
        </Field>
        <Field label={say('plan.track')} wide>
          {(id) => (
            <Select
              id={id}
              value={track}
              options={plan.tracks.map(({ code, name: words }) => ({ value: code, label: words }))}
              onChange={setTrack}
            />
          )}
        </Field>
      </div>
    </Modal>
  );
}
