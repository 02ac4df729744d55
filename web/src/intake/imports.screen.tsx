import type { Page as PageOf } from '@server/common/page';
import type { ImportView } from '@server/intake/imports/import.schema';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { get } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { type Column, DataTable } from '../ui/data-table';
import { Failure } from '../ui/failure';
import { Nothing } from '../ui/nothing';
import { Page } from '../ui/page';
import { PageSkeleton } from '../ui/page-skeleton';
import { useMoment } from '../ui/time';
import { UploadForm } from './upload-form';
import styles from './intake.module.css';

const route = getRouteApi('/shell/imports');

/** Lists brought in: a new one, and those before. */
export function ImportsScreen() {
  const { say } = useMessages();
  const moment = useMoment();
  const navigate = useNavigate();
  const { kind = 'technology-needs' } = route.useSearch();
  const query = useInfiniteQuery({
    queryKey: ['imports'],
    queryFn: ({ pageParam, signal }) =>
      get<PageOf<ImportView>>('/imports', { signal, query: { cursor: pageParam, limit: 20 } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const columns: Column<ImportView>[] = [
    {
      key: 'file',
      title: say('intake.file'),
      render: ({ id, fileName }) => (
        <Link to="/imports/$id" params={{ id }} lang="">
          {fileName}
        </Link>
      ),
    },
    { key: 'kind', title: say('intake.kind'), width: 150, render: (list) => say(`intake.kind.${list.kind}`) },
    { key: 'park', title: say('field.park'), width: 80, render: ({ park }) => park },
    {
      key: 'state',
      title: say('field.status'),
      width: 110,
      render: ({ state }) => say(`intake.state.${state}`),
    },
    {
      key: 'rows',
      title: say('intake.result'),
      width: 260,
      render: (list) => say('intake.resultLine', resultOf(list)),
    },
    { key: 'at', title: say('intake.at'), width: 150, render: ({ createdAt }) => moment(createdAt) },
  ];
  return (
    <Page title={say('nav.imports')}>
      <UploadForm
        kind={kind}
        onKind={(next) => void navigate({ to: '/imports', search: { kind: next }, replace: true })}
      />
      <h2 className={styles.heading}>{say('intake.before')}</h2>
      {query.error && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <PageSkeleton />}
      {query.data && rows.length === 0 && <Nothing why={say('intake.none')} />}
      {rows.length > 0 && <DataTable name={say('intake.before')} columns={columns} rows={rows} />}
      {query.hasNextPage && (
        <Button onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>
          {say('list.more')}
        </Button>
      )}
    </Page>
  );
}

const resultOf = ({ counts }: ImportView) => ({
  created: counts.created ?? 0,
  changed: (counts.updated ?? 0) + (counts.merged ?? 0),
  open: (counts.doubtful ?? 0) + (counts.failed ?? 0),
});
