import type { CreditPage, CreditView, TargetProgress } from '@server/plan/progress/progress.schema';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Drawer, Select } from 'antd';
import { get } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { Failure } from '../ui/failure';
import { Nothing } from '../ui/nothing';
import { PageSkeleton } from '../ui/page-skeleton';
import { useDay } from '../ui/time';
import { useWords } from '../vocabulary/vocabularies';
import { BurnUp } from './burn-up';
import type { TargetForecast } from './forecast';
import styles from './targets.module.css';

const route = getRouteApi('/shell/targets');

interface Props {
  plan: string;
  code: string;
  target: TargetProgress | undefined;
  outlook: TargetForecast | undefined;
}

/** A number opened: its curve, and the signings behind it down to the papers that prove each. */
export function TargetDrawer({ plan, code, target, outlook }: Props) {
  const { say } = useMessages();
  const navigate = useNavigate();
  const search = route.useSearch();
  const close = () =>
    void navigate({
      to: '/targets',
      search: { ...search, target: undefined, level: undefined },
      resetScroll: false,
    });
  return (
    <Drawer
      open
      title={target ? <span lang="">{target.name}</span> : code}
      size="min(760px, 100vw)"
      onClose={close}
    >
      {target ? (
        <>
          <BurnUp plan={plan} target={code} asOf={search.asOf} outlook={outlook} />
          <Evidence plan={plan} target={target} asOf={search.asOf} level={search.level} />
        </>
      ) : (
        <Nothing why={say('goals.unknownTarget', { code })} />
      )}
    </Drawer>
  );
}

interface EvidenceProps {
  plan: string;
  target: TargetProgress;
  asOf: string | undefined;
  level: string | undefined;
}

function Evidence({ plan, target, asOf, level }: EvidenceProps) {
  const { say } = useMessages();
  const { label } = useWords();
  const navigate = useNavigate();
  const query = useInfiniteQuery({
    queryKey: ['plans', plan, 'signings', target.code, level, asOf],
    queryFn: ({ pageParam, signal }) =>
      get<CreditPage>(`/plans/${plan}/targets/${target.code}/signings`, {
        signal,
        query: { cursor: pageParam, asOf, level },
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
  const credits = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const total = query.data?.pages[0]?.total ?? 0;
  const levels = [...new Set(['signed', 'landed', target.countAt])];
  return (
    <section>
      <div className={styles.evidenceHead}>
        <h3>{say('goals.evidence')}</h3>
        <Select
          className="no-print"
          aria-label={say('goals.levelOf')}
          value={level ?? ''}
          options={[
            { value: '', label: say('goals.level.all') },
            ...levels.map((value) => ({ value, label: label('count-levels', value) })),
          ]}
          onChange={(next) =>
            void navigate({
              to: '/targets',
              search: (now) => ({ ...now, level: next || undefined }),
              replace: true,
              resetScroll: false,
            })
          }
          popupMatchSelectWidth={false}
        />
      </div>
      {query.error && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <PageSkeleton />}
      {query.data && (
        <p className={styles.totals}>{say('targets.total', { total, listed: credits.length })}</p>
      )}
      {query.data && total === 0 && <Nothing why={say('targets.nothingYet')} />}
      <ol className={styles.credits}>
        {credits.map((credit) => (
          <Credit key={credit.id} credit={credit} />
        ))}
      </ol>
      {query.hasNextPage && (
        <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {say('list.more')}
        </Button>
      )}
    </section>
  );
}

function Credit({ credit }: { credit: CreditView }) {
  const { say } = useMessages();
  const { label } = useWords();
  const day = useDay();
  const { subject, signing, signingId, level, reachedOn, activity, park, region, documents } = credit;
  const name = signing?.title ?? subject.name ?? say('targets.otherPark');
  return (
    <li>
      {signing ? (
        <Link to="/signings/$id" params={{ id: signingId }} lang="">
          {name}
        </Link>
      ) : (
        <span>{name}</span>
      )}
      <div>
        {[
          signing?.code,
          subject.name !== name && subject.name,
          `${label('count-levels', level)} ${day(reachedOn)}`,
          say('goals.activity', { number: activity }),
          park,
          label('regions', region),
        ]
          .filter(Boolean)
          .join(' · ')}
      </div>
      {documents.length === 0 ? (
        <small>{say('goals.noPapers')}</small>
      ) : (
        <ul className={styles.proof} aria-label={say('goals.listed')}>
          {documents.map(({ id, kind, number, attachment, datedOn }) => (
            <li key={id}>
              <a href={`/api/v1/attachments/${attachment}`} download>
                {label('document-kinds', kind)}
              </a>{' '}
              {[number, day(datedOn)].filter(Boolean).join(' · ')}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
