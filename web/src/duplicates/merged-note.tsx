import { Link, Navigate } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useMessages } from '../i18n/use-messages';
import type { AnyRecord, Kind } from '../records/kinds';
import layout from '../ui/layout.module.css';
import { duplicateKindOf } from './kinds';
import { MergedList } from './merged-list';
import { mergesQuery } from './queries';

/** The three kinds' pages take the same parts of an address; one of them stands for all in its type. */
const addressOf = (kind: Kind) => `/${kind}/$id` as '/needs/$id';

/** Leads from a record that was merged to the one that stays; whoever wants the old one as it was sees that it is. */
export function MergedAway({ kind, record, kept }: { kind: Kind; record: AnyRecord; kept: boolean }) {
  const { say } = useMessages();
  if (record.mergedInto === null) return null;
  const params = { id: record.mergedInto };
  if (!kept) return <Navigate to={addressOf(kind)} params={params} replace />;
  return (
    <Alert
      type="warning"
      showIcon
      title={say('duplicates.mergedAway')}
      action={
        <Link to={addressOf(kind)} params={params}>
          {say('duplicates.toKept')}
        </Link>
      }
    />
  );
}

/** What was merged into a record, for those who may take it back. */
export function MergedHere({ kind, record }: { kind: Kind; record: AnyRecord }) {
  const { say } = useMessages();
  const { data = [] } = useQuery(mergesQuery(duplicateKindOf(kind), record.id));
  const standing = data.filter(({ into, undoneAt }) => into === record.id && undoneAt === null);
  if (standing.length === 0) return null;
  return (
    <aside className={layout.card}>
      <h2>{say('duplicates.mergedHere')}</h2>
      <MergedList merges={standing} />
    </aside>
  );
}
