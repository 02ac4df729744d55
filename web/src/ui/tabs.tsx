import type { ReactNode } from 'react';
import styles from './tabs.module.css';

/** Links to the parts of a screen; the one that is open has `aria-current="page"`. On a telephone they scroll. */
export function Tabs({ name, children }: { name: string; children: ReactNode }) {
  return (
    <nav className={styles.tabs} aria-label={name}>
      {children}
    </nav>
  );
}
