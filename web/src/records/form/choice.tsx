import { Form, Input, InputNumber, Select } from 'antd';
import type { MessageKey } from '../../i18n/i18n';
import { useMessages } from '../../i18n/use-messages';
import { useWords } from '../../vocabulary/vocabularies';

type Name = string | string[];
interface Props {
  name: Name;
  /** What the field is called. */
  says: MessageKey;
  isRequired?: boolean;
}

const useRules = (isRequired = false) => {
  const { say } = useMessages();
  return isRequired ? [{ required: true, message: say('form.required') }] : undefined;
};

/** One or several terms of a vocabulary. */
export function Choice({
  vocabulary,
  multiple = false,
  ...field
}: Props & { vocabulary: string; multiple?: boolean }) {
  const { say } = useMessages();
  const { options } = useWords();
  const rules = useRules(field.isRequired);
  return (
    <Form.Item name={field.name} label={say(field.says)} rules={rules}>
      <Select
        mode={multiple ? 'multiple' : undefined}
        allowClear={!field.isRequired}
        options={options(vocabulary)}
      />
    </Form.Item>
  );
}

export function Line({ max, ...field }: Props & { max: number }) {
  const { say } = useMessages();
  const rules = useRules(field.isRequired);
  return (
    <Form.Item name={field.name} label={say(field.says)} rules={rules}>
      <Input maxLength={max} />
    </Form.Item>
  );
}

/** Words of the writer's own, each ended by a comma or Enter. */
export function Words({ name, says }: Props) {
  const { say } = useMessages();
  return (
    <Form.Item name={name} label={say(says)}>
      <Select mode="tags" tokenSeparators={['、', '，', ',', ';', '；']} open={false} suffixIcon={null} />
    </Form.Item>
  );
}

export function Count({
  min = 0,
  max,
  isWhole = true,
  ...field
}: Props & { min?: number; max?: number; isWhole?: boolean }) {
  const { say } = useMessages();
  const rules = useRules(field.isRequired);
  return (
    <Form.Item name={field.name} label={say(field.says)} rules={rules}>
      <InputNumber min={min} max={max} precision={isWhole ? 0 : undefined} />
    </Form.Item>
  );
}

export function Day({ name, says }: Props) {
  const { say } = useMessages();
  return (
    <Form.Item name={name} label={say(says)}>
      <Input type="date" />
    </Form.Item>
  );
}
