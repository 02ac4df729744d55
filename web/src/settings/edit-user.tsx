import type { UserView } from '@server/identity/user/user.schema';
import { useQuery } from '@tanstack/react-query';
import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { patch } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { Field } from '../ui/field';
import layout from '../ui/layout.module.css';
import { useAct } from '../ui/use-act';
import { parksQuery } from '../review/queries';
import { planQuery, plansQuery } from '../targets/queries';

interface Props {
  user: UserView;
  onSaved: () => void;
  onClose: () => void;
}

/** What somebody is called, where they work and until when; their role stays what it is. */
export function EditUser({ user, onSaved, onClose }: Props) {
  const { say } = useMessages();
  const { isBusy, act } = useAct();
  const { data: parks = [] } = useQuery(parksQuery);
  const { data: plans = [] } = useQuery(plansQuery);
  const { data: plan } = useQuery({ ...planQuery(plans[0]?.code ?? ''), enabled: plans.length > 0 });
  const [name, setName] = useState(user.name);
  const [parkIds, setParkIds] = useState(user.parkIds);
  const [activityIds, setActivityIds] = useState(user.activityIds);
  const [expiresOn, setExpiresOn] = useState(user.expiresOn ?? '');
  const worksInParks = user.role === 'officer' || user.role === 'park-lead';
  const save = () =>
    act(async () => {
      await patch(`/users/${user.id}`, user.version, {
        name,
        expiresOn: expiresOn || null,
        ...(worksInParks && { parkIds }),
        ...(user.role === 'organiser' && { activityIds }),
      });
      onSaved();
      onClose();
    });
  return (
    <Modal
      open
      title={user.login}
      okText={say('action.save')}
      cancelText={say('action.cancel')}
      confirmLoading={isBusy}
      okButtonProps={{ disabled: name.trim() === '' || (worksInParks && parkIds.length === 0) }}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <div className={layout.grid}>
        <Field label={say('field.name')}>
          {(id) => (
            <Input id={id} maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
          )}
        </Field>
        <Field
          label={say('setup.until')}
          hint={user.role === 'auditor' ? say('setup.auditorUntil') : undefined}
        >
          {(id) => (
            <Input
              id={id}
              type="date"
              value={expiresOn}
              onChange={(event) => setExpiresOn(event.target.value)}
            />
          )}
        </Field>
        {worksInParks && (
          <Field label={say('field.park')} wide>
            {(id) => (
              <Select
                id={id}
                mode="multiple"
                value={parkIds}
                options={parks.map((park) => ({ value: park.id, label: park.code }))}
                onChange={setParkIds}
              />
            )}
          </Field>
        )}
        {user.role === 'organiser' && (
          <Field label={say('plan.tab.activities')} wide>
            {(id) => (
              <Select
                id={id}
                mode="multiple"
                value={activityIds}
                options={plan?.activities.map((one) => ({
                  value: one.id,
                  label: `${one.number} ${one.name}`,
                }))}
                showSearch={{ optionFilterProp: 'label' }}
                onChange={setActivityIds}
              />
            )}
          </Field>
        )}
      </div>
    </Modal>
  );
}
