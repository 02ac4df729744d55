import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { sentenceOf } from '../i18n/sentence-of';
import { useMessages } from '../i18n/use-messages';
import { queryClient } from '../api/query-client';
import { FactorStep } from './factor-step';
import { NewPasswordStep } from './new-password-step';
import { sessionQuery, signIn, useSession } from './session';
import { SetUpFactorStep } from './set-up-factor-step';

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
  const [password, setPassword] = useState<string>();
  const { data: session } = useSession();
  const submit = async (fields: Fields) => {
    setBusy(true);
    setFailure(undefined);
    try {
      const { pending } = await signIn(fields.login, fields.password);
      setPassword(fields.password);
      if (pending === null) onSignedIn();
    } catch (error) {
      setFailure(sentenceOf(error, say));
    } finally {
      setBusy(false);
    }
  };
  const goOn = () => {
    if (!queryClient.getQueryData(sessionQuery.queryKey)?.pending) onSignedIn();
  };
  const pending = session?.pending;
  if (pending === 'second-factor') return <FactorStep onDone={goOn} />;
  if (pending === 'new-password')
    return <NewPasswordStep login={session?.user.login ?? ''} current={password} onDone={goOn} />;
  if (pending === 'set-up-second-factor')
    return <SetUpFactorStep lead={say('session.setUpWhy')} onDone={onSignedIn} />;
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
