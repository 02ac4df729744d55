import { Form, Segmented, Select } from 'antd';
import { useMessages } from '../../i18n/use-messages';
import { useWords } from '../../vocabulary/vocabularies';
import { HiringFields } from './hiring-fields';
import { TechnologyFields } from './technology-fields';

const CRITERIA = {
  technology: ['budget', 'trl', 'mode', 'city'],
  hiring: ['education', 'degree', 'field', 'skillLevel', 'title', 'years', 'city', 'engagement', 'pay'],
} as const;

/** What a need says beside its text; the kind of one that is there stays. */
export function NeedKind({ isNew }: { isNew: boolean }) {
  const { say } = useMessages();
  const { options } = useWords();
  return (
    <Form.Item name="kind" label={say('field.kind')} hidden={!isNew}>
      <Segmented options={options('need-kinds')} />
    </Form.Item>
  );
}

export function NeedFields({ kind }: { kind: 'technology' | 'hiring' }) {
  const { say } = useMessages();
  const { options } = useWords();
  const fitting: readonly string[] = CRITERIA[kind];
  return (
    <>
      {kind === 'hiring' ? <HiringFields /> : <TechnologyFields />}
      <Form.Item name="must" label={say('field.must')} extra={say('need.mustHint')}>
        <Select
          mode="multiple"
          options={options('criteria').filter(({ value }) => fitting.includes(value))}
        />
      </Form.Item>
    </>
  );
}
