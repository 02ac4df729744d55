import type { MergeView } from '@server/duplicates/merging/merge.schema';
import { Link } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { post } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { useUser } from '../session/session';
import layout from '../ui/layout.module.css';
import { useMoment } from '../ui/time';
import { useAct } from '../ui/use-act';
import { listOf } from './kinds';
import { useMergeWords } from './use-merge-words';

/** Merges that stand: what went, what it moved, and the way back. */
export function MergedList({ merges }: { merges: readonly MergeView[] }) {
  const { say } = useMessages();
  const moment = useMoment();
  const { countsOf } = useMergeWords();
  const { role } = useUser();
  const { modal, message } = App.useApp();
  const client = useQueryClient();
  const { isBusy, act } = useAct();
  const undo = (merge: MergeView) =>
    modal.confirm({
      title: say('duplicates.undoSure', { title: merge.fromTitle ?? '' }),
      content: say('duplicates.undoWhat'),
      okText: say('duplicates.undo'),
      cancelText: say('action.cancel'),
      onOk: () =>
        act(async () => {
          await post(`/merges/${merge.id}/undo`, { acceptFigures: role === 'manager' });
          await client.invalidateQueries();
          void message.success(say('duplicates.undone'));
        }),
    });
  return (
    <ul className={layout.lines}>
      {merges.map((merge) => (
        <li key={merge.id}>
          {merge.kind === 'organisation' ? (
            <span lang="">{merge.fromTitle}</span>
          ) : (
            <Link
              to={`/${listOf(merge.kind)}/$id` as '/needs/$id'}
              params={{ id: merge.from }}
              search={{ kept: true }}
              lang=""
            >
              {merge.fromTitle}
            </Link>
          )}{' '}
          <span lang="">→ {merge.intoTitle}</span> <small>{moment(merge.mergedAt)}</small>{' '}
          <small>{countsOf(merge)}</small> <small lang="">{merge.reason}</small>{' '}
          <Button size="small" loading={isBusy} onClick={() => undo(merge)}>
            {say('duplicates.undo')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
