import { Input } from 'antd';
import { useMessages } from '../i18n/use-messages';
import { Field } from '../ui/field';

export interface PersonDraft {
  name: string;
  post: string;
  phone: string;
}

export const NOBODY: PersonDraft = { name: '', post: '', phone: '' };

/** What is sent of it; undefined while there is no name. */
export function personOf(draft: PersonDraft): { name: string; post?: string; phone?: string } | undefined {
  const name = draft.name.trim();
  return name === ''
    ? undefined
    : { name, post: draft.post.trim() || undefined, phone: draft.phone.trim() || undefined };
}

interface Props {
  value: PersonDraft;
  /** The person types about themselves, so the browser may offer what it knows of them. */
  isSelf?: boolean;
  onChange: (value: PersonDraft) => void;
}

/** Who comes: name, post and telephone. */
export function PersonFields({ value, isSelf = false, onChange }: Props) {
  const { say } = useMessages();
  const field = (name: keyof PersonDraft, label: string, most: number, fill: string) => (
    <Field label={label} wide>
      {(id) => (
        <Input
          id={id}
          type={name === 'phone' ? 'tel' : 'text'}
          autoComplete={isSelf ? fill : 'off'}
          maxLength={most}
          value={value[name]}
          onChange={(event) => onChange({ ...value, [name]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <>
      {field('name', say('events.name'), 100, 'name')}
      {field('post', say('field.post'), 100, 'organization-title')}
      {field('phone', say('events.phone'), 20, 'tel')}
    </>
  );
}
