import type { MessageEvent } from '@nestjs/common';
import { interval, last, map, merge, type Observable, share, takeUntil } from 'rxjs';

/** Proxies cut a stream that is silent for long. */
const PING_MS = 15_000;

/** `messages` with a ping now and then, until they end. */
export function withPings(messages: Observable<MessageEvent>): Observable<MessageEvent> {
  const shared = messages.pipe(share());
  const pings = interval(PING_MS).pipe(
    map(() => ({ type: 'ping', data: {} })),
    takeUntil(shared.pipe(last(null, undefined))),
  );
  return merge(shared, pings);
}
