import type { AuditChainView, AuditEntryView } from '@server/identity/audit/audit.schema';
import type { Page as PageOf } from '@server/common/page';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { get } from '../api/http';
import type { AuditSearch } from '../app/searches';
import { useMessages } from '../i18n/use-messages';
import { wordFor } from '../i18n/word-for';
import { type Column, DataTable } from '../ui/data-table';
import { Failure } from '../ui/failure';
import { Filters } from '../ui/filters';
import { ListPages } from '../ui/list-pages';
import { Nothing } from '../ui/nothing';
import { Page } from '../ui/page';
import { useMoment } from '../ui/time';
import { useWords } from '../vocabulary/vocabularies';
import { filterOf } from '../views/saved-views';
import { ViewsMenu } from '../views/views-menu';
import { detailWords } from './detail-words';
import styles from './audit.module.css';

const route = getRouteApi('/shell/audit');
const WORDS = ['action', 'subjectKind'] as const;
const DAYS = ['from', 'to'] as const;

/** Who did what: filtered, page by page, with the state of its hash chain. */
export function AuditScreen() {
  const { say } = useMessages();
  const { label } = useWords();
  const moment = useMoment();
  const navigate = useNavigate();
  const search = route.useSearch();
  const query = useInfiniteQuery({
    queryKey: ['audit', search],
    queryFn: ({ pageParam, signal }) =>
      get<PageOf<AuditEntryView>>('/audit', { signal, query: { ...search, limit: 50, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const change = (next: AuditSearch) =>
    void navigate({ to: '/audit', search: { ...search, ...next }, replace: true });
  const roleOf = (role: AuditEntryView['actorRole']) =>
    role === 'system' || role === 'worker' ? say(`audit.${role}`) : say(`role.${role}`);
  const columns: Column<AuditEntryView>[] = [
    { key: 'at', title: say('audit.at'), width: 190, render: ({ at }) => moment(at) },
    {
      key: 'actor',
      title: say('audit.actor'),
      width: 170,
      render: ({ actorUserId, actorLogin, actorRole }) =>
        actorUserId === null ? (
          roleOf(actorRole)
        ) : (
          <>
            <Link to="/audit" search={{ ...search, actorUserId }}>
              {actorLogin ?? say('audit.gone')}
            </Link>
            <small className={styles.role}>{roleOf(actorRole)}</small>
          </>
        ),
    },
    {
      key: 'action',
      title: say('audit.action'),
      width: 190,
      render: ({ action }) => (
        <Link to="/audit" search={{ ...search, action }} title={action}>
          {wordFor('audit.act', action, say)}
        </Link>
      ),
    },
    {
      key: 'subject',
      title: say('audit.subject'),
      render: ({ subjectKind, subjectId }) => (
        <>
          {wordFor('audit.kind', subjectKind, say)}{' '}
          {subjectId && (
            <Link to="/audit" search={{ ...search, subjectKind, subjectId }}>
              <code>{subjectId.slice(-12)}</code>
            </Link>
          )}
        </>
      ),
    },
    {
      key: 'detail',
      title: say('audit.detail'),
      render: ({ detail }) => {
        const words = detailWords(detail, say, label);
        return words && <small className={styles.detail}>{words}</small>;
      },
    },
  ];
  return (
    <Page title={say('nav.audit')}>
      <Chain />
      <Filters set={Object.keys(filterOf(search)).length}>
        {WORDS.map((field) => (
          <Input.Search
            key={`${field} ${search[field] ?? ''}`}
            allowClear
            defaultValue={search[field]}
            placeholder={say(`audit.${field}`)}
            aria-label={say(`audit.${field}`)}
            onSearch={(value) => change({ [field]: value.trim() || undefined })}
          />
        ))}
        {DAYS.map((field) => (
          <label key={field}>
            {say(`audit.${field}`)}
            <Input
              type="date"
              value={search[field] ?? ''}
              onChange={(event) => change({ [field]: event.target.value || undefined })}
            />
          </label>
        ))}
        {Object.values(search).some((value) => value !== undefined) && (
          <Link to="/audit" search={{}}>
            {say('list.clear')}
          </Link>
        )}
        <ViewsMenu list="audit" search={search} />
      </Filters>
      <ListPages query={query} count={rows.length} nothing={<Nothing why={say('audit.none')} />}>
        <DataTable name={say('nav.audit')} columns={columns} rows={rows} />
      </ListPages>
    </Page>
  );
}

/** Whether the log is as it was written; asked for, because it walks all of it. */
function Chain() {
  const { say } = useMessages();
  const query = useQuery({
    queryKey: ['audit', 'chain'],
    queryFn: ({ signal }) => get<AuditChainView>('/audit/chain', { signal }),
    enabled: false,
  });
  const { data } = query;
  const check = (
    <Button size="small" loading={query.isFetching} onClick={() => void query.refetch()}>
      {say('audit.verify')}
    </Button>
  );
  if (query.error) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  if (!data)
    return <Alert className={styles.chain} type="info" title={say('audit.notVerified')} action={check} />;
  return (
    <Alert
      className={styles.chain}
      type={data.sound ? 'success' : 'error'}
      showIcon
      role="status"
      title={
        data.sound
          ? say('audit.sound', { count: data.position })
          : say('audit.broken', {
              position: data.position,
              fault: data.fault && say(`audit.fault.${data.fault}`),
            })
      }
      description={
        data.hash && <code className={styles.detail}>{say('audit.head', { hash: data.hash })}</code>
      }
      action={check}
    />
  );
}
