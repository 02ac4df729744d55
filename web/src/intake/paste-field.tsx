import { Input } from 'antd';
import { useEffect } from 'react';
import { useMessages } from '../i18n/use-messages';
import { tableTextOf } from './clipboard-table';
import { isTable, type Rows, widthOf } from './pasted-table';
import styles from './intake.module.css';

interface Props {
  text: string;
  /** The text as it is understood. */
  rows: Rows;
  onText: (text: string) => void;
}

/** Where a table copied in a spreadsheet is pasted, and looked at before it is sent. */
export function PasteField({ text, rows, onText }: Props) {
  const { say } = useMessages();
  return (
    <div className={styles.paste}>
      <Input.TextArea
        autoFocus={text === ''}
        aria-label={say('intake.paste')}
        placeholder={say('intake.pasteHere')}
        wrap="off"
        value={text}
        onChange={({ target }) => onText(target.value)}
        onPaste={(event) => {
          if (event.currentTarget.value !== '') return;
          event.preventDefault();
          onText(tableTextOf(event.clipboardData));
        }}
      />
      <p className={styles.hint} aria-live="polite">
        {isTable(rows) && say('intake.pasted', { rows: rows.length, columns: widthOf(rows) })}
        {!isTable(rows) && text !== '' && say('intake.pastedNone')}
      </p>
    </div>
  );
}

/** Takes a table that is pasted while no field has the focus. */
export function usePastedTable(onText: (text: string) => void): void {
  useEffect(() => {
    const take = (event: ClipboardEvent) => {
      const isInField =
        event.target instanceof Element && event.target.closest('input, textarea, [contenteditable]');
      if (isInField || !event.clipboardData) return;
      const text = tableTextOf(event.clipboardData);
      if (text.includes('\t')) onText(text);
    };
    document.addEventListener('paste', take);
    return () => document.removeEventListener('paste', take);
  }, [onText]);
}
