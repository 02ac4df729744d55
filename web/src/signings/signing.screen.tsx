import type { Requirement } from '@server/signings/requirements';
import type { SigningView } from '@server/signings/signing.view';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { get } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { Facts } from '../ui/facts';
import { Loaded } from '../ui/loaded';
import { moneyWords } from '../ui/money';
import { Page } from '../ui/page';
import { SampleBadge } from '../ui/sample-badge';
import { useDay } from '../ui/time';
import { useWords } from '../vocabulary/vocabularies';
import { Confirmation } from './confirmation';
import { CreditPreview } from './credit-preview';
import { AddPaper } from './add-paper';
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
    >
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
                  say('signing.subjects'),
                  signing.subjects
                    .map(({ name }) => name)
                    .filter(Boolean)
                    .join(say('list.separator')),
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
          <Levels id={signing.id} version={signing.version} />
        </div>
        <div className={styles.side}>
          <CreditPreview id={signing.id} version={signing.version} />
          <SigningHistory id={signing.id} version={signing.version} />
        </div>
      </div>
    </Page>
  );
}

function Papers({ signing }: { signing: SigningView }) {
  const { say } = useMessages();
  const { label } = useWords();
  const day = useDay();
  return (
    <section className={styles.card}>
      <h2>{say('signing.papers')}</h2>
      <ul className={styles.papers}>
        {signing.documents.map(({ id, kind, attachment, number, datedOn, particulars, certifiedAmount }) => (
          <li key={id}>
            <a href={`/api/v1/attachments/${attachment}`} download>
              {label('document-kinds', kind)}
            </a>
            <span>{day(datedOn)}</span>
            <span>{number}</span>
            <span>{particulars.map((code) => label('particulars', code)).join(say('list.separator'))}</span>
            {certifiedAmount !== null && (
              <span>{say('signing.certified', { amount: moneyWords(certifiedAmount, say) })}</span>
            )}
          </li>
        ))}
      </ul>
      <AddPaper signing={signing} />
    </section>
  );
}

/** Which levels are proved, and which papers the others still want. */
function Levels({ id, version }: { id: string; version: number }) {
  const { say } = useMessages();
  const { label } = useWords();
  const { data } = useQuery({
    queryKey: ['signings', id, 'requirements', version],
    queryFn: ({ signal }) => get<Requirement[]>(`/signings/${id}/requirements`, { signal }),
  });
  if (!data) return null;
  return (
    <section className={styles.card}>
      <h2>{say('signing.levels')}</h2>
      <ul className={styles.levels}>
        {data.map(({ level, proved, missing, unstated }) => (
          <li key={level} data-proved={proved}>
            <strong>{label('levels', level)}</strong>
            <span>
              {proved
                ? say('signing.proved')
                : [
                    ...missing.map((group) =>
                      group.map((kind) => label('document-kinds', kind)).join(say('signing.or')),
                    ),
                    ...unstated.map(({ particulars }) =>
                      say('signing.unstated', {
                        particulars: particulars
                          .map((code) => label('particulars', code))
                          .join(say('list.separator')),
                      }),
                    ),
                  ].join(say('list.separator'))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
