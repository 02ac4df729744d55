import { type ReactNode, useEffect } from 'react';
import { useMessages } from '../i18n/use-messages';
import styles from './page.module.css';

interface Props {
  title: string;
  /** Small remarks beside the title. */
  aside?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** A page: its heading, what can be done with it as a whole, and its content. */
export function Page({ title, aside, actions, children }: Props) {
  const { say } = useMessages();
  useEffect(() => {
    document.title = `${title} · ${say('app.name')}`;
  }, [title, say]);
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <h1>{title}</h1>
        {aside}
        {actions && <div className={`${styles.actions} no-print`}>{actions}</div>}
      </div>
      {children}
    </div>
  );
}
