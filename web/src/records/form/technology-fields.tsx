import { Button, Form, Input } from 'antd';
import { useMessages } from '../../i18n/use-messages';
import { Choice, Count, Day, Line } from './choice';
import styles from '../../ui/form.module.css';

/** What a technology need asks; money is typed in 万元. */
export function TechnologyFields() {
  const { say } = useMessages();
  return (
    <>
      <Indicators />
      <div className={styles.grid}>
        <Count name={['technology', 'budgetMin']} says="need.budgetMin" isWhole={false} />
        <Count name={['technology', 'budgetMax']} says="need.budgetMax" isWhole={false} />
        <Day name={['technology', 'deadline']} says="field.deadline" />
        <Choice name={['technology', 'modes']} says="field.modes" vocabulary="modes" multiple />
        <Choice name={['technology', 'ipOwnership']} says="field.ipOwnership" vocabulary="ip-ownerships" />
        <Count name={['technology', 'trlWanted']} says="field.trl" min={1} max={9} />
        <Line name={['technology', 'expertsWanted']} says="field.expertsWanted" max={1000} />
      </div>
      <Form.Item name={['technology', 'basis']} label={say('field.basis')}>
        <Input.TextArea rows={2} maxLength={5000} />
      </Form.Item>
    </>
  );
}

function Indicators() {
  const { say } = useMessages();
  const required = [{ required: true, message: say('form.required') }];
  return (
    <Form.List name={['technology', 'indicators']}>
      {(rows, { add, remove }) => (
        <fieldset className={styles.indicators}>
          <legend>{say('field.indicators')}</legend>
          {rows.map(({ key, name }) => (
            <div key={key} className={styles.indicator}>
              <Form.Item name={[name, 'name']} rules={required}>
                <Input placeholder={say('need.indicator')} aria-label={say('need.indicator')} />
              </Form.Item>
              <Form.Item name={[name, 'now']}>
                <Input placeholder={say('need.now')} aria-label={say('need.now')} />
              </Form.Item>
              <Form.Item name={[name, 'wanted']} rules={required}>
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
  );
}
