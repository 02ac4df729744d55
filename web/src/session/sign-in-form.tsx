import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { isRequestFailed } from '../api/problem';
import { useMessages } from '../i18n/use-messages';
import { signIn } from './session';

interface Fields {
  login: string;
  password: string;
}

interface Props {
  /** The login to begin with, when it is known whose session ended. */
  login?: string;
  onSignedIn: () => void;
}

export function SignInForm({ login, onSignedIn }: Props) {
  const { say } = useMessages();
  const [failure, setFailure] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const submit = async (fields: Fields) => {
    setBusy(true);
    setFailure(undefined);
    try {
      await signIn(fields.login, fields.password);
      onSignedIn();
    } catch (error) {
      setFailure(isRequestFailed(error) && !error.isOffline ? error.message : say('problem.offline'));
    } finally {
      setBusy(false);
    }
  };
  const required = { required: true, message: say('form.required') };
  return (
    <Form<Fields> layout="vertical" requiredMark={false} initialValues={{ login }} onFinish={submit}>
      <Form.Item name="login" label={say('signIn.login')} rules={[required]}>
        <Input autoComplete="username" autoFocus={!login} spellCheck={false} size="large" />
      </Form.Item>
      <Form.Item name="password" label={say('signIn.password')} rules={[required]}>
        <Input.Password autoComplete="current-password" autoFocus={Boolean(login)} size="large" />
      </Form.Item>
      {failure && (
        <Form.Item>
          <Alert type="error" title={failure} showIcon role="alert" />
        </Form.Item>
      )}
      <Button type="primary" htmlType="submit" block size="large" loading={isBusy}>
        {say('signIn.submit')}
      </Button>
    </Form>
  );
}
