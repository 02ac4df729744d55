import type { DuplicateKind } from '@server/duplicates/duplicate-kind';
import type { SearchView } from '@server/duplicates/finding/duplicate-pair.schema';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import { post } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import layout from '../ui/layout.module.css';
import { useMoment } from '../ui/time';
import { useAct } from '../ui/use-act';
import { duplicatesQuery, isSearching, useSearchEvents } from './queries';

/** When the kind was looked through last, and looking again. */
export function Search({ kind, search }: { kind: DuplicateKind; search: SearchView | null }) {
  const { say } = useMessages();
  const moment = useMoment();
  const client = useQueryClient();
  const { isBusy, act } = useAct();
  useSearchEvents(kind, search);
  const seek = () =>
    act(async () => {
      const asked = await post<SearchView>('/duplicates/searches', { kind });
      client.setQueryData(duplicatesQuery(kind).queryKey, (found) => found && { ...found, search: asked });
    });
  if (search && isSearching(search))
    return (
      <Progress
        aria-label={say('duplicates.seeking')}
        percent={search.total === 0 ? 0 : Math.floor((100 * search.done) / search.total)}
        format={(percent) => `${say('duplicates.seeking')} ${percent}%`}
        size={{ height: 8 }}
        percentPosition={{ align: 'start', type: 'outer' }}
      />
    );
  return (
    <div className={layout.bar}>
      <span>
        {search === null && say('duplicates.neverSought')}
        {search?.state === 'failed' && say('duplicates.seekFailed')}
        {search?.state === 'finished' &&
          say('duplicates.sought', { when: moment(search.finishedAt ?? ''), total: search.total })}
      </span>
      <Button loading={isBusy} onClick={() => void seek()}>
        {say(search === null ? 'duplicates.seek' : 'duplicates.seekAgain')}
      </Button>
      <small>{say('duplicates.hourly')}</small>
    </div>
  );
}
