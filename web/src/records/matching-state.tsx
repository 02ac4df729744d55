import type { PairKind } from '@server/taxonomy/match.vocabulary';
import { Link } from '@tanstack/react-router';
import { Progress } from 'antd';
import { useMessages } from '../i18n/use-messages';
import { useShortlistEvents } from '../review/shortlist-events';
import { useMoment } from '../ui/time';
import { useWords } from '../vocabulary/vocabularies';
import styles from './record-detail.module.css';

/** How far the matching of one's own need is, as it happens: how many were found, not who; officers recommend of them. */
export function MatchingState({ pairKind, demandId }: { pairKind: PairKind; demandId: string }) {
  const { say } = useMessages();
  const { label } = useWords();
  const moment = useMoment();
  const { state, isBlocked } = useShortlistEvents(pairKind, demandId);
  if (!state && !isBlocked) return null;
  return (
    <div className={styles.screening} role="status">
      <strong>{label('pair-kinds', pairKind)}</strong>
      {isBlocked ? (
        <span>{say('matches.own.blocked')}</span>
      ) : state?.updatedAt ? (
        <>
          <span>{say('matches.own.found', { count: state.entries })}</span>
          <small>{moment(state.updatedAt)}</small>
          <Link to="/shares">{say('nav.shares')}</Link>
        </>
      ) : (
        <>
          <span>{say('matches.own.matching')}</span>
          <Progress percent={50} showInfo={false} status="active" aria-label={say('matches.own.matching')} />
        </>
      )}
    </div>
  );
}
