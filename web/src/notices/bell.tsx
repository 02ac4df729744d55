import { BellOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useMessages } from '../i18n/use-messages';
import styles from './notices.module.css';
import { unreadQuery } from './queries';

/** How much the reader has not read, and the way there. */
export function Bell() {
  const { say } = useMessages();
  const { data } = useQuery(unreadQuery);
  const unread = data?.unread ?? 0;
  return (
    <Link to="/notices" className={styles.bell} title={say('notices.title')}>
      <BellOutlined aria-hidden />
      <span className={unread > 0 ? styles.count : styles.hidden}>
        {unread > 0 ? say('notices.unread', { count: unread }) : say('notices.title')}
      </span>
    </Link>
  );
}
