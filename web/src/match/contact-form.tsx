import type { ContactMethod, ContactResult } from '@server/taxonomy/contact.vocabulary';
import type { MatchView } from '@server/matching/review/match.view';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Select } from 'antd';
import { useState } from 'react';
import { post } from '../api/http';
import { sentenceOf } from '../i18n/sentence-of';
import { useMessages } from '../i18n/use-messages';
import { useWords } from '../vocabulary/vocabularies';
import styles from './match.module.css';

/** Logs a call or visit; what is typed stays until the server has it. */
export function ContactForm({ match }: { match: MatchView }) {
  const { say } = useMessages();
  const { options } = useWords();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [how, setHow] = useState<ContactMethod>('phone');
  const [result, setResult] = useState<ContactResult>();
  const [nextOn, setNextOn] = useState('');
  const [note, setNote] = useState('');
  const record = async () => {
    try {
      await post(`/matches/${match.id}/contacts`, {
        how,
        result,
        nextOn: nextOn || undefined,
        note: note.trim() || undefined,
      });
      setResult(undefined);
      setNextOn('');
      setNote('');
      await client.invalidateQueries({ queryKey: ['matches', match.id] });
    } catch (error) {
      void message.error(sentenceOf(error, say));
    }
  };
  return (
    <section className={`${styles.card} no-print`}>
      <h2>{say('match.contact')}</h2>
      <div className={styles.form}>
        <Select<ContactMethod>
          aria-label={say('match.how')}
          value={how}
          options={options('contact-methods')}
          onChange={setHow}
        />
        <Select<ContactResult>
          aria-label={say('match.result')}
          placeholder={say('match.result')}
          value={result}
          options={options('contact-results')}
          onChange={setResult}
        />
        <label>
          {say('match.next')}{' '}
          <Input type="date" value={nextOn} onChange={(event) => setNextOn(event.target.value)} />
        </label>
        <Input.TextArea
          rows={2}
          maxLength={2000}
          placeholder={say('match.note')}
          aria-label={say('match.note')}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <Button disabled={!result} onClick={() => void record()}>
          {say('match.record')}
        </Button>
      </div>
    </section>
  );
}
