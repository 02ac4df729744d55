import type { ImportRowView, ImportView, RowPage } from '@server/intake/imports/import.schema';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { get } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { Failure } from '../ui/failure';
import { Nothing } from '../ui/nothing';
import { PageSkeleton } from '../ui/page-skeleton';
import { countOf, firstTab, ROW_TABS, type RowTab } from './import-state';
import { ImportRow } from './import-row';
import styles from './intake.module.css';

const TABS = Object.keys(ROW_TABS) as RowTab[];

/** The rows of a list, by what is to become or became of them. */
export function ImportRows({ list }: { list: ImportView }) {
  const { say } = useMessages();
  const [chosen, setChosen] = useState<RowTab>();
  const tab = chosen ?? firstTab(list);
  const query = useInfiniteQuery({
    queryKey: ['imports', list.id, 'rows', tab, list.state],
    queryFn: ({ pageParam, signal }) =>
      get<RowPage>(`/imports/${list.id}/rows`, {
        signal,
        query: { state: ROW_TABS[tab].join(','), after: pageParam, limit: 50 },
      }),
    initialPageParam: 0,
    getNextPageParam: (last) => last.next ?? undefined,
  });
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section aria-label={say('intake.rows')}>
      <div className={styles.tabs} role="group" aria-label={say('intake.rows')}>
        {TABS.map((key) => (
          <Button
            key={key}
            size="small"
            type={key === tab ? 'primary' : 'default'}
            aria-pressed={key === tab}
            onClick={() => setChosen(key)}
          >
            {say(`intake.tab.${key}`, { count: countOf(list, key) })}
          </Button>
        ))}
      </div>
      {query.error && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <PageSkeleton />}
      {query.data && rows.length === 0 && <Nothing why={say('intake.noRows')} />}
      {rows.length > 0 && <Rows list={list} rows={rows} />}
      {query.hasNextPage && (
        <Button onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>
          {say('list.more')}
        </Button>
      )}
    </section>
  );
}

function Rows({ list, rows }: { list: ImportView; rows: readonly ImportRowView[] }) {
  return (
    <ol className={styles.rows}>
      {rows.map((row) => (
        <ImportRow key={row.row} list={list} row={row} />
      ))}
    </ol>
  );
}
