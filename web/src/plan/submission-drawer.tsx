import type { Page as PageOf } from '@server/common/page';
import type { PlanView } from '@server/plan/plan.schema';
import type { SubmissionRowView, SubmissionView } from '@server/plan/submissions/submission.schema';
import { Link, useNavigate } from '@tanstack/react-router';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Drawer, Select } from 'antd';
import { useState } from 'react';
import { get } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { type Column, DataTable } from '../ui/data-table';
import { Failure } from '../ui/failure';
import { Nothing } from '../ui/nothing';
import { PageSkeleton } from '../ui/page-skeleton';
import { useDay, useMoment } from '../ui/time';
import { useWords } from '../vocabulary/vocabularies';
import styles from './plan.module.css';
import layout from '../ui/layout.module.css';

const CHANGES = ['new', 'late', 'withdrawn', 'reported'] as const;

interface Props {
  plan: PlanView;
  submission: SubmissionView | undefined;
}

/** One submission opened: its number for each target, and its rows. */
export function SubmissionDrawer({ plan, submission }: Props) {
  const { say } = useMessages();
  const moment = useMoment();
  const navigate = useNavigate();
  const [change, setChange] = useState<string>();
  const [target, setTarget] = useState<string>();
  if (!submission) return null;
  const { id, period, cutOff, targets } = submission;
  const moved = targets.filter((one) => one.counted > 0 || one.withdrawn > 0);
  return (
    <Drawer
      open
      title={<span lang="">{period}</span>}
      size="min(980px, 100vw)"
      onClose={() =>
        void navigate({ to: '/plan', search: (now) => ({ ...now, at: undefined }), resetScroll: false })
      }
    >
      <p className={layout.hint}>{say('plan.cutOffAt', { at: moment(cutOff) })}</p>
      {moved.length > 0 && (
        <table className={styles.sheet}>
          <thead>
            <tr>
              <th scope="col">{say('targets.target')}</th>
              {(['counted', 'new', 'late', 'withdrawn'] as const).map((figure) => (
                <th key={figure} scope="col">
                  {say(`plan.figure.${figure}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {moved.map(({ code, counted, new: added, late, withdrawn }) => (
              <tr key={code}>
                <th scope="row">
                  {code} <small lang="">{plan.targets.find((one) => one.code === code)?.name}</small>
                </th>
                <td>{counted}</td>
                <td>{added}</td>
                <td>{late}</td>
                <td>{withdrawn}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className={layout.bar}>
        <Select
          allowClear
          className={layout.choose}
          placeholder={say('targets.target')}
          aria-label={say('targets.target')}
          value={target}
          options={moved.map(({ code }) => ({
            value: code,
            label: `${code} ${plan.targets.find((one) => one.code === code)?.name ?? ''}`,
          }))}
          onChange={(code?: string) => setTarget(code)}
        />
        <Select
          allowClear
          placeholder={say('plan.changeKind')}
          aria-label={say('plan.changeKind')}
          value={change}
          options={CHANGES.map((value) => ({ value, label: say(`plan.row.${value}`) }))}
          onChange={(value?: string) => setChange(value)}
          popupMatchSelectWidth={false}
        />
      </div>
      <Rows plan={plan.code} id={id} target={target} change={change} />
    </Drawer>
  );
}

interface RowsProps {
  plan: string;
  id: string;
  target: string | undefined;
  change: string | undefined;
}

function Rows({ plan, id, target, change }: RowsProps) {
  const { say } = useMessages();
  const { label } = useWords();
  const day = useDay();
  const query = useInfiniteQuery({
    queryKey: ['plans', plan, 'submissions', id, 'rows', target, change],
    queryFn: ({ pageParam, signal }) =>
      get<PageOf<SubmissionRowView>>(`/plans/${plan}/submissions/${id}/rows`, {
        signal,
        query: { target, change, cursor: pageParam, limit: 50 },
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    staleTime: Infinity,
  });
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const columns: Column<SubmissionRowView>[] = [
    { key: 'target', title: say('targets.target'), width: 70, render: (row) => row.target },
    {
      key: 'signing',
      title: say('plan.signing'),
      render: ({ signing, signingId }) =>
        signing ? (
          <Link to="/signings/$id" params={{ id: signingId }} lang="">
            {`${signing.code} ${signing.title}`}
          </Link>
        ) : (
          say('targets.otherPark')
        ),
    },
    {
      key: 'change',
      title: say('plan.changeKind'),
      width: 130,
      render: ({ change: kind, reason }) => (
        <span className={styles.change} data-change={kind}>
          {say(`plan.row.${kind}`)}
          {reason && <small lang="">{reason}</small>}
        </span>
      ),
    },
    {
      key: 'level',
      title: say('signing.level'),
      width: 90,
      render: ({ level }) => label('count-levels', level),
    },
    { key: 'reachedOn', title: say('goals.day'), width: 110, render: ({ reachedOn }) => day(reachedOn) },
    { key: 'park', title: say('field.park'), width: 70, render: ({ park }) => park },
    {
      key: 'region',
      title: say('goals.regions'),
      width: 90,
      render: ({ region }) => label('regions', region),
    },
  ];
  return (
    <>
      {query.error && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <PageSkeleton />}
      {query.data && rows.length === 0 && <Nothing why={say('plan.noRows')} />}
      {rows.length > 0 && <DataTable name={say('plan.rows')} columns={columns} rows={rows} />}
      {query.hasNextPage && (
        <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {say('list.more')}
        </Button>
      )}
    </>
  );
}
