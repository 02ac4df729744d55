import { Alert, Button, Form } from 'antd';
import { type ReactNode, useState } from 'react';
import { isRequestFailed } from '../api/problem';
import { sentenceOf } from '../i18n/sentence-of';
import { useMessages } from '../i18n/use-messages';

interface Props<T> {
  lead: ReactNode;
  submit: string;
  children: ReactNode;
  onSubmit: (fields: T) => Promise<unknown>;
}

/** One step of signing in: its fields, why it was refused, and one button. */
export function StepForm<T extends object>({ lead, submit, children, onSubmit }: Props<T>) {
  const { say } = useMessages();
  const [failure, setFailure] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const take = async (fields: T) => {
    setBusy(true);
    setFailure(undefined);
    try {
      await onSubmit(fields);
    } catch (error) {
      const detail = isRequestFailed(error) ? error.problem?.errors?.[0]?.detail : undefined;
      setFailure(detail ?? sentenceOf(error, say));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Form<T> layout="vertical" requiredMark={false} onFinish={(fields) => void take(fields)}>
      <p>{lead}</p>
      {children}
      {failure && (
        <Form.Item>
          <Alert type="error" title={failure} showIcon role="alert" />
        </Form.Item>
      )}
      <Button type="primary" htmlType="submit" block size="large" loading={isBusy}>
        {submit}
      </Button>
    </Form>
  );
}
