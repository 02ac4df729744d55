import type { ShortlistProgress } from '@server/matching/shortlists/shortlist.schema';
import { useEffect, useState } from 'react';

interface Live {
  /** The last state that was told; undefined before the first. */
  state: ShortlistProgress | undefined;
  /** Nothing comes through, and the list has to be asked for instead. */
  isBlocked: boolean;
}

/** Follows a shortlist over its event stream, which a reload or a broken connection takes up again. */
export function useShortlistEvents(pairKind: string, demandId: string): Live {
  const [state, setState] = useState<ShortlistProgress>();
  const [isBlocked, setBlocked] = useState(false);
  useEffect(() => {
    setState(undefined);
    const events = new EventSource(`/api/v1/shortlists/${pairKind}/${demandId}/events`);
    events.addEventListener('shortlist', (event: MessageEvent<string>) => {
      setBlocked(false);
      setState(JSON.parse(event.data) as ShortlistProgress);
    });
    events.onerror = () => setBlocked(true);
    return () => events.close();
  }, [pairKind, demandId]);
  return { state, isBlocked };
}
