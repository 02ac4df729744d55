import { Checkbox } from 'antd';
import { useEffect, useRef } from 'react';
import { useMessages } from '../i18n/use-messages';
import { Nothing } from '../ui/nothing';
import { pointsText } from './bars';
import { type Row, stageOf } from './rows';
import { StageTag } from './stage-tag';
import styles from './candidate-list.module.css';

interface Props {
  rows: readonly Row[];
  current: string | undefined;
  chosen: ReadonlySet<string>;
  parkCode: (id: string | null) => string;
  onOpen: (id: string) => void;
  onChoose: (id: string) => void;
}

export function CandidateList({ rows, current, chosen, parkCode, onOpen, onChoose }: Props) {
  const { say } = useMessages();
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-current=true]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  if (rows.length === 0) return <Nothing why={say('review.noRows')} />;
  return (
    <ol ref={list} className={styles.list} aria-label={say('review.candidates')}>
      {rows.map((row) => {
        const { supply } = row;
        const isCurrent = supply.id === current;
        return (
          <li key={supply.id} className={styles.row} data-current={isCurrent} data-stage={stageOf(row)}>
            <Checkbox
              checked={chosen.has(supply.id)}
              onChange={() => onChoose(supply.id)}
              aria-label={say('review.choose', { title: supply.title })}
            />
            <button
              type="button"
              className={styles.open}
              aria-current={isCurrent}
              onClick={() => onOpen(supply.id)}
            >
              <span className={styles.title}>{supply.title}</span>
              <span className={styles.facts}>
                <span>{say('review.rank', { rank: row.rank })}</span>
                <span>{parkCode(supply.parkId)}</span>
                {row.outdated && <span>{say('review.edited')}</span>}
                {row.changedSinceDeclined && <span>{say('review.changedSinceDeclined')}</span>}
                {row.protection && (
                  <span>{say('review.protected', { park: parkCode(row.protection.parkId) })}</span>
                )}
              </span>
            </button>
            <span className={styles.standing}>
              <span className={styles.score}>{pointsText(row.score)}</span>
              {row.match && <StageTag stage={stageOf(row)} />}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
