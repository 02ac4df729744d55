import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { post } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { Failure } from '../ui/failure';
import styles from './account.module.css';

interface Fields {
  current: string;
  password: string;
}

/** One's own password; every session ends with the change. */
export function PasswordForm() {
  const { say } = useMessages();
  const [failure, setFailure] = useState<unknown>();
  const change = async (fields: Fields) => {
    setFailure(undefined);
    try {
      await post('/session/password', fields);
      window.location.assign('/sign-in');
    } catch (error) {
      setFailure(error);
    }
  };
  const required = { required: true, message: say('form.required') };
  return (
    <Form<Fields> layout="vertical" className={styles.narrow} onFinish={(fields) => void change(fields)}>
      <Form.Item name="current" label={say('settings.currentPassword')} rules={[required]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item
        name="password"
        label={say('settings.newPassword')}
        extra={say('settings.passwordRule')}
        rules={[required, { min: 15, message: say('settings.passwordRule') }]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      {failure !== undefined && <Failure error={failure} />}
      <Button htmlType="submit">{say('action.save')}</Button>
    </Form>
  );
}
