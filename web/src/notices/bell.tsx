import { BellOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useMessages } from '../i18n/use-messages';
import styles from './notices.module.css';
import { unreadQuery } from './queries';

const MOST_SHOWN = 99;

/** How much the reader has not read, and the way there. */
export function Bell() {
  const { say } = useMessages();
  const { data } = useQuery(unreadQuery);
  const unread = data?.unread ?? 0;
  return (
    <Link
      to="/notices"
      className={styles.bell}
      title={unread > 0 ? say('notices.unread', { count: unread }) : say('notices.title')}
      aria-label={unread > 0 ? say('notices.unread', { count: unread }) : say('notices.title')}
    >
      <BellOutlined aria-hidden />
      {unread > 0 && <span className={styles.count}>{unread > MOST_SHOWN ? `${MOST_SHOWN}+` : unread}</span>}
    </Link>
  );
}
