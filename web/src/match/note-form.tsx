import type { MatchView } from '@server/matching/review/match.view';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { post } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { Failure } from '../ui/failure';
import styles from './match.module.css';

/** A remark that moves nothing; what is typed stays until the server has it. */
export function NoteForm({ match }: { match: MatchView }) {
  const { say } = useMessages();
  const client = useQueryClient();
  const [text, setText] = useState('');
  const write = useMutation({
    mutationFn: () =>
      post('/matches/notes', {
        pairKind: match.pairKind,
        demandId: match.demand?.id,
        supplyId: match.supply?.id,
        note: text.trim(),
      }),
    onSuccess: () => {
      setText('');
      return client.invalidateQueries({ queryKey: ['matches', match.id, 'notes'] });
    },
  });
  if (!match.demand || !match.supply) return null;
  return (
    <section className={`${styles.card} no-print`}>
      <h2>{say('matches.noteWritten')}</h2>
      <div className={styles.form}>
        {write.error && <Failure error={write.error} />}
        <Input.TextArea
          rows={2}
          maxLength={2000}
          aria-label={say('matches.noteWritten')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Button disabled={text.trim() === ''} loading={write.isPending} onClick={() => write.mutate()}>
          {say('matches.noteSave')}
        </Button>
      </div>
    </section>
  );
}
