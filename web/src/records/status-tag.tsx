import { useWords } from '../vocabulary/vocabularies';
import styles from './record-list.module.css';

export function StatusTag({ status }: { status: string }) {
  const { label } = useWords();
  return (
    <span className={styles.status} data-status={status}>
      {label('need-statuses', status)}
    </span>
  );
}
