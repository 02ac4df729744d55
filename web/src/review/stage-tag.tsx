import { useWords } from '../vocabulary/vocabularies';
import styles from './stage-tag.module.css';

/** A match's stage; the words say it, the colour only helps. */
export function StageTag({ stage, label }: { stage: string; label?: string }) {
  const words = useWords();
  return (
    <span className={styles.tag} data-stage={stage}>
      {label ?? words.label('match-stages', stage)}
    </span>
  );
}
