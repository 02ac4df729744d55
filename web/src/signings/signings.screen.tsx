import type { Page as PageOf } from '@server/common/page';
import type { SigningSummary } from '@server/signings/signing.view';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { get } from '../api/http';
import type { SigningSearch } from '../app/searches';
import { useMessages } from '../i18n/use-messages';
import { parksQuery } from '../review/queries';
import { useUser } from '../session/session';
import { type Column, DataTable } from '../ui/data-table';
import { Failure } from '../ui/failure';
import { Filters } from '../ui/filters';
import { Nothing } from '../ui/nothing';
import { Page } from '../ui/page';
import { PageSkeleton } from '../ui/page-skeleton';
import { SampleBadge } from '../ui/sample-badge';
import { useDay } from '../ui/time';
import { filterOf } from '../views/saved-views';
import { ViewsMenu } from '../views/views-menu';
import { useWords } from '../vocabulary/vocabularies';
import listStyles from '../records/record-list.module.css';
import { RECORDERS } from './actions';
import { StateTag } from './state-tag';

const route = getRouteApi('/shell/signings');
const STAFF = new Set(['manager', 'auditor', 'park-lead', 'officer']);

export function SigningsScreen() {
  const { say } = useMessages();
  const { label, options } = useWords();
  const { role } = useUser();
  const day = useDay();
  const search = route.useSearch();
  const { data: parks = [] } = useQuery(parksQuery);
  const navigate = useNavigate();
  const query = useInfiniteQuery({
    queryKey: ['signings', 'list', search],
    queryFn: ({ pageParam, signal }) =>
      get<PageOf<SigningSummary>>('/signings', {
        signal,
        query: { ...search, limit: 50, cursor: pageParam },
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const change = (next: SigningSearch) =>
    void navigate({ to: '/signings', search: { ...search, ...next }, replace: true });
  const columns: Column<SigningSummary>[] = [
    { key: 'code', title: say('field.code'), width: 130, render: ({ code }) => code },
    {
      key: 'title',
      title: say('field.name'),
      onCard: 'heading',
      render: ({ id, title, sampleSet }) => (
        <span lang="">
          <Link to="/signings/$id" params={{ id }}>
            {title}
          </Link>{' '}
          <SampleBadge set={sampleSet} />
        </span>
      ),
    },
    { key: 'kind', title: say('field.kind'), width: 90, render: ({ kind }) => label('signing-kinds', kind) },
    { key: 'level', title: say('signing.level'), width: 110, render: ({ level }) => label('levels', level) },
    { key: 'park', title: say('field.park'), width: 80, render: ({ park }) => park },
    {
      key: 'contractOn',
      title: say('signing.contractOn'),
      width: 120,
      render: ({ contractOn }) => day(contractOn),
    },
    {
      key: 'state',
      title: say('field.status'),
      width: 120,
      render: ({ state, voidedAt }) => (voidedAt ? say('signings.void') : <StateTag state={state} />),
    },
  ];
  return (
    <Page
      title={say('nav.signings')}
      actions={
        <>
          {STAFF.has(role) && (
            <Link to="/signings/conflicts">
              <Button tabIndex={-1}>{say('signings.conflicts')}</Button>
            </Link>
          )}
          {RECORDERS.has(role) && (
            <>
              <Link to="/signings/roster">
                <Button tabIndex={-1}>{say('signings.newRoster')}</Button>
              </Link>
              <Link to="/signings/new">
                <Button type="primary" tabIndex={-1}>
                  {say('signing.new')}
                </Button>
              </Link>
            </>
          )}
        </>
      }
    >
      <Filters
        search={
          <Input.Search
            key={search.q}
            allowClear
            defaultValue={search.q}
            placeholder={say('signing.search')}
            aria-label={say('signing.search')}
            onSearch={(q) => change({ q: q || undefined })}
          />
        }
        set={Object.keys(filterOf({ ...search, q: undefined })).length}
      >
        <Select
          allowClear
          placeholder={say('field.status')}
          aria-label={say('field.status')}
          value={search.state}
          options={options('confirmation-states')}
          onChange={(state?: string) => change({ state })}
          popupMatchSelectWidth={false}
        />
        <Select
          allowClear
          placeholder={say('field.kind')}
          aria-label={say('field.kind')}
          value={search.kind}
          options={options('signing-kinds')}
          onChange={(kind?: string) => change({ kind })}
        />
        <Select
          allowClear
          placeholder={say('field.park')}
          aria-label={say('field.park')}
          value={search.park}
          options={parks.map(({ code }) => ({ value: code, label: code }))}
          onChange={(park?: string) => change({ park })}
        />
        {Object.values(search).some((value) => value !== undefined) && (
          <Link to="/signings" search={{}}>
            {say('list.clear')}
          </Link>
        )}
        <ViewsMenu list="signings" search={search} />
      </Filters>
      {query.error && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <PageSkeleton />}
      {query.data && rows.length === 0 && <Nothing why={say('signing.none')} />}
      {rows.length > 0 && <DataTable name={say('nav.signings')} columns={columns} rows={rows} />}
      {query.hasNextPage && (
        <div className={listStyles.more}>
          <Button onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>
            {say('list.more')}
          </Button>
        </div>
      )}
    </Page>
  );
}
