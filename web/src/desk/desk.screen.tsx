import type { Page as PageOf } from '@server/common/page';
import type { MatchView } from '@server/matching/review/match.view';
import type { NeedView } from '@server/needs/need.view';
import type { SigningSummary } from '@server/signings/signing.view';
import type { ParkView } from '@server/organisations/organisation.schema';
import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { get } from '../api/http';
import type { QueryValue } from '../api/query-string';
import { useMessages } from '../i18n/use-messages';
import { asksIn } from '../records/kinds';
import { AnswerDue } from '../records/screening';
import { parksQuery } from '../review/queries';
import { useCardTitle } from '../review/card-title';
import { StageTag } from '../review/stage-tag';
import { StateTag } from '../signings/state-tag';
import { useUser } from '../session/session';
import { Loaded } from '../ui/loaded';
import { Page } from '../ui/page';
import { dayOf, useDay } from '../ui/time';
import { useWords } from '../vocabulary/vocabularies';
import { FirstSteps } from './first-steps';
import { LaggingTargets } from './lagging-targets';
import { NextMatches } from './next-matches';
import { Resume } from './resume';
import styles from './desk.module.css';

const ROWS = 8;
const NEEDS = 14;
type Query = Record<string, QueryValue>;

const useNeeds = (query: Query) =>
  useQuery({
    queryKey: ['needs', 'desk', query],
    queryFn: ({ signal }) => get<PageOf<NeedView>>('/needs', { signal, query: { ...query, limit: NEEDS } }),
  });
const useSignings = (query: Query) =>
  useQuery({
    queryKey: ['signings', 'desk', query],
    queryFn: ({ signal }) =>
      get<PageOf<SigningSummary>>('/signings', { signal, query: { ...query, limit: ROWS } }),
  });
const useMatches = (query: Query) =>
  useQuery({
    queryKey: ['matches', 'desk', query],
    queryFn: ({ signal }) => get<PageOf<MatchView>>('/matches', { signal, query: { ...query, limit: ROWS } }),
  });

/** What waits today, most pressing first. */
export function DeskScreen() {
  const { say } = useMessages();
  const user = useUser();
  const { data: parks } = useQuery(parksQuery);
  const park = user.parkIds.length === 1 ? parks?.find(({ id }) => id === user.parkIds[0])?.code : undefined;
  return (
    <Page title={say('desk.title', { name: user.name })}>
      <FirstSteps />
      <Resume />
      {(park !== undefined || user.parkIds.length !== 1) && <Queues park={park} />}
    </Page>
  );
}

function Queues({ park }: { park: ParkView['code'] | undefined }) {
  const { say } = useMessages();
  const submitted = useNeeds({ status: 'submitted', sort: 'answer', park });
  const published = useNeeds({ status: ['published', 'engaged'], park });
  const due = useMatches({ contactBy: dayOf(new Date()), side: 'demand' });
  const waiting = useMatches({ stage: 'shared', side: 'demand' });
  const talks = useMatches({ stage: ['negotiating', 'agreed'], side: 'demand' });
  const shortlisted = useMatches({ stage: 'shortlisted', side: 'demand' });
  const held = useMatches({ stage: 'on-hold', side: 'demand' });
  const isManager = useUser().role === 'manager';
  const signings = useSignings({ state: isManager ? 'platform-check' : ['park-check', 'returned'] });
  return (
    <div className={styles.grid}>
      <div className={styles.stack}>
        <Queue
          title={say('desk.toReview')}
          more={
            <Link to="/needs" search={{ status: 'published', park }}>
              {say('desk.all')}
            </Link>
          }
        >
          <Loaded query={published}>
            {(page) => <NeedLines needs={page.items} canReview empty={say('desk.noneToReview')} />}
          </Loaded>
        </Queue>
        <LaggingTargets />
        <NextMatches />
      </div>
      <div className={styles.stack}>
        <Queue title={say('matches.today')}>
          <Loaded query={due}>
            {(page) => <MatchLines matches={page.items} empty={say('matches.todayNone')} />}
          </Loaded>
        </Queue>
        <Queue
          title={say(isManager ? 'desk.toConfirm' : 'desk.toCheck')}
          more={<Link to="/signings">{say('desk.all')}</Link>}
        >
          <Loaded query={signings}>{(page) => <SigningLines signings={page.items} />}</Loaded>
        </Queue>
        <Queue
          title={say('desk.submitted')}
          more={
            <Link to="/needs" search={{ status: 'submitted', sort: 'answer', park }}>
              {say('desk.all')}
            </Link>
          }
        >
          <Loaded query={submitted}>
            {(page) => <NeedLines needs={page.items} empty={say('desk.noneSubmitted')} />}
          </Loaded>
        </Queue>
        <Queue title={say('desk.shortlisted')} more={<Link to="/board">{say('nav.board')}</Link>}>
          <Loaded query={shortlisted}>
            {(page) => <MatchLines matches={page.items} empty={say('desk.noneShortlisted')} />}
          </Loaded>
        </Queue>
        <Queue title={say('desk.waiting')}>
          <Loaded query={waiting}>
            {(page) => <MatchLines matches={page.items} empty={say('desk.noneWaiting')} />}
          </Loaded>
        </Queue>
        <Queue title={say('desk.talks')}>
          <Loaded query={talks}>
            {(page) => <MatchLines matches={page.items} empty={say('desk.noneTalks')} />}
          </Loaded>
        </Queue>
        <Queue title={say('desk.held')}>
          <Loaded query={held}>
            {(page) => <MatchLines matches={page.items} empty={say('desk.noneHeld')} />}
          </Loaded>
        </Queue>
      </div>
    </div>
  );
}

