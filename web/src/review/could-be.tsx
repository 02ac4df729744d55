import { useMessages } from '../i18n/use-messages';
import { pointsText } from './bars';
import styles from './criteria-table.module.css';

/** What the score, and the place in the list, would be if something were otherwise. */
export function CouldBe({ could }: { could: { score: number; rank: number | null } | undefined }) {
  const { say } = useMessages();
  if (!could) return null;
  const score = pointsText(could.score);
  return (
    <small className={styles.couldBe}>
      {could.rank === null
        ? say('matches.couldScore', { score })
        : say('matches.couldRank', { score, rank: could.rank })}
    </small>
  );
}
