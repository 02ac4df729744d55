import type { AttachmentView } from '@server/attachments/attachment.schema';
import type { PaperInput } from '@server/signings/signing.schema';
import { App, Button, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { post } from '../api/http';
import { sentenceOf } from '../i18n/sentence-of';
import { useMessages } from '../i18n/use-messages';
import { FileField } from '../ui/file-field';
import { useWords } from '../vocabulary/vocabularies';
import styles from './signing.module.css';

interface Props {
  /** The only kind that is asked for, where there is but one. */
  only?: PaperInput['kind'];
  /** Called with each paper that is complete and whose file is uploaded. */
  onPaper: (paper: PaperInput) => Promise<void> | void;
}

/** Papers that certify an amount (核定), and papers that hold people's data. */
const CERTIFYING = new Set<PaperInput['kind']>(['contract-registration', 'funds-receipt']);
const PERSONAL = new Set<PaperInput['kind']>(['roster', 'social-insurance', 'payroll-slip']);
const WAN = 10_000;

/** A paper: its file, what it is, its day, and what it carries. */
export function PaperFields({ only, onPaper }: Props) {
  const { say } = useMessages();
  const { options } = useWords();
  const { message } = App.useApp();
  const [file, setFile] = useState<File>();
  const [isBusy, setBusy] = useState(false);
  const [kind, setKind] = useState(only);
  const [datedOn, setDatedOn] = useState('');
  const [number, setNumber] = useState('');
  const [certified, setCertified] = useState<number | null>(null);
  const [particulars, setParticulars] = useState<PaperInput['particulars']>([]);
  const add = async () => {
    if (!file || !kind) return;
    setBusy(true);
    try {
      const form = new FormData();
      form.append('file', file);
      if (PERSONAL.has(kind)) form.append('personal', 'true');
      const { id } = await post<AttachmentView>('/attachments', form);
      await onPaper({
        ...{ kind, attachment: id, datedOn, particulars },
        number: number.trim() || undefined,
        certifiedAmount: CERTIFYING.has(kind) && certified !== null ? Math.round(certified * WAN) : undefined,
      });
      setFile(undefined);
      setKind(only);
      setDatedOn('');
      setNumber('');
      setCertified(null);
      setParticulars([]);
    } catch (error) {
      void message.error(sentenceOf(error, say));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={`${styles.paper} no-print`}>
      <FileField label={say('paper.file')} file={file} onChoose={setFile} />
      {only === undefined && (
        <label>
          {say('paper.kind')}
          <Select
            aria-label={say('paper.kind')}
            value={kind}
            options={options('document-kinds')}
            showSearch={{ optionFilterProp: 'label' }}
            onChange={(value) => setKind(value)}
          />
        </label>
      )}
      <label>
        {say('paper.datedOn')}
        <Input type="date" value={datedOn} onChange={(event) => setDatedOn(event.target.value)} />
      </label>
      <label>
        {say('paper.number')}
        <Input value={number} maxLength={100} onChange={(event) => setNumber(event.target.value)} />
      </label>
      <label>
        {say('paper.particulars')}
        <Select
          mode="multiple"
          aria-label={say('paper.particulars')}
          value={particulars}
          options={options('particulars')}
          onChange={(values) => setParticulars(values)}
        />
      </label>
      {kind !== undefined && CERTIFYING.has(kind) && (
        <label>
          {say('signings.certified')}
          <InputNumber min={0} value={certified} onChange={setCertified} />
        </label>
      )}
      <Button loading={isBusy} disabled={!file || !kind || datedOn === ''} onClick={() => void add()}>
        {say('paper.add')}
      </Button>
    </div>
  );
}
