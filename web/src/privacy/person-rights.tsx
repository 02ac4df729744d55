import { useMutation } from '@tanstack/react-query';
import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { post } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import styles from '../records/person-panel.module.css';
import { useUser } from '../session/session';
import { Failure } from '../ui/failure';

interface Props {
  personId: string;
  onErased: () => void;
}

type Asked = 'review' | 'erase';

/** What a person can have of their data: a copy, a human's look, to be taken out. */
export function PersonRights({ personId, onErased }: Props) {
  const { say } = useMessages();
  const { role } = useUser();
  const { message } = App.useApp();
  const [asked, setAsked] = useState<Asked>();
  const [words, setWords] = useState('');
  const close = () => {
    setAsked(undefined);
    setWords('');
  };
  const act = useMutation({
    mutationFn: (what: Asked) =>
      what === 'erase'
        ? post(`/persons/${personId}/erase`, { reason: words.trim() })
        : post(`/persons/${personId}/review-requests`, { concern: words.trim() }),
    onSuccess: (_answer, what) => {
      void message.success(say(`privacy.${what}Done`));
      close();
      if (what === 'erase') onErased();
    },
  });
  return (
    <section className={styles.part}>
      <h3>{say('privacy.title')}</h3>
      <div className={styles.reveal}>
        <Button href={`/api/v1/persons/${personId}/copy`} download={`${personId}.json`}>
          {say('privacy.copy')}
        </Button>
        <Button onClick={() => setAsked('review')}>{say('privacy.review')}</Button>
        {(role === 'manager' || role === 'talent') && (
          <Button danger onClick={() => setAsked('erase')}>
            {say('privacy.erase')}
          </Button>
        )}
      </div>
      <Modal
        open={asked !== undefined}
        title={asked && say(`privacy.${asked}`)}
        okText={asked && say(`privacy.${asked}`)}
        okButtonProps={{ danger: asked === 'erase', disabled: words.trim() === '', loading: act.isPending }}
        onOk={() => asked && act.mutate(asked)}
        onCancel={close}
      >
        {asked && <p>{say(`privacy.${asked}Why`)}</p>}
        <Input.TextArea
          value={words}
          rows={3}
          maxLength={asked === 'erase' ? 200 : 2000}
          aria-label={asked && say(`privacy.${asked}Words`)}
          onChange={(event) => setWords(event.target.value)}
        />
        {act.error && <Failure error={act.error} />}
      </Modal>
    </section>
  );
}
