import type { AttachmentView } from '@server/attachments/attachment.schema';
import type { Choices } from '@server/intake/imports/import.schema';
import { Input, Select } from 'antd';
import { useState } from 'react';
import { post } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { useWords } from '../vocabulary/vocabularies';
import { FileField } from '../ui/file-field';
import { useAct } from '../ui/use-act';
import styles from './intake.module.css';

type Roster = NonNullable<Choices['roster']>;

/** The one signing that a roster becomes: its title and its sealed scan. */
export function RosterFields({ onChange }: { onChange: (roster: Roster | undefined) => void }) {
  const { say } = useMessages();
  const { options } = useWords();
  const { act } = useAct();
  const [file, setFile] = useState<File>();
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
  const upload = (chosen: File) =>
    act(async () => {
      const form = new FormData();
      form.append('file', chosen);
      form.append('personal', 'true');
      const { id } = await post<AttachmentView>('/attachments', form);
      setFile(chosen);
      change({ attachment: id });
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
      <FileField label={say('intake.rosterScan')} file={file} onChoose={(chosen) => void upload(chosen)} />
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
