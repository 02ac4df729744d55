import type { CreditPage, TargetProgress } from '@server/plan/progress/progress.schema';
import { Link, useNavigate } from '@tanstack/react-router';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { get } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { Failure } from '../ui/failure';
import { Nothing } from '../ui/nothing';
import { useDay } from '../ui/time';
import { useWords } from '../vocabulary/vocabularies';
import styles from './targets.module.css';

/** The signings behind a target's number, each with the papers that prove it. */
export function TargetSignings({ plan, target }: { plan: string; target: TargetProgress | undefined }) {
  const { say } = useMessages();
  const { label } = useWords();
  const day = useDay();
  const navigate = useNavigate();
  const query = useInfiniteQuery({
    queryKey: ['plans', plan, 'signings', target?.code],
    queryFn: ({ pageParam, signal }) =>
      get<CreditPage>(`/plans/${plan}/targets/${target?.code}/signings`, {
        signal,
        query: { cursor: pageParam },
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    enabled: target !== undefined,
  });
  const credits = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const total = query.data?.pages[0]?.total ?? 0;
  return (
    <Drawer
      open
      title={target?.name}
      size="min(680px, 100vw)"
      onClose={() => void navigate({ to: '/targets', search: {}, resetScroll: false })}
    >
      {query.error && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && (
        <p className={styles.totals}>{say('targets.total', { total, listed: credits.length })}</p>
      )}
      {query.data && total === 0 && <Nothing why={say('targets.nothingYet')} />}
      <ol className={styles.credits}>
        {credits.map(({ id, subject, signing, signingId, level, reachedOn, park, region, documents }) => (
          <li key={id}>
            <Link to="/signings/$id" params={{ id: signingId }} lang="">
              {signing?.title ?? subject.name ?? say('targets.otherPark')}
            </Link>
            <div>
              {[
                signing?.code,
                subject.name,
                label('count-levels', level),
                day(reachedOn),
                park,
                label('regions', region),
              ]
                .filter(Boolean)
                .join(' · ')}
            </div>
            <small>
              {documents
                .map(({ kind, number }) => [label('document-kinds', kind), number].filter(Boolean).join(' '))
                .join(say('list.separator'))}
            </small>
          </li>
        ))}
      </ol>
      {query.hasNextPage && <Button onClick={() => void query.fetchNextPage()}>{say('list.more')}</Button>}
    </Drawer>
  );
}
