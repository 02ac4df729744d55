import type { UserView } from '@server/identity/user/user.schema';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { post } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { parksQuery } from '../review/queries';
import type { Role } from '../session/session';
import { OrganisationPicker } from '../signings/organisation-picker';
import { planQuery, plansQuery } from '../targets/queries';
import { Failure } from '../ui/failure';
import styles from './settings.module.css';

const STAFF: readonly Role[] = [
  'manager',
  'park-lead',
  'officer',
  'commission',
  'organiser',
  'enterprise',
  'auditor',
];

interface Fields {
  login: string;
  name: string;
  role: Role;
  parkIds?: string[];
  organisationId?: string;
  activityIds?: string[];
  expiresOn?: string;
}

/** A new account; its password is shown once. */
export function NewUser({ onMade }: { onMade: () => void }) {
  const { say } = useMessages();
  const [form] = Form.useForm<Fields>();
  const role = Form.useWatch('role', form);
  const { data: parks = [] } = useQuery(parksQuery);
  const { data: plans = [] } = useQuery(plansQuery);
  const { data: plan } = useQuery({ ...planQuery(plans[0]?.code ?? ''), enabled: plans.length > 0 });
  const [made, setMade] = useState<{ login: string; password: string }>();
  const [failure, setFailure] = useState<unknown>();
  const required = [{ required: true, message: say('form.required') }];
  const create = async (fields: Fields) => {
    setFailure(undefined);
    try {
      const { login, password = '' } = await post<UserView & { password?: string }>('/users', fields);
      setMade({ login, password });
      form.resetFields();
      onMade();
    } catch (error) {
      setFailure(error);
    }
  };
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      className={styles.form}
      onFinish={(fields) => void create(fields)}
    >
      <Form.Item name="login" label={say('signIn.login')} rules={required}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="name" label={say('field.name')} rules={required}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="role" label={say('settings.role')} rules={required}>
        <Select options={STAFF.map((value) => ({ value, label: say(`role.${value}`) }))} />
      </Form.Item>
      {(role === 'officer' || role === 'park-lead') && (
        <Form.Item name="parkIds" label={say('field.park')} rules={required}>
          <Select mode="multiple" options={parks.map(({ id, code }) => ({ value: id, label: code }))} />
        </Form.Item>
      )}
      {role === 'enterprise' && (
        <Form.Item name="organisationId" label={say('field.organisation')} rules={required}>
          <OrganisationPicker />
        </Form.Item>
      )}
      {role === 'organiser' && (
        <Form.Item name="activityIds" label={say('plan.tab.activities')} rules={required}>
          <Select
            mode="multiple"
            options={plan?.activities.map((one) => ({ value: one.id, label: `${one.number} ${one.name}` }))}
            showSearch={{ optionFilterProp: 'label' }}
            popupMatchSelectWidth={false}
          />
        </Form.Item>
      )}
      {role === 'auditor' && (
        <Form.Item name="expiresOn" label={say('setup.until')} rules={required}>
          <Input type="date" />
        </Form.Item>
      )}
      <Button htmlType="submit">{say('settings.newUser')}</Button>
      {made && <Alert className={styles.once} type="success" title={say('settings.passwordOnce', made)} />}
      {failure !== undefined && <Failure error={failure} />}
    </Form>
  );
}
