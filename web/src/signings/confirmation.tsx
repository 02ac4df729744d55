import type { SigningView } from '@server/signings/signing.view';
import type { DocumentKind } from '@server/taxonomy/document.vocabulary';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Input, Modal } from 'antd';
import { useState } from 'react';
import { post } from '../api/http';
import { isRequestFailed } from '../api/problem';
import { sentenceOf } from '../i18n/sentence-of';
import { useMessages } from '../i18n/use-messages';
import { useUser } from '../session/session';
import { useWords } from '../vocabulary/vocabularies';
import { actionsOf, type Action } from './actions';
import { CreditPreview } from './credit-preview';
import { usePapersFor } from './papers-for';
import styles from './signing.module.css';

/** The step of the confirmation that is the reader's to take. */
export function Confirmation({ signing }: { signing: SigningView }) {
  const { say } = useMessages();
  const { label } = useWords();
  const { message } = App.useApp();
  const { role } = useUser();
  const client = useQueryClient();
  const [asking, setAsking] = useState<Action>();
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState<DocumentKind[]>([]);
  const papersFor = usePapersFor(signing);
  const actions = actionsOf(signing, role);
  if (actions.length === 0) return null;
  const act = async (action: Action) => {
    try {
      const text = note.trim() || undefined;
      const moved = await post<SigningView>(
        `/signings/${signing.id}/${action.path}`,
        action.body(text, missing),
        { version: signing.version },
      );
      client.setQueryData(['signings', signing.id], moved);
      setAsking(undefined);
      setNote('');
      setMissing([]);
      void message.success(say(`signing.done.${action.name}`));
      void client.invalidateQueries({ queryKey: ['signings'] });
      void client.invalidateQueries({ queryKey: ['plans'] });
    } catch (error) {
      void message.error(sentenceOf(error, say));
      if (isRequestFailed(error) && error.isStale)
        void client.invalidateQueries({ queryKey: ['signings', signing.id] });
    }
  };
  return (
    <div className={`${styles.bar} no-print`}>
      <p>{say(`signing.step.${signing.state}`)}</p>
      {actions.map((action, at) => (
        <Button
          key={action.name}
          type={at === 0 && !action.isGrave ? 'primary' : 'default'}
          danger={action.isGrave}
          onClick={() => (action.asks === 'nothing' ? void act(action) : setAsking(action))}
        >
          {say(`signing.do.${action.name}`)}
        </Button>
      ))}
      <Modal
        open={asking !== undefined}
        title={asking && say(`signing.do.${asking.name}`)}
        okText={say('action.confirm')}
        cancelText={say('action.cancel')}
        okButtonProps={{
          danger: asking?.isGrave,
          disabled:
            asking?.asks === 'papers'
              ? missing.length === 0 && note.trim() === ''
              : asking?.asks === 'reason' && note.trim() === '',
        }}
        onOk={() => asking && void act(asking)}
        onCancel={() => setAsking(undefined)}
        destroyOnHidden
      >
        <div className={styles.form}>
          {asking?.name === 'confirm' && <CreditPreview id={signing.id} version={signing.version} />}
          {asking?.isGrave && <p>{say(`signings.grave.${asking.name as 'refuse' | 'revoke' | 'void'}`)}</p>}
          {asking?.asks === 'papers' && (
            <Checkbox.Group
              className={styles.checks}
              options={papersFor.map((kind) => ({ value: kind, label: label('document-kinds', kind) }))}
              value={missing}
              onChange={(kinds) => setMissing(kinds)}
              aria-label={say('signing.missingPapers')}
            />
          )}
          <Input.TextArea
            rows={2}
            maxLength={500}
            placeholder={say('signing.note')}
            aria-label={say('signing.note')}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </div>
      </Modal>
    </div>
  );
}
