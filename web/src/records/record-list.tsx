import { Link, useNavigate } from '@tanstack/react-router';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import type { RecordSearch } from '../app/searches';
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
import { BatchMoves } from './batch-moves';
import { type AnyRecord, FILTERS, type Kind } from './kinds';
import { useRecordTitle } from './profile-title';
import { recordsQuery } from './records-query';
import { AnswerDue } from './screening';
import { StatusTag } from './status-tag';
import styles from './record-list.module.css';

const SCREENING = ['waiting', 'accepted', 'overdue'] as const;
/** Beside the newest first. */
const SORTS = ['updated', 'code', 'answer'] as const;
const PUBLISHERS = new Set(['manager', 'park-lead', 'officer']);

interface Props {
  kind: Kind;
  search: RecordSearch;
  actions?: ReactNode;
}

/** Needs, projects or talents: found, filtered, and several published at once. */
export function RecordList({ kind, search, actions }: Props) {
  const { say } = useMessages();
  const words = useWords();
  const titleOf = useRecordTitle();
  const day = useDay();
  const navigate = useNavigate();
  const { data: parks = [] } = useQuery(parksQuery);
  const query = useInfiniteQuery(recordsQuery(kind, search));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const mayPublish = PUBLISHERS.has(useUser().role);
  const rows: AnyRecord[] = query.data?.pages.flatMap((page): AnyRecord[] => page.items) ?? [];
  const change = (next: RecordSearch) =>
    void navigate({ to: `/${kind}`, search: { ...search, ...next }, replace: true });
  const filter = (field: keyof RecordSearch, label: string, options: { value: string; label: string }[]) => (
    <Select
      key={field}
      allowClear
      placeholder={label}
      aria-label={label}
      value={search[field] as string | undefined}
      options={options}
      showSearch={options.length > 12 ? { optionFilterProp: 'label' } : false}
      popupMatchSelectWidth={false}
      onChange={(value?: string) => change({ [field]: value })}
    />
  );
  const columns: Column<AnyRecord>[] = [
    { key: 'code', title: say('field.code'), width: 130, render: ({ code }) => code },
    {
      key: 'title',
      title: say('field.name'),
      onCard: 'heading',
      render: (record) => (
        <span lang="" title={titleOf(record)}>
          <Link to={`/${kind}/$id`} params={{ id: record.id }}>
            {titleOf(record)}
          </Link>{' '}
          <SampleBadge set={record.sampleSet} />
        </span>
      ),
    },
    {
      key: 'organisation',
      title: say(kind === 'talents' ? 'field.tier' : 'field.organisation'),
      width: 230,
      render: (record) =>
        'tier' in record ? words.label('talent-tiers', record.tier) : (record.organisation?.name ?? ''),
    },
    { key: 'park', title: say('field.park'), width: 80, onCard: 'hidden', render: ({ park }) => park },
    {
      key: 'status',
      title: say('field.status'),
      width: 110,
      render: ({ status }) => <StatusTag status={status} />,
    },
    ...(rows.some(({ screening }) => screening?.daysLeft != null)
      ? [
          {
            key: 'answer',
            title: say('screening.answer'),
            width: 190,
            render: ({ screening }: AnyRecord) => <AnswerDue screening={screening} />,
          },
        ]
      : []),
    {
      key: 'updated',
      title: say('field.updated'),
      width: 120,
      onCard: 'hidden',
      render: ({ updatedAt }) => day(updatedAt),
    },
  ];
  return (
    <Page title={say(`nav.${kind}`)} actions={actions}>
      <Filters
        search={
          <Input.Search
            key={search.q}
            allowClear
            defaultValue={search.q}
            placeholder={say('records.search')}
            aria-label={say('records.search')}
            onSearch={(q) => change({ q: q || undefined })}
          />
        }
        set={Object.keys(filterOf({ ...search, q: undefined })).length}
      >
        {filter('status', say('field.status'), words.options('need-statuses'))}
        {FILTERS[kind].map(([field, vocabulary, label]) =>
          filter(field, say(label), words.options(vocabulary)),
        )}
        {filter(
          'park',
          say('field.park'),
          parks.map(({ code, name }) => ({ value: code, label: name === code ? code : `${code} ${name}` })),
        )}
        {filter(
          'screening',
          say('screening.filter'),
          SCREENING.map((value) => ({ value, label: say(`screening.state.${value}`) })),
        )}
        {filter('tag', say('field.tags'), words.options('industry-tags'))}
        {filter(
          'sort',
          say('records.sort'),
          SORTS.map((value) => ({ value, label: say(`records.sort.${value}`) })),
        )}
        <ViewsMenu list={kind} search={search} />
      </Filters>
      <BatchMoves
        kind={kind}
        records={rows.filter(({ id }) => chosen.has(id))}
        onDone={() => setChosen(new Set())}
      />
      {query.error && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <PageSkeleton />}
      {query.data && rows.length === 0 && (
        <Nothing
          why={say('list.nothing')}
          next={
            <Button onClick={() => void navigate({ to: `/${kind}`, search: {} })}>{say('list.clear')}</Button>
          }
        />
      )}
      {rows.length > 0 && (
        <DataTable
          name={say(`nav.${kind}`)}
          columns={columns}
          rows={rows}
          selection={mayPublish ? { chosen, nameOf: titleOf, onChange: setChosen } : undefined}
          isLong
          onNearEnd={() => {
            if (query.hasNextPage && !query.isFetching && !query.error) void query.fetchNextPage();
          }}
        />
      )}
      <div className={styles.more}>
        {query.hasNextPage ? (
          <Button onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>
            {say('list.more')}
          </Button>
        ) : (
          rows.length > 0 && <span>{say('list.all', { count: rows.length })}</span>
        )}
      </div>
    </Page>
  );
}
