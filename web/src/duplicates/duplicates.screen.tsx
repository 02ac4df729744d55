import type { DuplicateKind } from '@server/duplicates/duplicate-kind';
import type { DuplicatesView } from '@server/duplicates/finding/duplicate-pair.schema';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Segmented, Tag } from 'antd';
import { post, remove } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { StatusTag } from '../records/status-tag';
import { useUser } from '../session/session';
import { Loaded } from '../ui/loaded';
import layout from '../ui/layout.module.css';
import { Nothing } from '../ui/nothing';
import { Page } from '../ui/page';
import { useMoment } from '../ui/time';
import { useAct } from '../ui/use-act';
import { DUPLICATE_KINDS } from './kinds';
import { MergedList } from './merged-list';
import { OtherRecord } from './other-record';
import { dismissalsQuery, duplicatesQuery, mergesQuery } from './queries';
import { Search } from './search';
import styles from './duplicates.module.css';

const route = getRouteApi('/shell/duplicates');

/** What was likely entered twice; a pair is looked at and merged, or said to be two. */
export function DuplicatesScreen() {
  const { say } = useMessages();
  const navigate = useNavigate();
  const { kind = 'need', record } = route.useSearch();
  const query = useQuery(duplicatesQuery(kind));
  return (
    <Page title={say('duplicates.title')}>
      <Segmented
        aria-label={say('field.kind')}
        value={kind}
        options={DUPLICATE_KINDS.map((value) => ({ value, label: say(`duplicates.kind.${value}`) }))}
        onChange={(next: DuplicateKind) =>
          void navigate({ to: '/duplicates', search: { kind: next }, replace: true })
        }
      />
      {record && <OtherRecord kind={kind} record={record} />}
      <Loaded query={query}>
        {(found) => (
          <>
            <Search kind={kind} search={found.search} />
            <Pairs kind={kind} record={record} found={found} />
          </>
        )}
      </Loaded>
      <Merged kind={kind} />
      <Dismissed kind={kind} />
    </Page>
  );
}

function Pairs({ kind, record, found }: { kind: DuplicateKind; record?: string; found: DuplicatesView }) {
  const { say } = useMessages();
  const { role } = useUser();
  const { message } = App.useApp();
  const client = useQueryClient();
  const { isBusy, act } = useAct();
  const items = found.items.filter(
    ({ first, second }) => !record || first.id === record || second.id === record,
  );
  const mayMerge = kind !== 'organisation' || role === 'manager';
  const dismiss = (first: string, second: string) =>
    act(async () => {
      await post('/duplicates/dismissals', { kind, first, second });
      await client.invalidateQueries({ queryKey: ['duplicates', kind] });
      void message.success(say('duplicates.dismissed'));
    });
  if (items.length === 0) return found.search && <Nothing why={say('duplicates.none')} />;
  return (
    <>
      <p className={styles.remark}>{say('duplicates.found', { total: found.total })}</p>
      <ul className={styles.pairs}>
        {items.map(({ first, second, reasons, likeness }) => (
          <li key={`${first.id} ${second.id}`}>
            <div className={styles.sides}>
              {[first, second].map(({ id, code, title, detail, status }) => (
                <div key={id}>
                  <strong lang="">{title}</strong>
                  <small lang="">{[code, detail].filter(Boolean).join(' · ')}</small>
                  {status && <StatusTag status={status} />}
                </div>
              ))}
            </div>
            <div className={styles.acts}>
              {reasons.map((reason) => (
                <Tag key={reason}>{say(`duplicates.reason.${reason}`, { likeness })}</Tag>
              ))}
              {mayMerge ? (
                <>
                  <Link
                    to="/duplicates/$kind/$from/$into"
                    params={{ kind, from: second.id, into: first.id }}
                    aria-label={say('duplicates.compareOf', { title: first.title })}
                  >
                    <Button size="small" type="primary" tabIndex={-1}>
                      {say('duplicates.compare')}
                    </Button>
                  </Link>
                  <Button size="small" disabled={isBusy} onClick={() => void dismiss(first.id, second.id)}>
                    {say('duplicates.dismiss')}
                  </Button>
                </>
              ) : (
                <small>{say('duplicates.byPlatform')}</small>
              )}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

function Merged({ kind }: { kind: DuplicateKind }) {
  const { say } = useMessages();
  const { data = [] } = useQuery(mergesQuery(kind));
  if (data.length === 0) return null;
  return (
    <section className={layout.card}>
      <h2>{say('duplicates.merged')}</h2>
      <MergedList merges={data} />
    </section>
  );
}

function Dismissed({ kind }: { kind: DuplicateKind }) {
  const { say } = useMessages();
  const moment = useMoment();
  const client = useQueryClient();
  const { isBusy, act } = useAct();
  const { data = [] } = useQuery(dismissalsQuery(kind));
  if (data.length === 0) return null;
  const restore = (id: string) =>
    act(async () => {
      await remove(`/duplicates/dismissals/${id}`);
      await client.invalidateQueries({ queryKey: ['duplicates', kind] });
    });
  return (
    <section className={layout.card}>
      <h2>{say('duplicates.dismissals')}</h2>
      <ul className={layout.lines}>
        {data.map(({ id, firstTitle, secondTitle, saidAt }) => (
          <li key={id}>
            <span lang="">{[firstTitle, secondTitle].filter(Boolean).join(' ≠ ')}</span>{' '}
            <small>{moment(saidAt)}</small>{' '}
            <Button size="small" disabled={isBusy} onClick={() => void restore(id)}>
              {say('duplicates.restore')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
