import type { PrefillView } from '@server/needs/prefill.schema';
import { App, Button, Form } from 'antd';
import { useState } from 'react';
import { post } from '../../api/http';
import { sentenceOf } from '../../i18n/sentence-of';
import { useMessages } from '../../i18n/use-messages';
import { type Draft, isEmpty } from './drafts';
import { filled } from './filled';
import styles from '../../ui/form.module.css';

/** Reads pasted text into the fields that are still empty, and shows the words each was found in. */
export function Prefill({ isNew, onFilled }: { isNew: boolean; onFilled: () => void }) {
  const { say } = useMessages();
  const { message } = App.useApp();
  const form = Form.useFormInstance<Draft>();
  const text = (Form.useWatch('text', form) as string | undefined) ?? '';
  const [found, setFound] = useState<PrefillView['found']>();
  const [isBusy, setBusy] = useState(false);
  const read = async () => {
    setBusy(true);
    try {
      const view = await post<PrefillView>('/needs/prefill', { text });
      form.setFieldsValue(filled(form.getFieldsValue(true) as Draft, view, isNew));
      setFound(view.found);
      onFilled();
    } catch (error) {
      void message.error(sentenceOf(error, say));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={styles.prefill}>
      <Button size="small" loading={isBusy} disabled={isEmpty(text.trim())} onClick={() => void read()}>
        {say('records.prefill')}
      </Button>
      <span aria-live="polite">
        {found &&
          (found.length === 0
            ? say('records.prefillNothing')
            : say('records.prefilled', {
                words: found.map(({ passage }) => passage).join(say('list.separator')),
              }))}
      </span>
    </div>
  );
}
