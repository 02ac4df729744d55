import { Form, Input, InputNumber, Select } from 'antd';
import { useMessages } from '../i18n/use-messages';
import { useWords } from '../vocabulary/vocabularies';
import styles from './need-form.module.css';

/** What a hiring need asks of people; pay is typed in 万元 a year. */
export function HiringFields() {
  const { say } = useMessages();
  const { options } = useWords();
  const required = [{ required: true, message: say('form.required') }];
  const choice = (name: string, label: string, vocabulary: string, rules?: typeof required) => (
    <Form.Item name={['hiring', name]} label={label} rules={rules}>
      <Select allowClear={!rules} options={options(vocabulary)} />
    </Form.Item>
  );
  return (
    <div className={styles.grid}>
      <Form.Item name={['hiring', 'headcount']} label={say('field.headcount')} rules={required}>
        <InputNumber min={1} max={10_000} precision={0} />
      </Form.Item>
      {choice('tier', say('field.tier'), 'talent-tiers', required)}
      {choice('education', say('field.education'), 'educations')}
      {choice('degree', say('field.degree'), 'degrees')}
      <Form.Item name={['hiring', 'fields']} label={say('field.field')}>
        <Select mode="tags" tokenSeparators={['、', '，', ',', ';', '；']} open={false} suffixIcon={null} />
      </Form.Item>
      {choice('skillLevel', say('field.skillLevel'), 'skill-levels')}
      {choice('title', say('field.title'), 'titles')}
      <Form.Item name={['hiring', 'minYears']} label={say('field.years')}>
        <InputNumber min={0} max={60} precision={0} />
      </Form.Item>
      <Form.Item name={['hiring', 'city']} label={say('field.city')}>
        <Input maxLength={50} />
      </Form.Item>
      <Form.Item name={['hiring', 'engagement']} label={say('field.engagement')} rules={required}>
        <Select mode="multiple" options={options('engagements')} />
      </Form.Item>
      <Form.Item name={['hiring', 'payMin']} label={say('need.payMin')}>
        <InputNumber min={0} />
      </Form.Item>
      <Form.Item name={['hiring', 'payMax']} label={say('need.payMax')}>
        <InputNumber min={0} />
      </Form.Item>
      <Form.Item name={['hiring', 'arrivalBy']} label={say('field.arrivalBy')}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name={['hiring', 'benefits']} label={say('field.benefits')}>
        <Input maxLength={2000} />
      </Form.Item>
    </div>
  );
}
