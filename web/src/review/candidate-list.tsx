import type { ShortlistView } from '@server/matching/shortlists/shortlist.schema';
import { memo, useEffect, useRef } from 'react';
import { useMessages } from '../i18n/use-messages';
import { Nothing } from '../ui/nothing';
import { pointsText } from './bars';
import { useCardTitle } from './card-title';
import { movementOf, type Row, stageOf } from './rows';
import { StageTag } from './stage-tag';
import styles from './candidate-list.module.css';

interface Props {
  list: ShortlistView;
  rows: readonly Row[];
  current: string | undefined;
  chosen: ReadonlySet<string>;
  parkCode: (id: string | null) => string;
  /** Both must work whenever they were made: rows that did not change keep the ones they had. */
  onOpen: (id: string) => void;
  onChoose: (id: string) => void;
}

export function CandidateList({ list: shortlist, rows, current, chosen, parkCode, onOpen, onChoose }: Props) {
  const { say } = useMessages();
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-current=true]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  if (rows.length === 0) return <Nothing why={say('review.noRows')} />;
  return (
    <ol ref={list} aria-label={say('review.candidates')}>
      {rows.map((row) => (
        <Candidate
          key={row.supply.id}
          row={row}
          isCurrent={row.supply.id === current}
          isChosen={chosen.has(row.supply.id)}
          park={parkCode(row.supply.parkId)}
          protector={row.protection && parkCode(row.protection.parkId)}
          movement={movementOf(shortlist, row)}
          onOpen={onOpen}
          onChoose={onChoose}
        />
      ))}
    </ol>
  );
}

interface CandidateProps extends Pick<Props, 'onOpen' | 'onChoose'> {
  row: Row;
  isCurrent: boolean;
  isChosen: boolean;
  park: string;
  protector: string | null;
  movement: ReturnType<typeof movementOf>;
}

const isSame = (a: CandidateProps, b: CandidateProps): boolean =>
  a.row === b.row &&
  a.isCurrent === b.isCurrent &&
  a.isChosen === b.isChosen &&
  a.park === b.park &&
  a.protector === b.protector &&
  a.movement === b.movement;

/** One line of the list; a key redraws two of them, not fifty. */
const Candidate = memo(function Candidate({
  row,
  isCurrent,
  isChosen,
  park,
  protector,
  movement,
  onOpen,
  onChoose,
}: CandidateProps) {
  const { say } = useMessages();
  const { supply } = row;
  const titleOf = useCardTitle();
  return (
    <li className={styles.row} data-current={isCurrent} data-stage={stageOf(row)}>
      <input
        type="checkbox"
        className={styles.check}
        checked={isChosen}
        onChange={() => onChoose(supply.id)}
        aria-label={say('review.choose', { title: titleOf(supply) })}
      />
      <button
        type="button"
        className={styles.open}
        aria-current={isCurrent}
        onClick={() => onOpen(supply.id)}
      >
        <span className={styles.title} lang="">
          {titleOf(supply)}
        </span>
        <span className={styles.facts}>
          <span>{say('review.rank', { rank: row.rank })}</span>
          <span>{park}</span>
          {row.outdated && <span>{say('review.edited')}</span>}
          {movement !== null && <Movement movement={movement} />}
          {row.changedSinceDeclined && (
            <span className={styles.mark}>{say('review.changedSinceDeclined')}</span>
          )}
          {row.sharing.why === 'consent-withdrawn' && (
            <span className={styles.mark}>{say('matches.consent.withdrawn')}</span>
          )}
          {protector !== null && <span>{say('review.protected', { park: protector })}</span>}
        </span>
      </button>
      <span className={styles.standing}>
        <span className={styles.score}>{pointsText(row.score)}</span>
        {row.match && <StageTag stage={stageOf(row)} />}
      </span>
    </li>
  );
}, isSame);

/** Where the row stood before the list last changed. */
function Movement({ movement }: { movement: number | 'new' }) {
  const { say } = useMessages();
  if (movement === 'new') return <span className={styles.mark}>{say('matches.moved.new')}</span>;
  return (
    <span>
      {movement > 0
        ? say('matches.moved.up', { places: movement })
        : say('matches.moved.down', { places: -movement })}
    </span>
  );
}
