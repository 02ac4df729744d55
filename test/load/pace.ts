import { setTimeout as delay } from 'node:timers/promises';
import type { Answer } from './load-client';

const TICK_MS = 5;

/** What a stretch of load did. */
export interface Stretch {
  sent: number;
  seconds: number;
  /** Milliseconds from when each request was due, sorted. */
  ms: number[];
  /** How many answers of each status; 0: no answer. */
  statuses: Map<number, number>;
}

type Send = (index: number) => Promise<Answer>;

/**
 * Sends `perSecond` requests for `seconds`, whatever the answers do: each is timed from the moment it was due, so that a
 * server that stalls is not let off the requests it held up.
 */
export async function atPace(perSecond: number, seconds: number, send: Send): Promise<Stretch> {
  const begun = performance.now();
  const stretch: Stretch = { sent: 0, seconds, ms: [], statuses: new Map() };
  const open: Promise<void>[] = [];
  while (performance.now() - begun < seconds * 1000) {
    const due = Math.floor(((performance.now() - begun) / 1000) * perSecond);
    while (stretch.sent < due) {
      const at = begun + (stretch.sent / perSecond) * 1000;
      open.push(send(stretch.sent++).then((answer) => note(stretch, answer, performance.now() - at)));
    }
    await delay(TICK_MS);
  }
  await Promise.all(open);
  stretch.ms.sort((a, b) => a - b);
  return stretch;
}

/** Sends as fast as `clients` get their answers. */
export async function flatOut(clients: number, seconds: number, send: Send): Promise<Stretch> {
  const begun = performance.now();
  const stretch: Stretch = { sent: 0, seconds, ms: [], statuses: new Map() };
  const one = async () => {
    while (performance.now() - begun < seconds * 1000) {
      const at = performance.now();
      note(stretch, await send(stretch.sent++), performance.now() - at);
    }
  };
  await Promise.all(Array.from({ length: clients }, one));
  stretch.ms.sort((a, b) => a - b);
  return stretch;
}

function note({ ms, statuses }: Stretch, { status }: Answer, took: number): void {
  ms.push(took);
  statuses.set(status, (statuses.get(status) ?? 0) + 1);
}

/** The value below which `share` of a stretch's times lie. */
export const percentile = ({ ms }: Stretch, share: number): number =>
  ms[Math.min(ms.length - 1, Math.floor(ms.length * share))] ?? 0;

/** Answers that `fits` does not allow. */
export const others = ({ statuses }: Stretch, fits: (status: number) => boolean): number =>
  [...statuses].filter(([status]) => !fits(status)).reduce((sum, [, count]) => sum + count, 0);
