import { Button, Form, Input, Select, Switch } from 'antd';
import { useMessages } from '../../i18n/use-messages';
import { useWords } from '../../vocabulary/vocabularies';
import { Choice, Count, Line } from './choice';
import styles from '../../ui/form.module.css';

/** What a project says beside its text; money is typed in 万元. */
export function ProjectFields() {
  const { say } = useMessages();
  return (
    <>
      <div className={styles.grid}>
        <Choice name="origin" says="field.origin" vocabulary="project-origins" />
        <Choice name="stage" says="field.stage" vocabulary="project-stages" />
        <Count name="trl" says="field.trl" min={1} max={9} />
        <Choice name="modes" says="field.modes" vocabulary="modes" multiple />
        <Count name="price" says="records.price" isWhole={false} />
        <Count name="investment" says="records.investment" isWhole={false} />
        <Count name="fundingWanted" says="records.fundingWanted" isWhole={false} />
        <Count name="spaceWanted" says="records.spaceWanted" isWhole={false} />
        <Line name="wantedPark" says="records.wantedPark" max={20} />
        <Line name="expertsWanted" says="field.expertsWanted" max={1000} />
        <Form.Item name="industrialisation" label={say('records.industrialisation')} valuePropName="checked">
          <Switch />
        </Form.Item>
      </div>
      <Patents />
    </>
  );
}

function Patents() {
  const { say } = useMessages();
  const { options } = useWords();
  const required = [{ required: true, message: say('form.required') }];
  return (
    <Form.List name="patents">
      {(rows, { add, remove }) => (
        <fieldset className={styles.indicators}>
          <legend>{say('field.patents')}</legend>
          {rows.map(({ key, name }) => (
            <div key={key} className={styles.patent}>
              <Form.Item name={[name, 'kind']} rules={required}>
                <Select
                  options={options('patent-kinds')}
                  placeholder={say('records.patentKind')}
                  aria-label={say('records.patentKind')}
                />
              </Form.Item>
              <Form.Item name={[name, 'number']} rules={required}>
                <Input
                  maxLength={100}
                  placeholder={say('records.patentNumber')}
                  aria-label={say('records.patentNumber')}
                />
              </Form.Item>
              <Button type="text" onClick={() => remove(name)}>
                {say('action.remove')}
              </Button>
            </div>
          ))}
          <Button type="dashed" size="small" onClick={() => add()}>
            {say('records.addPatent')}
          </Button>
        </fieldset>
      )}
    </Form.List>
  );
}
