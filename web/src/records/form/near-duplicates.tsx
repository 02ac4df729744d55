import { Alert } from 'antd';
import { useMessages } from '../../i18n/use-messages';
import type { Kind } from '../kinds';
import { DuplicateList } from './duplicates-dialog';
import { useNearDuplicates } from './duplicates';

/** A word of warning while a record is written that another one seems to say already. */
export function NearDuplicates({ kind, except }: { kind: Kind; except: string | undefined }) {
  const { say } = useMessages();
  const items = useNearDuplicates(kind, except);
  if (items.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={say('records.duplicates', { count: items.length })}
      description={<DuplicateList items={items} />}
    />
  );
}
