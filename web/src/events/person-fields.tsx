import { Input } from 'antd';
import { useMessages } from '../i18n/use-messages';
import { Field } from '../ui/field';

export interface PersonDraft {
  name: string;
  post: string;
  phone: string;
  email: string;
}

export const NOBODY: PersonDraft = { name: '', post: '', phone: '', email: '' };

/** What is sent of it; undefined while there is no name. */
export function personOf(draft: PersonDraft): (Partial<PersonDraft> & { name: string }) | undefined {
  const name = draft.name.trim();
  if (name === '') return undefined;
  const [post, phone, email] = [draft.post, draft.phone, draft.email].map((text) => text.trim() || undefined);
  return { name, post, phone, email };
}

interface Props {
  value: PersonDraft;
  /** The person types about themselves, so the browser may offer what it knows of them. */
  isSelf?: boolean;
  onChange: (value: PersonDraft) => void;
}

/** Who comes: name, post, telephone and mail address. */
export function PersonFields({ value, isSelf = false, onChange }: Props) {
  const { say } = useMessages();
  const field = (name: keyof PersonDraft, label: string, most: number, fill: string) => (
    <Field label={label} wide>
      {(id) => (
        <Input
          id={id}
          type={name === 'phone' ? 'tel' : name === 'email' ? 'email' : 'text'}
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
      {field('email', say('events.email'), 254, 'email')}
    </>
  );
}
