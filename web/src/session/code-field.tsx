import { Form, Input } from 'antd';
import { useMessages } from '../i18n/use-messages';

/** A code of the authenticator app; the keyboard of a telephone shows digits. */
export function CodeField({ label }: { label: string }) {
  const { say } = useMessages();
  return (
    <Form.Item name="code" label={label} rules={[{ required: true, message: say('form.required') }]}>
      <Input
        autoComplete="one-time-code"
        inputMode="text"
        maxLength={20}
        autoFocus
        size="large"
        spellCheck={false}
      />
    </Form.Item>
  );
}
