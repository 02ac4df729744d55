import type { ImportView } from '@server/intake/imports/import.schema';
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { get } from '../api/http';
import { isMoving } from './import-state';

const POLL_MS = 2000;

export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['imports', id],
    queryFn: ({ signal }) => get<ImportView>(`/imports/${id}`, { signal }),
    staleTime: 0,
  });

/** Follows an import while something is under way; where a proxy keeps the stream back, by asking every two seconds. */
export function useImportEvents(id: string, list: ImportView | undefined): void {
  const client = useQueryClient();
  const [isPolling, setPolling] = useState(false);
  const moving = list !== undefined && isMoving(list);
  useEffect(() => {
    if (!moving) return;
    const events = new EventSource(`/api/v1/imports/${id}/events`);
    events.addEventListener('import', (event: MessageEvent<string>) => {
      const now = JSON.parse(event.data) as ImportView;
      client.setQueryData(importQuery(id).queryKey, now);
      if (isMoving(now)) return;
      events.close();
      void client.invalidateQueries({ queryKey: ['imports'] });
    });
    events.onerror = () => {
      events.close();
      setPolling(true);
    };
    return () => events.close();
  }, [client, id, moving]);
  useEffect(() => {
    if (!isPolling || !moving) return;
    const timer = setInterval(() => void client.invalidateQueries({ queryKey: ['imports', id] }), POLL_MS);
    return () => clearInterval(timer);
  }, [client, id, isPolling, moving]);
}
