import type {
  NoticeSettings as Wanted,
  NoticeSettingsView,
} from '@server/notifications/mail/notice-settings.schema';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Checkbox, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { put } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { useUser } from '../session/session';
import { Failure } from '../ui/failure';
import { Loaded } from '../ui/loaded';
import { eventsOf } from './event-names';
import styles from './notices.module.css';
import { noticeSettingsQuery } from './queries';

/** How the reader wants to be told. */
export function NoticeSettings() {
  const query = useQuery(noticeSettingsQuery);
  return <Loaded query={query}>{(settings) => <SettingsForm settings={settings} />}</Loaded>;
}

interface Fields {
  mail: NoticeSettingsView['mail'];
  email?: string;
  told: string[];
}

function SettingsForm({ settings }: { settings: NoticeSettingsView }) {
  const { say, locale } = useMessages();
  const { role } = useUser();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [failure, setFailure] = useState<unknown>();
  const events = eventsOf(role);
  const save = async ({ mail, email, told }: Fields) => {
    setFailure(undefined);
    const muted = events.filter((event) => !told.includes(event));
    try {
      const wanted: Wanted = { mail, muted, locale, ...(email ? { email } : {}) };
      client.setQueryData(
        noticeSettingsQuery.queryKey,
        await put<NoticeSettingsView>('/notice-settings', wanted),
      );
      void message.success(say('notices.saved'));
    } catch (error) {
      setFailure(error);
    }
  };
  const told = events.filter((event) => !settings.muted.includes(event));
  return (
    <Form<Fields>
      className={styles.how}
      layout="vertical"
      initialValues={{ mail: settings.mail, told }}
      onFinish={(fields) => void save(fields)}
    >
      {!settings.mailWorks && <Alert type="info" title={say('notices.noMailServer')} />}
      <Form.Item name="mail" label={say('notices.mail')}>
        <Radio.Group
          options={(['off', 'instant', 'daily'] as const).map((value) => ({
            value,
            label: say(`notices.mail.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item
        name="email"
        label={say('notices.email')}
        extra={settings.hasEmail ? say('notices.emailKept') : undefined}
        rules={[{ type: 'email', message: say('notices.emailWrong') }]}
      >
        <Input type="email" autoComplete="email" />
      </Form.Item>
      <Form.Item name="told" label={say('notices.told')}>
        <Checkbox.Group
          className={styles.events}
          options={events.map((value) => ({ value, label: say(`notices.event.${value}`) }))}
        />
      </Form.Item>
      {failure !== undefined && <Failure error={failure} />}
      <Button htmlType="submit" type="primary">
        {say('action.save')}
      </Button>
    </Form>
  );
}
