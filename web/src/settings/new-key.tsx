import { Alert, Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { post } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { Failure } from '../ui/failure';
import styles from './settings.module.css';

const SCOPES = ['needs', 'projects', 'talents', 'matches', 'signings', 'plans'].flatMap((name) => [
  `${name}:read`,
  `${name}:write`,
]);

interface Fields {
  name: string;
  scopes: string[];
}

/** A key for a program; it is shown once. */
export function NewKey({ onMade }: { onMade: () => void }) {
  const { say } = useMessages();
  const [form] = Form.useForm<Fields>();
  const [key, setKey] = useState<string>();
  const [failure, setFailure] = useState<unknown>();
  const required = [{ required: true, message: say('form.required') }];
  const create = async (fields: Fields) => {
    setFailure(undefined);
    try {
      setKey((await post<{ key: string }>('/api-keys', fields)).key);
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
      <Form.Item name="name" label={say('field.name')} rules={required}>
        <Input />
      </Form.Item>
      <Form.Item name="scopes" label={say('settings.scopes')} rules={required}>
        <Select mode="multiple" options={SCOPES.map((value) => ({ value, label: value }))} />
      </Form.Item>
      <Button htmlType="submit">{say('settings.newKey')}</Button>
      {key && <Alert className={styles.once} type="success" title={say('settings.keyOnce', { key })} />}
      {failure !== undefined && <Failure error={failure} />}
    </Form>
  );
}
