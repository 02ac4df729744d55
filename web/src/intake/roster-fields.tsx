import type { AttachmentView } from '@server/attachments/attachment.schema';
import type { Choices } from '@server/intake/imports/import.schema';
import { Input, Select } from 'antd';
import { useState } from 'react';
import { post } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { useWords } from '../vocabulary/vocabularies';
import { useAttempt } from './use-attempt';
import styles from './intake.module.css';

type Roster = NonNullable<Choices['roster']>;

/** The one signing that a roster becomes: its title and its sealed scan. */
export function RosterFields({ onChange }: { onChange: (roster: Roster | undefined) => void }) {
  const { say } = useMessages();
  const { options } = useWords();
  const attempt = useAttempt();
  const [fields, setFields] = useState({
    title: '',
    attachment: '',
    datedOn: '',
    particulars: [] as Roster['scan']['particulars'],
  });
  const change = (next: Partial<typeof fields>) => {
    const now = { ...fields, ...next };
    setFields(now);
    const { title, ...scan } = now;
    const isComplete = title.trim() !== '' && scan.attachment !== '' && scan.datedOn !== '';
    onChange(isComplete ? { title: title.trim(), tier: 'skilled-worker', onSite: false, scan } : undefined);
  };
  const upload = (file: File | undefined) =>
    file &&
    attempt(async () => {
      const form = new FormData();
      form.append('file', file);
      form.append('personal', 'true');
      change({ attachment: (await post<AttachmentView>('/attachments', form)).id });
    });
  return (
    <div className={styles.fields}>
      <label>
        {say('intake.rosterTitle')}
        <Input
          value={fields.title}
          maxLength={300}
          onChange={(event) => change({ title: event.target.value })}
        />
      </label>
      <label>
        {say('intake.rosterScan')}
        <input type="file" onChange={(event) => void upload(event.target.files?.[0])} />
      </label>
      <label>
        {say('paper.datedOn')}
        <Input
          type="date"
          value={fields.datedOn}
          onChange={(event) => change({ datedOn: event.target.value })}
        />
      </label>
      <label>
        {say('paper.particulars')}
        <Select
          mode="multiple"
          aria-label={say('paper.particulars')}
          value={fields.particulars}
          options={options('particulars')}
          onChange={(particulars: Roster['scan']['particulars']) => change({ particulars })}
        />
      </label>
    </div>
  );
}
