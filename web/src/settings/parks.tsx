import type { ParkView } from '@server/organisations/organisation.schema';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { patch, post } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { Field } from '../ui/field';
import layout from '../ui/layout.module.css';
import { useAct } from '../ui/use-act';
import { parksQuery } from '../review/queries';
import { useUser } from '../session/session';
import { type Column, DataTable } from '../ui/data-table';
import { Loaded } from '../ui/loaded';
import { Nothing } from '../ui/nothing';

/** The parks of the network; their codes stay, what they are called and where they lie can be set. */
export function Parks() {
  const { say } = useMessages();
  const isManager = useUser().role === 'manager';
  const query = useQuery(parksQuery);
  const [editing, setEditing] = useState<ParkView | 'new'>();
  const columns: Column<ParkView>[] = [
    { key: 'code', title: say('field.code'), width: 90, render: ({ code }) => <strong>{code}</strong> },
    { key: 'name', title: say('field.name'), render: ({ name }) => <span lang="">{name}</span> },
    {
      key: 'city',
      title: say('field.city'),
      width: 160,
      render: ({ city }) => <span lang="">{city ?? say('targets.noCity')}</span>,
    },
    ...(isManager
      ? [
          {
            key: 'acts',
            title: say('setup.acts'),
            width: 90,
            render: (park: ParkView) => (
              <Button
                size="small"
                aria-label={`${say('setup.edit')} ${park.code}`}
                onClick={() => setEditing(park)}
              >
                {say('setup.edit')}
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
          <Button onClick={() => setEditing('new')}>{say('setup.newPark')}</Button>
        </div>
      )}
      <Loaded query={query}>
        {(parks) =>
          parks.length === 0 ? (
            <Nothing why={say('setup.noParks')} />
          ) : (
            <DataTable name={say('settings.parks')} columns={columns} rows={parks} />
          )
        }
      </Loaded>
      {editing && (
        <EditPark park={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />
      )}
    </>
  );
}

function EditPark({ park, onClose }: { park: ParkView | undefined; onClose: () => void }) {
  const { say } = useMessages();
  const client = useQueryClient();
  const { isBusy, act } = useAct();
  const [code, setCode] = useState(park?.code ?? 'NO.');
  const [name, setName] = useState(park?.name ?? '');
  const [city, setCity] = useState(park?.city ?? '');
  const save = () =>
    act(async () => {
      const stated = { name, city: city.trim() || null };
      await (park ? patch(`/parks/${park.code}`, undefined, stated) : post('/parks', { code, ...stated }));
      await client.invalidateQueries({ queryKey: ['parks'] });
      await client.invalidateQueries({ queryKey: ['plans'] });
      onClose();
    });
  return (
    <Modal
      open
      title={park?.code ?? say('setup.newPark')}
      okText={say('action.save')}
      cancelText={say('action.cancel')}
      confirmLoading={isBusy}
      okButtonProps={{ disabled: name.trim() === '' }}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <div className={layout.grid}>
        {!park && (
          <Field label={say('field.code')}>
            {(id) => (
              <Input id={id} maxLength={6} value={code} onChange={(event) => setCode(event.target.value)} />
            )}
          </Field>
        )}
        <Field label={say('field.name')}>
          {(id) => (
            <Input id={id} maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
          )}
        </Field>
        <Field label={say('field.city')}>
          {(id) => (
            <Input id={id} maxLength={50} value={city} onChange={(event) => setCity(event.target.value)} />
          )}
        </Field>
      </div>
    </Modal>
  );
}
