import { Button, Form, Input, InputNumber, Select } from 'antd';
import { useMessages } from '../i18n/use-messages';
import { useWords } from '../vocabulary/vocabularies';
import styles from './need-form.module.css';

/** What a technology need asks; money is typed in 万元. */
export function TechnologyFields() {
  const { say } = useMessages();
  const { options } = useWords();
  return (
    <>
      <Form.List name={['technology', 'indicators']}>
        {(rows, { add, remove }) => (
          <fieldset className={styles.indicators}>
            <legend>{say('field.indicators')}</legend>
            {rows.map(({ key, name }) => (
              <div key={key} className={styles.indicator}>
                <Form.Item name={[name, 'name']} rules={[{ required: true, message: say('form.required') }]}>
                  <Input placeholder={say('need.indicator')} aria-label={say('need.indicator')} />
                </Form.Item>
                <Form.Item name={[name, 'now']}>
                  <Input placeholder={say('need.now')} aria-label={say('need.now')} />
                </Form.Item>
                <Form.Item
                  name={[name, 'wanted']}
                  rules={[{ required: true, message: say('form.required') }]}
                >
                  <Input placeholder={say('need.wanted')} aria-label={say('need.wanted')} />
                </Form.Item>
                <Button type="text" onClick={() => remove(name)}>
                  {say('action.remove')}
                </Button>
              </div>
            ))}
            <Button type="dashed" size="small" onClick={() => add()}>
              {say('need.addIndicator')}
            </Button>
          </fieldset>
        )}
      </Form.List>
      <div className={styles.grid}>
        <Form.Item name={['technology', 'budgetMin']} label={say('need.budgetMin')}>
          <InputNumber min={0} />
        </Form.Item>
        <Form.Item name={['technology', 'budgetMax']} label={say('need.budgetMax')}>
          <InputNumber min={0} />
        </Form.Item>
        <Form.Item name={['technology', 'deadline']} label={say('field.deadline')}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name={['technology', 'modes']} label={say('field.modes')}>
          <Select mode="multiple" options={options('modes')} />
        </Form.Item>
        <Form.Item name={['technology', 'ipOwnership']} label={say('field.ipOwnership')}>
          <Select allowClear options={options('ip-ownerships')} />
        </Form.Item>
        <Form.Item name={['technology', 'trlWanted']} label={say('field.trl')}>
          <InputNumber min={1} max={9} precision={0} />
        </Form.Item>
        <Form.Item name={['technology', 'expertsWanted']} label={say('field.expertsWanted')}>
          <Input maxLength={1000} />
        </Form.Item>
      </div>
      <Form.Item name={['technology', 'basis']} label={say('field.basis')}>
        <Input.TextArea rows={2} maxLength={5000} />
      </Form.Item>
    </>
  );
}
