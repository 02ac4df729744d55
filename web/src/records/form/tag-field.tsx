import type { SuggestionView } from '@server/matching/suggestions/suggestion.schema';
import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Form, Select } from 'antd';
import { post } from '../../api/http';
import { useMessages } from '../../i18n/use-messages';
import { useSettled } from '../../ui/use-settled';
import { useWords } from '../../vocabulary/vocabularies';
import styles from '../../ui/form.module.css';

/** Suggestions wait until the writer rests. */
const REST_MS = 700;
const LEAST_TEXT = 12;

interface Props {
  suggests: boolean;
  /** Called for a suggestion that was accepted; the form does not announce values that are set for it. */
  onAccepted: () => void;
}

/** Industry tags; those that the text speaks for stand below as chips, one click each. */
export function TagField({ suggests, onAccepted }: Props) {
  const { say } = useMessages();
  const { options } = useWords();
  return (
    <div className={styles.tags}>
      <Form.Item name="tags" label={say('field.tags')}>
        <Select
          mode="multiple"
          options={options('industry-tags')}
          showSearch={{ optionFilterProp: 'label' }}
          maxCount={50}
        />
      </Form.Item>
      {suggests && <Suggestions onAccepted={onAccepted} />}
    </div>
  );
}

function Suggestions({ onAccepted }: Pick<Props, 'onAccepted'>) {
  const { say } = useMessages();
  const { label } = useWords();
  const form = Form.useFormInstance();
  const text = (Form.useWatch('text', form) as string | undefined) ?? '';
  const title = (Form.useWatch('title', form) as string | undefined) ?? '';
  const chosen = (Form.useWatch('tags', form) as string[] | undefined) ?? [];
  const draft = useSettled(`${title}\n${text}`, REST_MS);
  const { data } = useQuery({
    queryKey: ['tag-suggestions', draft],
    queryFn: ({ signal }) => {
      const [first = '', ...rest] = draft.split('\n');
      return post<SuggestionView>('/tag-suggestions', { title: first, text: rest.join('\n') }, { signal });
    },
    enabled: draft.trim().length >= LEAST_TEXT,
    placeholderData: (before) => before,
    staleTime: Infinity,
  });
  const open = (data?.items ?? []).filter(({ code }) => !chosen.includes(code));
  if (open.length === 0) return null;
  return (
    <div className={styles.suggestions} role="group" aria-label={say('records.suggested')}>
      <span>{say('records.suggested')}</span>
      {open.map(({ code, words }) => (
        <Button
          key={code}
          size="small"
          icon={<PlusOutlined />}
          title={words.map((word) => word.text).join(say('list.separator'))}
          onClick={() => {
            form.setFieldValue('tags', [...chosen, code]);
            onAccepted();
          }}
        >
          {label('industry-tags', code)}
        </Button>
      ))}
    </div>
  );
}
