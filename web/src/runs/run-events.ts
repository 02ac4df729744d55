import type { RunView } from '@server/matching/runs/run.schema';
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { get } from '../api/http';
import { isOver } from './run-state';

const POLL_MS = 2000;

export const runQuery = (id: string) =>
  queryOptions({
    queryKey: ['runs', id],
    queryFn: ({ signal }) => get<RunView>(`/match-runs/${id}`, { signal }),
    staleTime: 0,
  });

/** Follows a run over its event stream; where a proxy keeps the stream back, by asking every two seconds. */
export function useRunEvents({ id, state }: RunView): void {
  const client = useQueryClient();
  const [isPolling, setPolling] = useState(false);
  const over = isOver({ state });
  useEffect(() => {
    if (over) return;
    const events = new EventSource(`/api/v1/match-runs/${id}/events`);
    events.addEventListener('run', (event: MessageEvent<string>) => {
      const run = JSON.parse(event.data) as RunView;
      client.setQueryData(['runs', id], run);
      if (!isOver(run)) return;
      events.close();
      void client.invalidateQueries({ queryKey: ['runs'], exact: true });
    });
    events.onerror = () => {
      events.close();
      setPolling(true);
    };
    return () => events.close();
  }, [client, id, over]);
  useEffect(() => {
    if (!isPolling || over) return;
    const timer = setInterval(() => void client.invalidateQueries({ queryKey: ['runs'] }), POLL_MS);
    return () => clearInterval(timer);
  }, [client, isPolling, over]);
}
