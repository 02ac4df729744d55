import { useWords } from '../vocabulary/vocabularies';
import styles from './state-tag.module.css';

/** How far the confirmation of a signing is. */
export function StateTag({ state }: { state: string }) {
  const { label } = useWords();
  return (
    <span className={styles.tag} data-state={state}>
      {label('confirmation-states', state)}
    </span>
  );
}
