import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useMessages } from '../i18n/use-messages';
import { Failure } from './failure';
import { PageSkeleton } from './page-skeleton';
import styles from './list-pages.module.css';

interface Props {
  query: UseInfiniteQueryResult;
  /** How many rows have come so far. */
  count: number;
  /** In place of the list where it is empty. */
  nothing: ReactNode;
  /** The rows. */
  children: ReactNode;
}

/** A list that comes page by page: skeleton, rows, and the way to more; a failed page keeps the rows and says so above them. */
export function ListPages({ query, count, nothing, children }: Props) {
  const { say } = useMessages();
  return (
    <>
      {query.error && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <PageSkeleton />}
      {query.isSuccess && count === 0 && nothing}
      {count > 0 && children}
      {count > 0 && (
        <div className={styles.more}>
          {query.hasNextPage ? (
            <Button onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>
              {say('list.more')}
            </Button>
          ) : (
            <span>{say('list.all', { count })}</span>
          )}
        </div>
      )}
    </>
  );
}
