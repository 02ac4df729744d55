import type { AttachmentView } from '@server/attachments/attachment.schema';
import type { Choices } from '@server/intake/imports/import.schema';
import { Input, Select } from 'antd';
import { useState } from 'react';
import { post } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { FileField } from '../ui/file-field';
import { useAct } from '../ui/use-act';
import styles from './intake.module.css';

type People = NonNullable<Choices['people']>;
const BASES = ['signed', 'employer-undertaking', 'public-source', 'none'] as const;

/** Whose list of people it is and on what ground it may be used: 来源单位, 授权方式, and the paper. */
export function PeopleFields({
  value,
  onChange,
}: {
  value: People | undefined;
  onChange: (people: People | undefined) => void;
}) {
  const { say } = useMessages();
  const { act } = useAct();
  const [file, setFile] = useState<File>();
  const [source, setSource] = useState(value?.source ?? '');
  const [basis, setBasis] = useState<(typeof BASES)[number] | undefined>(
    value ? (value.basis ?? 'none') : undefined,
  );
  const [document, setDocument] = useState(value?.document);
  const tell = (next: { source?: string; basis?: (typeof BASES)[number]; document?: string }) => {
    const now = { source, basis, document, ...next };
    onChange(
      now.source.trim() === '' || now.basis === undefined
        ? undefined
        : {
            source: now.source.trim(),
            basis: now.basis === 'none' ? null : now.basis,
            document: now.document,
          },
    );
  };
  const upload = (chosen: File) =>
    act(async () => {
      const form = new FormData();
      form.append('file', chosen);
      form.append('personal', 'true');
      const { id } = await post<AttachmentView>('/attachments', form);
      setFile(chosen);
      setDocument(id);
      tell({ document: id });
    });
  return (
    <div className={styles.fields}>
      <label>
        {say('intake.source')}
        <Input
          value={source}
          maxLength={200}
          onChange={(event) => {
            setSource(event.target.value);
            tell({ source: event.target.value });
          }}
        />
      </label>
      <label>
        {say('intake.basis')}
        <Select
          aria-label={say('intake.basis')}
          value={basis}
          options={BASES.map((code) => ({ value: code, label: say(`intake.basis.${code}`) }))}
          onChange={(next) => {
            setBasis(next);
            tell({ basis: next });
          }}
          popupMatchSelectWidth={false}
        />
      </label>
      <FileField label={say('intake.basisPaper')} file={file} onChoose={(chosen) => void upload(chosen)} />
    </div>
  );
}
