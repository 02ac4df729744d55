import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Failure } from './failure';
import { PageSkeleton } from './page-skeleton';
import styles from './states.module.css';

interface Props<T> {
  query: UseQueryResult<T>;
  children: (data: T) => ReactNode;
  /** In place of the skeleton. */
  loading?: ReactNode;
}

/** One way for all that is fetched: skeleton, then the data; a failed refresh keeps what is shown and says so above it. */
export function Loaded<T>({ query, children, loading }: Props<T>) {
  const { data, error, refetch } = query;
  return (
    <>
      {error && (
        <div className={data === undefined ? styles.alone : styles.failure}>
          <Failure error={error} onRetry={() => void refetch()} />
        </div>
      )}
      {data !== undefined && children(data)}
      {data === undefined && !error && (loading ?? <PageSkeleton />)}
    </>
  );
}