function Queue({ title, more, children }: { title: string; more?: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.queue}>
      <header>
        <h2>{title}</h2>
        {more}
      </header>
      {children}
    </section>
  );
}

function NeedLines({
  needs,
  canReview = false,
  empty,
}: {
  needs: readonly NeedView[];
  canReview?: boolean;
  empty: string;
}) {
  const { label } = useWords();
  if (needs.length === 0) return <p className={styles.empty}>{empty}</p>;
  return (
    <ul>
      {needs.map((need) => (
        <li key={need.id} className={styles.line}>
          <div className={styles.what}>
            <Link to="/needs/$id" params={{ id: need.id }} lang="">
              {need.title}
            </Link>
            <small lang="">{need.organisation?.name ?? need.code}</small>
          </div>
          {canReview ? (
            <div className={styles.links}>
              {asksIn('needs', need).map((pairKind) => (
                <Link
                  key={pairKind}
                  to="/review/$pairKind/$demandId"
                  params={{ pairKind, demandId: need.id }}
                >
                  {label('pair-kinds', pairKind)}
                </Link>
              ))}
            </div>
          ) : (
            <AnswerDue screening={need.screening} />
          )}
        </li>
      ))}
    </ul>
  );
}

function MatchLines({ matches, empty }: { matches: readonly MatchView[]; empty: string }) {
  const { say } = useMessages();
  const titleOf = useCardTitle();
  const day = useDay();
  if (matches.length === 0) return <p className={styles.empty}>{empty}</p>;
  return (
    <ul>
      {matches.map((match) => (
        <li key={match.id} className={styles.line}>
          <div className={styles.what}>
            <Link to="/matches/$id" params={{ id: match.id }} lang="">
              {match.supply ? titleOf(match.supply) : match.code}
            </Link>
            <small lang="">{match.demand?.title}</small>
          </div>
          <div className={styles.links}>
            {match.share?.answer && <span>{say(`answer.${match.share.answer}`)}</span>}
            <StageTag stage={match.stage} label={match.label} />
            <small>{day(match.updatedAt)}</small>
          </div>
        </li>
      ))}
    </ul>
  );
}

function SigningLines({ signings }: { signings: readonly SigningSummary[] }) {
  const { say } = useMessages();
  if (signings.length === 0) return <p className={styles.empty}>{say('desk.noneToCheck')}</p>;
  return (
    <ul>
      {signings.map(({ id, title, code, state }) => (
        <li key={id} className={styles.line}>
          <div className={styles.what}>
            <Link to="/signings/$id" params={{ id }} lang="">
              {title}
            </Link>
            <small>{code}</small>
          </div>
          <StateTag state={state} />
        </li>
      ))}
    </ul>
  );
}
