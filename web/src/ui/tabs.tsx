import { useLocation } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import styles from './tabs.module.css';

/** Before the tab that is open, so that one sees there are others. In px. */
const OTHERS_SHOWN = 80;

/**
 * Links to the parts of a screen; the one that is open has `aria-current="page"`. On a telephone they scroll, as far as
 * the one that is open.
 */
export function Tabs({ name, children }: { name: string; children: ReactNode }) {
  const row = useRef<HTMLElement>(null);
  const address = useLocation({ select: ({ href }) => href });
  useEffect(() => {
    const open = row.current?.querySelector<HTMLElement>('[aria-current="page"]');
    if (row.current && open) row.current.scrollLeft = open.offsetLeft - row.current.offsetLeft - OTHERS_SHOWN;
  }, [address]);
  return (
    <nav ref={row} className={`${styles.tabs} no-print`} aria-label={name}>
      {children}
    </nav>
  );
}
