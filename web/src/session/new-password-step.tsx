import { Form, Input } from 'antd';
import { useMessages } from '../i18n/use-messages';
import { choosePassword } from './session-steps';
import { StepForm } from './step-form';

interface Props {
  login: string;
  /** The password just typed; unknown after a reload, and then asked for. */
  current: string | undefined;
  onDone: () => void;
}

interface Fields {
  current?: string;
  password: string;
}

/** A password that somebody else gave, or that is too old, is replaced before anything else. */
export function NewPasswordStep({ login, current, onDone }: Props) {
  const { say } = useMessages();
  const required = { required: true, message: say('form.required') };
  return (
    <StepForm<Fields>
      lead={say('session.newPasswordWhy')}
      submit={say('session.newPasswordSubmit')}
      onSubmit={(fields) =>
        choosePassword(login, current ?? fields.current ?? '', fields.password).then(onDone)
      }
    >
      {current === undefined && (
        <Form.Item name="current" label={say('settings.currentPassword')} rules={[required]}>
          <Input.Password autoComplete="current-password" size="large" />
        </Form.Item>
      )}
      <Form.Item
        name="password"
        label={say('settings.newPassword')}
        extra={say('settings.passwordRule')}
        rules={[required]}
      >
        <Input.Password autoComplete="new-password" autoFocus size="large" />
      </Form.Item>
    </StepForm>
  );
}
