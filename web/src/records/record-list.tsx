import { Link, useNavigate } from '@tanstack/react-router';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { RecordSearch } from '../app/searches';
import { useMessages } from '../i18n/use-messages';
import { parksQuery } from '../review/queries';
import { useUser } from '../session/session';
import { type Column, DataTable } from '../ui/data-table';
import { ListPages } from '../ui/list-pages';
import { Nothing } from '../ui/nothing';
import { Page } from '../ui/page';
import { SampleBadge } from '../ui/sample-badge';
import { useDay } from '../ui/time';
import { type ListFilter, ListHead } from '../views/list-head';
import { filterOf } from '../views/saved-views';
import { useWords } from '../vocabulary/vocabularies';
import { BatchMoves } from './batch-moves';
import { type AnyRecord, FILTERS, type Kind } from './kinds';
import { useRecordTitle } from './profile-title';
import { recordsQuery } from './records-query';
import { AnswerDue } from './screening';
import { StatusTag } from './status-tag';

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
  const clear = () => void navigate({ to: `/${kind}`, search: {} });
  const filters: ListFilter[] = [
    { field: 'status', label: say('field.status'), options: words.options('need-statuses') },
    ...FILTERS[kind].map(([field, vocabulary, label]) => ({
      field,
      label: say(label),
      options: words.options(vocabulary),
    })),
    {
      field: 'park',
      label: say('field.park'),
      options: parks.map(({ code, name }) => ({
        value: code,
        label: name === code ? code : `${code} ${name}`,
      })),
    },
    {
      field: 'screening',
      label: say('screening.filter'),
      options: SCREENING.map((value) => ({ value, label: say(`screening.state.${value}`) })),
    },
    { field: 'tag', label: say('field.tags'), options: words.options('industry-tags') },
    {
      field: 'sort',
      label: say('records.sort'),
      options: SORTS.map((value) => ({ value, label: say(`records.sort.${value}`) })),
    },
  ];
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
      <ListHead
        list={kind}
        search={search}
        placeholder={say('records.search')}
        filters={filters}
        onChange={change}
        onClear={clear}
      />
      <BatchMoves
        kind={kind}
        records={rows.filter(({ id }) => chosen.has(id))}
        onDone={() => setChosen(new Set())}
      />
      <ListPages
        query={query}
        count={rows.length}
        nothing={
          Object.keys(filterOf(search)).length > 0 ? (
            <Nothing why={say('list.nothing')} next={<Button onClick={clear}>{say('list.clear')}</Button>} />
          ) : (
            <Nothing
              why={say(`records.none.${kind}`)}
              next={
                mayPublish && (
                  <Link to="/imports" search={{}}>
                    {say('nav.imports')}
                  </Link>
                )
              }
            />
          )
        }
      >
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
      </ListPages>
    </Page>
  );
}
