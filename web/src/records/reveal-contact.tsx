import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { post } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { Failure } from '../ui/failure';
import styles from './person-panel.module.css';

/** How somebody is reached, as far as it is known. */
interface Contact {
  name?: string;
  post?: string;
  phone?: string;
  email?: string;
}

/** How a person is reached: shown after a reason was given, which is kept with who looked. */
export function RevealContact({ path }: { path: string }) {
  const { say } = useMessages();
  const [reason, setReason] = useState('');
  const reveal = useMutation({
    mutationFn: () => post<Contact>(path, { reason: reason.trim() }),
  });
  const contact = reveal.data;
  return (
    <section className={styles.part}>
      <h3>{say('records.contact')}</h3>
      {reveal.error && <Failure error={reveal.error} />}
      {contact ? (
        <dl className={styles.contact}>
          {contact.name && (
            <>
              <dt>{say('records.personName')}</dt>
              <dd lang="">{[contact.name, contact.post].filter(Boolean).join(' · ')}</dd>
            </>
          )}
          <dt>{say('records.phone')}</dt>
          <dd>{contact.phone ? <a href={`tel:${contact.phone}`}>{contact.phone}</a> : say('value.none')}</dd>
          <dt>{say('records.email')}</dt>
          <dd>
            {contact.email ? <a href={`mailto:${contact.email}`}>{contact.email}</a> : say('value.none')}
          </dd>
        </dl>
      ) : (
        <form
          className={styles.reveal}
          onSubmit={(event) => {
            event.preventDefault();
            reveal.mutate();
          }}
        >
          <Input
            value={reason}
            maxLength={500}
            aria-label={say('records.revealWhy')}
            placeholder={say('records.revealWhy')}
            onChange={(event) => setReason(event.target.value)}
          />
          <Button htmlType="submit" disabled={reason.trim() === ''} loading={reveal.isPending}>
            {say('records.reveal')}
          </Button>
          <small>{say('records.revealKept')}</small>
        </form>
      )}
    </section>
  );
}
