import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { post } from '../api/http';
import { isRequestFailed } from '../api/problem';
import { useMessages } from '../i18n/use-messages';
import { type AnyRecord, type Kind, titleOf } from './kinds';
import styles from './record-list.module.css';

interface Props {
  kind: Kind;
  records: readonly AnyRecord[];
  onDone: () => void;
}
interface Outcome {
  done: number;
  failed: { title: string; detail: string }[];
}

/** Publishes the chosen records one by one and says of each that was refused why. */
export function BatchPublish({ kind, records, onDone }: Props) {
  const { say } = useMessages();
  const client = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();
  const ready = records.filter(({ moves }) => moves.includes('publish'));
  const publish = async () => {
    setBusy(true);
    const failed: Outcome['failed'] = [];
    for (const record of ready) {
      try {
        await post(`/${kind}/${record.id}/publish`, undefined, { version: record.version });
      } catch (error) {
        failed.push({
          title: titleOf(record),
          detail: isRequestFailed(error) ? error.message : say('problem.unknown'),
        });
      }
    }
    setOutcome({ done: ready.length - failed.length, failed });
    setBusy(false);
    onDone();
    await client.invalidateQueries({ queryKey: [kind] });
  };
  return (
    <div aria-live="polite">
      {records.length > 0 && (
        <div className={styles.batch}>
          <span>{say('list.chosen', { count: records.length })}</span>
          <Button
            type="primary"
            size="small"
            disabled={ready.length === 0}
            loading={isBusy}
            onClick={() => void publish()}
          >
            {say('list.publish', { count: ready.length })}
          </Button>
        </div>
      )}
      {outcome && (
        <Alert
          className={styles.batch}
          type={outcome.failed.length > 0 ? 'warning' : 'success'}
          closable={{ onClose: () => setOutcome(undefined), 'aria-label': say('action.close') }}
          title={say('list.published', { count: outcome.done })}
          description={outcome.failed.map(({ title, detail }) => (
            <div key={title}>{say('review.refusedRow', { title, detail })}</div>
          ))}
        />
      )}
    </div>
  );
}
