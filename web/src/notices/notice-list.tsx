import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { post } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { Loaded } from '../ui/loaded';
import { Nothing } from '../ui/nothing';
import { useMoment } from '../ui/time';
import { addressOf } from './address';
import styles from './notices.module.css';
import { noticesQuery } from './queries';

/** What the reader was told, the latest first; opening one marks it as read. */
export function NoticeList() {
  const { say } = useMessages();
  const moment = useMoment();
  const client = useQueryClient();
  const query = useQuery(noticesQuery);
  const read = useMutation({
    mutationFn: (ids?: string[]) => post('/notices/read', { ids }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['notices'] }),
  });
  return (
    <Loaded query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <Nothing why={say('notices.none')} />
        ) : (
          <>
            <Button
              disabled={items.every(({ readAt }) => readAt !== null)}
              onClick={() => read.mutate(undefined)}
            >
              {say('notices.readAll')}
            </Button>
            <ul className={styles.list}>
              {items.map((notice) => (
                <li key={notice.id}>
                  <Link
                    to={addressOf(notice)}
                    className={notice.readAt === null ? styles.fresh : undefined}
                    onClick={() => notice.readAt === null && read.mutate([notice.id])}
                  >
                    {notice.text}
                  </Link>
                  <small>{moment(notice.createdAt)}</small>
                </li>
              ))}
            </ul>
          </>
        )
      }
    </Loaded>
  );
}
