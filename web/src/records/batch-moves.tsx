import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { post } from '../api/http';
import { sentenceOf } from '../i18n/sentence-of';
import { useMessages } from '../i18n/use-messages';
import { type AnyRecord, type Kind, titleOf } from './kinds';
import styles from './record-list.module.css';

/** What several records can be put through at once; the last two are asked about first. */
const MOVES = ['accept', 'publish', 'withdraw', 'archive'] as const;
type Move = (typeof MOVES)[number];

interface Props {
  kind: Kind;
  records: readonly AnyRecord[];
  onDone: () => void;
}
interface Outcome {
  move: Move;
  done: number;
  failed: { id: string; title: string; detail: string }[];
}

/** Moves the chosen records one by one and says of each that was refused why. */
export function BatchMoves({ kind, records, onDone }: Props) {
  const { say } = useMessages();
  const client = useQueryClient();
  const [busy, setBusy] = useState<Move>();
  const [outcome, setOutcome] = useState<Outcome>();
  const ready = (move: Move) => records.filter(({ moves }) => moves.includes(move));
  const act = async (move: Move) => {
    setBusy(move);
    const failed: Outcome['failed'] = [];
    for (const record of ready(move)) {
      try {
        await post(`/${kind}/${record.id}/${move}`, undefined, { version: record.version });
      } catch (error) {
        const detail = sentenceOf(error, say);
        failed.push({ id: record.id, title: titleOf(record), detail });
      }
    }
    setOutcome({ move, done: ready(move).length - failed.length, failed });
    setBusy(undefined);
    onDone();
    await client.invalidateQueries({ queryKey: [kind] });
  };
  const button = (move: Move, onClick?: () => void) => (
    <Button
      key={move}
      type={move === 'publish' ? 'primary' : 'default'}
      size="small"
      disabled={ready(move).length === 0 || busy !== undefined}
      loading={busy === move}
      onClick={onClick}
    >
      {say(`records.batch.${move}`, { count: ready(move).length })}
    </Button>
  );
  return (
    <div aria-live="polite">
      {records.length > 0 && (
        <div className={styles.batch}>
          <span>{say('list.chosen', { count: records.length })}</span>
          {MOVES.map((move) =>
            move === 'accept' || move === 'publish' ? (
              button(move, () => void act(move))
            ) : (
              <Popconfirm
                key={move}
                title={say('records.batchSure', { count: ready(move).length })}
                okText={say('action.confirm')}
                cancelText={say('action.cancel')}
                disabled={ready(move).length === 0}
                onConfirm={() => void act(move)}
              >
                {button(move)}
              </Popconfirm>
            ),
          )}
          <Button type="text" size="small" onClick={onDone}>
            {say('records.chooseNone')}
          </Button>
        </div>
      )}
      {outcome && (
        <Alert
          className={styles.batch}
          type={outcome.failed.length > 0 ? 'warning' : 'success'}
          closable={{ onClose: () => setOutcome(undefined), 'aria-label': say('action.close') }}
          title={say(`records.batchDone.${outcome.move}`, { count: outcome.done })}
          description={outcome.failed.map(({ id, title, detail }) => (
            <div key={id}>{say('review.refusedRow', { title, detail })}</div>
          ))}
        />
      )}
    </div>
  );
}
