import type { CreateWebhook, WebhookView } from '@server/notifications/webhooks/webhook.schema';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { post } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { parksQuery } from '../review/queries';
import styles from '../settings/settings.module.css';
import { useUser } from '../session/session';
import { Failure } from '../ui/failure';
import { WEBHOOK_EVENTS } from './event-names';

const FORMATS = ['standard', 'wecom', 'dingtalk'] as const;

/** Names another system; the secret of Standard Webhooks is shown once. */
export function NewWebhook({ onMade }: { onMade: () => void }) {
  const { say } = useMessages();
  const { role } = useUser();
  const [form] = Form.useForm<CreateWebhook>();
  const format = Form.useWatch('format', form);
  const { data: parks = [] } = useQuery(parksQuery);
  const [secret, setSecret] = useState<string>();
  const [failure, setFailure] = useState<unknown>();
  const required = [{ required: true, message: say('form.required') }];
  const create = async (fields: CreateWebhook) => {
    setFailure(undefined);
    try {
      setSecret((await post<WebhookView>('/webhooks', fields)).secret);
      form.resetFields();
      onMade();
    } catch (error) {
      setFailure(error);
    }
  };
  return (
    <Form<CreateWebhook>
      form={form}
      layout="vertical"
      className={styles.form}
      initialValues={{ format: 'standard' }}
      onFinish={(fields) => void create(fields)}
    >
      <Form.Item name="name" label={say('field.name')} rules={required}>
        <Input />
      </Form.Item>
      <Form.Item name="format" label={say('notices.format')} rules={required}>
        <Select options={FORMATS.map((value) => ({ value, label: say(`notices.format.${value}`) }))} />
      </Form.Item>
      <Form.Item name="url" label={say('notices.url')} rules={required}>
        <Input type="url" />
      </Form.Item>
      {format === 'dingtalk' && (
        <Form.Item name="secret" label={say('notices.secret')}>
          <Input autoComplete="off" />
        </Form.Item>
      )}
      <Form.Item name="park" label={say('field.park')} rules={role === 'manager' ? [] : required}>
        <Select
          allowClear
          options={parks.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
        />
      </Form.Item>
      <Form.Item name="events" label={say('notices.told')} rules={required}>
        <Select
          mode="multiple"
          options={WEBHOOK_EVENTS.map((value) => ({ value, label: say(`notices.event.${value}`) }))}
        />
      </Form.Item>
      <Button htmlType="submit">{say('notices.newWebhook')}</Button>
      {secret && (
        <Alert className={styles.once} type="success" title={say('notices.secretOnce', { secret })} />
      )}
      {failure !== undefined && <Failure error={failure} />}
    </Form>
  );
}
