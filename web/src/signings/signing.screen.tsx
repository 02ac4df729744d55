import type { SigningView } from '@server/signings/signing.view';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useQueries, useQuery } from '@tanstack/react-query';
import { Alert, Button, Skeleton } from 'antd';
import { get } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { planQuery, plansQuery } from '../targets/queries';
import { Facts } from '../ui/facts';
import { Loaded } from '../ui/loaded';
import { moneyWords } from '../ui/money';
import { Page } from '../ui/page';
import { SampleBadge } from '../ui/sample-badge';
import { useDay } from '../ui/time';
import { useWords } from '../vocabulary/vocabularies';
import { Confirmation } from './confirmation';
import { CreditPreview } from './credit-preview';
import { EditSigning } from './edit-signing';
import { Levels } from './levels';
import { Milestones } from './milestones';
import { Papers } from './papers';
import { Quality } from './quality';
import { RosterPeople } from './roster/roster-people';
import { SigningCredits } from './signing-credits';
import { SigningHistory } from './signing-history';
import { StateTag } from './state-tag';
import styles from './signing.module.css';

const route = getRouteApi('/shell/signings/$id');

export function SigningScreen() {
  const { id } = route.useParams();
  const query = useQuery({
    queryKey: ['signings', id],
    queryFn: ({ signal }) => get<SigningView>(`/signings/${id}`, { signal }),
  });
  return <Loaded query={query}>{(signing) => <Signing signing={signing} />}</Loaded>;
}

function Signing({ signing }: { signing: SigningView }) {
  const { say } = useMessages();
  const { label } = useWords();
  const day = useDay();
  const money = (amounts: SigningView['amounts']) =>
    Object.entries(amounts)
      .map(([kind, yuan]) =>
        say('signing.amount', { kind: label('amount-kinds', kind), amount: moneyWords(yuan, say) }),
      )
      .join(say('list.separator'));
  return (
    <Page
      title={signing.title}
      aside={
        <>
          <StateTag state={signing.state} />
          <SampleBadge set={signing.sampleSet} />
        </>
      }
      actions={
        <>
          <EditSigning signing={signing} />
          <Button onClick={() => window.print()}>{say('goals.print')}</Button>
        </>
      }
    >
      {signing.voidedAt && (
        <Alert
          className={styles.void}
          type="warning"
          showIcon
          title={say('signings.voided', { day: day(signing.voidedAt) })}
          description={<span lang="">{signing.voidReason}</span>}
        />
      )}
      <Confirmation signing={signing} />
      <div className={styles.columns}>
        <div className={styles.main}>
          <section className={styles.card}>
            <Facts
              facts={[
                [say('field.code'), signing.code],
                [say('field.kind'), label('signing-kinds', signing.kind)],
                [say('signing.level'), label('levels', signing.level)],
                [say('field.park'), signing.park],
                [say('signing.contractOn'), day(signing.contractOn)],
                [say('signing.ceremonyOn'), day(signing.ceremonyOn)],
                [say('signing.region'), label('regions', signing.regionOfOrigin)],
                [say('signing.source'), label('signing-sources', signing.source)],
                [
                  say('signing.activity'),
                  signing.activity !== null && <ActivityName key="activity" id={signing.activity} />,
                ],
                [
                  say('signing.subjects'),
                  <span lang="" key="subjects">
                    {subjectNames(signing).join(say('list.separator'))}
                  </span>,
                ],
                [say('signing.amounts'), money(signing.amounts)],
                [say('signing.counted'), money(signing.countedAmounts)],
                [
                  say('signing.match'),
                  signing.match && (
                    <Link to="/matches/$id" params={{ id: signing.match }}>
                      {say('review.openMatch')}
                    </Link>
                  ),
                ],
              ]}
            />
          </section>
          <Papers signing={signing} />
          <Milestones signing={signing} />
          <RosterPeople signing={signing} />
          <Levels signing={signing} />
        </div>
        <div className={styles.side}>
          {signing.state === 'confirmed' ? (
            <SigningCredits id={signing.id} version={signing.version} />
          ) : (
            isLive(signing) && <CreditPreview id={signing.id} version={signing.version} />
          )}
          <Quality signing={signing} />
          <SigningHistory id={signing.id} version={signing.version} />
        </div>
      </div>
    </Page>
  );
}

const isLive = ({ state, voidedAt }: SigningView): boolean =>
  voidedAt === null && state !== 'refused' && state !== 'revoked';

/** Enough names to know a roster by; all of them stand in its own list. */
const NAMED = 5;
const subjectNames = ({ subjects }: SigningView): string[] => {
  const names = subjects.flatMap(({ name }) => name ?? []);
  return names.length > NAMED ? [...names.slice(0, NAMED), `… (${subjects.length})`] : names;
};

function ActivityName({ id }: { id: string }) {
  const { data: plans, isPending } = useQuery(plansQuery);
  const queries = useQueries({ queries: (plans ?? []).map(({ code }) => planQuery(code)) });
  const found = queries.flatMap(({ data }) => data?.activities ?? []).find((activity) => activity.id === id);
  if (found) return <span lang="">{`${found.number} ${found.name}`}</span>;
  return isPending || queries.some((query) => query.isPending) ? <Skeleton.Input size="small" /> : null;
}
