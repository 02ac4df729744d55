import { ArrowLeftOutlined } from '@ant-design/icons';
import type { ShortlistView } from '@server/matching/shortlists/shortlist.schema';
import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { RefObject } from 'react';
import { useMessages } from '../i18n/use-messages';
import { Loaded } from '../ui/loaded';
import { pointsText } from './bars';
import { useCardTitle } from './card-title';
import { Explanation } from './explanation';
import { explanationQuery } from './queries';
import { type Row, type Stage, stageOf } from './rows';
import { StageTag } from './stage-tag';
import styles from './candidate-panel.module.css';

interface Props {
  list: ShortlistView;
  row: Row;
  /** How many rows the buttons act on. */
  count: number;
  note: string;
  noteField: RefObject<HTMLTextAreaElement | null>;
  onNote: (text: string) => void;
  onSaveNote: () => void;
  onBack: () => void;
  onDecide: (to: Stage) => void;
  onDecline: () => void;
  onShare: () => void;
  onMove: () => void;
  onUndo: () => void;
  onHelp: () => void;
  onCompare: (() => void) | undefined;
}

export function CandidatePanel({ list, row, count, note, noteField, ...act }: Props) {
  const { say } = useMessages();
  const query = useQuery(explanationQuery(list.pairKind, list.demand.id, row.supply.id));
  const { supply, match } = row;
  const titleOf = useCardTitle();
  return (
    <>
      <div className={styles.head}>
        <Button
          className={styles.back}
          type="text"
          size="small"
          icon={<ArrowLeftOutlined />}
          onClick={act.onBack}
        >
          {say('review.backToList')}
        </Button>
        <div className={styles.name}>
          <h2 lang="">{titleOf(supply)}</h2>
          <div className={styles.facts}>
            <Link
              to={supply.kind === 'project' ? '/projects/$id' : '/talents/$id'}
              params={{ id: supply.id }}
            >
              {supply.code}
            </Link>
            <StageTag stage={stageOf(row)} />
            {match?.id && (
              <Link to="/matches/$id" params={{ id: match.id }}>
                {say('review.openMatch')}
              </Link>
            )}
          </div>
        </div>
        <div className={styles.score}>
          {row.fit === null ? (
            <strong>{pointsText(row.score)}</strong>
          ) : (
            <>
              <strong title={say('matches.fitMeans')}>{say('matches.fit', { fit: row.fit / 100 })}</strong>
              <span>{say('matches.score', { score: pointsText(row.score) })}</span>
            </>
          )}
          <small>{say('review.medianOf', { points: pointsText(list.median) })}</small>
        </div>
      </div>
      <div className={`${styles.actions} no-print`} role="toolbar" aria-label={say('review.actions')}>
        <Button type="primary" onClick={() => act.onDecide('shortlisted')}>
          {say('review.do.shortlist', { count })} <kbd>A</kbd>
        </Button>
        <Button onClick={act.onShare} disabled={count > 1 || row.sharing.why !== null}>
          {say('review.do.share')} <kbd>⇧A</kbd>
        </Button>
        <Button onClick={() => act.onDecide('on-hold')}>
          {say('review.do.hold', { count })} <kbd>S</kbd>
        </Button>
        <Button onClick={act.onDecline}>
          {say('review.do.decline', { count })} <kbd>R</kbd>
        </Button>
        <Button onClick={act.onMove} disabled={!match}>
          {say('review.do.move')} <kbd>M</kbd>
        </Button>
        {act.onCompare && (
          <Button onClick={act.onCompare}>
            {say('review.do.compare')} <kbd>C</kbd>
          </Button>
        )}
        <Button type="text" onClick={act.onUndo}>
          {say('review.do.undo')} <kbd>Z</kbd>
        </Button>
        <Button type="text" onClick={act.onHelp} aria-label={say('keys.title')}>
          <kbd>?</kbd>
        </Button>
      </div>
      <SharingOutlook outlook={row.sharing} />
      <div className={`${styles.noting} no-print`}>
        <textarea
          ref={noteField}
          className={styles.note}
          rows={note.length > 60 ? 3 : 1}
          value={note}
          maxLength={2000}
          placeholder={say('review.note')}
          aria-label={say('review.note')}
          onChange={(event) => act.onNote(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') event.currentTarget.blur();
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) act.onSaveNote();
          }}
        />
        {note.trim() !== '' && <Button onClick={act.onSaveNote}>{say('matches.noteSave')}</Button>}
      </div>
      <Loaded query={query}>
        {(explanation) => <Explanation explanation={explanation} medians={list.medianParts} />}
      </Loaded>
    </>
  );
}

/** Whether the person agreed to be shown, and what else stands in the way of sharing. */
function SharingOutlook({ outlook: { why, consent } }: { outlook: Row['sharing'] }) {
  const { say } = useMessages();
  if (why !== null) return <p className={styles.outlook}>{say(`matches.sharing.${why}`)}</p>;
  if (consent === null) return null;
  return (
    <p className={styles.outlook} data-consent={consent}>
      {say(consent === 'missing' ? 'matches.sharingAnonymous' : `matches.consent.${consent}`)}
    </p>
  );
}
