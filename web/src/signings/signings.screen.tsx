import type { Page as PageOf } from '@server/common/page';
import type { SigningSummary } from '@server/signings/signing.view';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { get } from '../api/http';
import type { SigningSearch } from '../app/searches';
import { useMessages } from '../i18n/use-messages';
import { parksQuery } from '../review/queries';
import { useUser } from '../session/session';
import { type Column, DataTable } from '../ui/data-table';
import { ListPages } from '../ui/list-pages';
import { Nothing } from '../ui/nothing';
import { Page } from '../ui/page';
import { SampleBadge } from '../ui/sample-badge';
import { useDay } from '../ui/time';
import { ListHead } from '../views/list-head';
import { useWords } from '../vocabulary/vocabularies';
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
      <ListHead
        list="signings"
        search={search}
        placeholder={say('signing.search')}
        filters={[
          { field: 'state', label: say('field.status'), options: options('confirmation-states') },
          { field: 'kind', label: say('field.kind'), options: options('signing-kinds') },
          {
            field: 'park',
            label: say('field.park'),
            options: parks.map(({ code }) => ({ value: code, label: code })),
          },
        ]}
        onChange={change}
        onClear={() => void navigate({ to: '/signings', search: {} })}
      />
      <ListPages query={query} count={rows.length} nothing={<Nothing why={say('signing.none')} />}>
        <DataTable name={say('nav.signings')} columns={columns} rows={rows} />
      </ListPages>
    </Page>
  );
}
