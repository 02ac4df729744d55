import type { ReactNode } from 'react';
import styles from './states.module.css';

interface Props {
  /** Why there is nothing. */
  why: string;
  /** What can be done about it. */
  next?: ReactNode;
}

export function Nothing({ why, next }: Props) {
  return (
    <div className={styles.nothing}>
      <p>{why}</p>
      {next}
    </div>
  );
}
