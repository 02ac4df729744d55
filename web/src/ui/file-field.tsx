import { PaperClipOutlined } from '@ant-design/icons';
import { useMessages } from '../i18n/use-messages';
import styles from './file-field.module.css';

interface Props {
  label: string;
  accept?: string;
  /** The one that is chosen; kept by whoever sends it. */
  file: File | undefined;
  onChoose: (file: File) => void;
}

/** A file, chosen or dropped on the field; the browser's own input lies over it unseen, so keys and drops reach that. */
export function FileField({ label, accept, file, onChoose }: Props) {
  const { say } = useMessages();
  return (
    <label className={styles.field}>
      <span>{label}</span>
      <span className={styles.box} data-filled={file !== undefined}>
        <PaperClipOutlined aria-hidden />
        <bdi title={file?.name}>{file ? file.name : say('file.choose')}</bdi>
        <input
          type="file"
          accept={accept}
          onChange={(event) => {
            const [chosen] = event.target.files ?? [];
            if (chosen) onChoose(chosen);
            // The same file can be chosen again after it was sent.
            event.target.value = '';
          }}
        />
      </span>
    </label>
  );
}
