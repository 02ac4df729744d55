import type { VersionView } from '@server/records/record-view';
import { Link, useSearch } from '@tanstack/react-router';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { get } from '../api/http';
import { duplicateKindOf } from '../duplicates/kinds';
import { MergedAway, MergedHere } from '../duplicates/merged-note';
import { useMessages } from '../i18n/use-messages';
import { ConsentLink } from '../privacy/consent-link';
import { PersonRights } from '../privacy/person-rights';
import { isReader, isStaff, useUser } from '../session/session';
import { Facts } from '../ui/facts';
import { Loaded } from '../ui/loaded';
import { Page } from '../ui/page';
import { SampleBadge } from '../ui/sample-badge';
import { useMoment } from '../ui/time';
import { useWords } from '../vocabulary/vocabularies';
import { asksIn, type AnyRecord, isMatched, type Kind } from './kinds';
import { useRecordTitle } from './profile-title';
import { recordQuery } from './records-query';
import { Consents } from './consents';
import { MatchingState } from './matching-state';
import { RecordMoves } from './record-moves';
import { RevealContact } from './reveal-contact';
import { useRecordFacts } from './record-facts';
import { Screening } from './screening';
import { StatusTag } from './status-tag';
import { mayChange, useIsTheirs } from './use-is-theirs';
import styles from './record-detail.module.css';

/** One record: what it says, where it stands, what can be done with it. */
export function RecordDetail({ kind, id }: { kind: Kind; id: string }) {
  const query = useQuery(recordQuery(kind, id));
  return <Loaded query={query}>{(record) => <Detail kind={kind} record={record} />}</Loaded>;
}

function Detail({ kind, record }: { kind: Kind; record: AnyRecord }) {
  const { say } = useMessages();
  const { label } = useWords();
  const titleOf = useRecordTitle();
  const facts = useRecordFacts(record);
  const { role } = useUser();
  const isTheirs = useIsTheirs(record);
  const seesAll = isTheirs || role === 'auditor';
  const canEdit = isTheirs && mayChange(record);
  const { kept = false } = useSearch({ strict: false });
  const mayMerge = isStaff(role) && canEdit;
  const lists = isMatched(record) ? asksIn(kind, record) : [];
  return (
    <Page
      title={titleOf(record)}
      aside={
        <>
          <StatusTag status={record.status} />
          <SampleBadge set={record.sampleSet} />
          {'knownToNetwork' in record && record.knownToNetwork && <Tag>{say('privacy.known')}</Tag>}
        </>
      }
      actions={
        <>
          {seesAll &&
            isReader(role) &&
            lists.map((pairKind) => (
              <Link
                key={pairKind}
                to="/review/$pairKind/$demandId"
                params={{ pairKind, demandId: record.id }}
              >
                <Button type="primary" tabIndex={-1}>
                  {say('record.review', { kind: label('pair-kinds', pairKind) })}
                </Button>
              </Link>
            ))}
          {canEdit && (
            <Link to={`/${kind}/$id/edit`} params={{ id: record.id }}>
              <Button tabIndex={-1}>{say('records.edit')}</Button>
            </Link>
          )}
          {mayMerge && (
            <Link to="/duplicates" search={{ kind: duplicateKindOf(kind), record: record.id }}>
              <Button tabIndex={-1}>{say('duplicates.entry')}</Button>
            </Link>
          )}
          {isTheirs && <RecordMoves kind={kind} record={record} />}
        </>
      }
    >
      <div className={styles.columns}>
        <div className={styles.main}>
          <MergedAway kind={kind} record={record} kept={kept} />
          <Screening record={record} />
          {role === 'enterprise' &&
            canEdit &&
            lists.map((pairKind) => (
              <MatchingState key={pairKind} pairKind={pairKind} demandId={record.id} />
            ))}
          {record.returnReason && (
            <p className={styles.returned}>
              {say('record.returned', { status: record.status, reason: record.returnReason })}
            </p>
          )}
          <section className={styles.card}>
            <Facts facts={facts} />
          </section>
          <section className={styles.card}>
            <h2>{say(kind === 'talents' ? 'record.biography' : 'record.text')}</h2>
            <p className={styles.text} lang="">
              {record.text || say('review.textWithheld')}
            </p>
          </section>
        </div>
        <div className={styles.main}>
          {canEdit && 'personId' in record && record.personId !== null && (
            <Person talentId={record.id} personId={record.personId} />
          )}
          {mayMerge && <MergedHere kind={kind} record={record} />}
          {canEdit && kind !== 'talents' && record.source?.startsWith('list:') && (
            <ListedContact id={record.id} />
          )}
          {seesAll && <History kind={kind} id={record.id} />}
        </div>
      </div>
    </Page>
  );
}

function History({ kind, id }: { kind: Kind; id: string }) {
  const { say } = useMessages();
  const moment = useMoment();
  const { data } = useQuery({
    queryKey: [kind, id, 'versions'],
    queryFn: ({ signal }) => get<VersionView[]>(`/${kind}/${id}/versions`, { signal }),
  });
  if (!data) return null;
  return (
    <aside className={styles.card}>
      <h2>{say('record.history')}</h2>
      <ol className={styles.history}>
        {data.map(({ version, action, reason, actorRole, createdAt }) => (
          <li key={version}>
            <span>{say('record.act', { action, role: actorRole })}</span>
            <small>{moment(createdAt)}</small>
            {reason && <p lang="">{reason}</p>}
          </li>
        ))}
      </ol>
    </aside>
  );
}

/** Whom the list that a record came by named to be asked about it. */
function ListedContact({ id }: { id: string }) {
  const { role } = useUser();
  if (!isStaff(role)) return null;
  return (
    <aside className={styles.card}>
      <RevealContact path={`/listed-contacts/${id}/reveal`} />
    </aside>
  );
}

/** What concerns the person behind a profile, for those who may call them. */
function Person({ talentId, personId }: { talentId: string; personId: string }) {
  const { say } = useMessages();
  const client = useQueryClient();
  const { role } = useUser();
  return (
    <aside className={styles.card}>
      <h2>{say('records.person')}</h2>
      {role !== 'talent' && <RevealContact path={`/talents/${talentId}/reveal-contact`} />}
      <Consents talentId={talentId} personId={personId} />
      {role !== 'talent' && <ConsentLink personId={personId} />}
      <PersonRights personId={personId} onErased={() => void client.invalidateQueries()} />
    </aside>
  );
}
