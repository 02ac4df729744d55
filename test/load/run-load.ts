import { setTimeout as delay } from 'node:timers/promises';
import { startProduct } from '../web/product';
import { dayOfWork, stepOf } from './day-of-work';
import { LoadClient, type Visitor, visit } from './load-client';
import { atPace, flatOut, others, percentile, type Stretch } from './pace';

const CONNECTIONS = 50;
const PER_SECOND = 200;
/** A stretch at rest, or under overload, is this much shorter than the main one. */
const SHORT = 0.1;
const LEAST_SECONDS = 5;
const OVERLOAD = 3;
const OVERLOAD_CONNECTIONS = 1000;
const RECOVERED_MS = 150;
const PATIENCE_SECONDS = 30;

/** One line of the table. */
export interface Figure {
  what: string;
  reached: number;
  bar: number;
}

const isWell = (status: number): boolean => status >= 200 && status < 300;
const isShed = (status: number): boolean => isWell(status) || status === 429 || status === 503;

/**
 * A day's work at 200 requests a second over 50 connections, then the same while everything is matched, then three times what the
 * server can take. Everything runs on this machine and ends by itself.
 */
export async function runLoad(seconds: number): Promise<Figure[]> {
  const product = await startProduct();
  const client = new LoadClient(product.address, CONNECTIONS);
  const crowd = new LoadClient(product.address, OVERLOAD_CONNECTIONS);
  try {
    const signedIn = (login: string) => visit(product.address, login, product.passwordOf(login));
    const officer = await signedIn('officer-no1');
    const work = await dayOfWork(client, officer);
    const send = (index: number) => client.send(officer, stepOf(work, index));
    const short = Math.max(LEAST_SECONDS, seconds * SHORT);
    const manager = await signedIn('manager');
    await settled(client, manager);
    await atPace(PER_SECOND / 2, LEAST_SECONDS, send);

    const plain = await atPace(PER_SECOND, seconds, send);
    const matching = keepMatching(client, manager);
    const beside = await atPace(PER_SECOND, short, send);
    const runs = await matching.end();

    const most = await flatOut(CONNECTIONS, LEAST_SECONDS, send);
    const rate = (most.sent / LEAST_SECONDS) * OVERLOAD;
    const overload = await atPace(rate, short, (index) => crowd.send(officer, stepOf(work, index)));
    const recovery = await recoveredAfter(send);
    return [
      ...pace('200/s', plain),
      ...figuresBeside(plain, beside, runs),
      ...figuresOf(overload, rate, recovery),
    ];
  } finally {
    client.close();
    crowd.close();
    await product.stop();
  }
}

const pace = (name: string, stretch: Stretch): Figure[] => [
  { what: `${name}: p95, ms`, reached: percentile(stretch, 0.95), bar: 150 },
  { what: `${name}: p99, ms`, reached: percentile(stretch, 0.99), bar: 400 },
  { what: `${name}: answers that are no 2xx, of ${stretch.sent}`, reached: others(stretch, isWell), bar: 0 },
];

const figuresBeside = (plain: Stretch, beside: Stretch, runs: number): Figure[] => [
  {
    what: `with matching beside (${runs} runs): p99, ms`,
    reached: percentile(beside, 0.99),
    bar: 2 * percentile(plain, 0.99),
  },
  { what: 'with matching beside: answers that are no 2xx', reached: others(beside, isWell), bar: 0 },
];

const figuresOf = (overload: Stretch, rate: number, recovery: number): Figure[] => [
  {
    what: `${Math.round(rate)}/s, three times the most: answers besides 2xx, 429, 503, of ${overload.sent}`,
    reached: others(overload, isShed),
    bar: 0,
  },
  { what: 'back to normal after, s', reached: recovery, bar: 10 },
];

/** The sample has just been filled in: what that asks of the workers is no part of the measurement. */
async function settled(client: LoadClient, manager: Visitor): Promise<void> {
  for (;;) {
    const { status, text } = await client.send(manager, { method: 'GET', path: '/jobs/summary' });
    if (isWell(status) && (JSON.parse(text) as { waiting: number }).waiting === 0) return;
    await delay(500);
  }
}

/** Matches everything again and again until told to end; answers how many runs there were. */
function keepMatching(client: LoadClient, manager: Visitor): { end(): Promise<number> } {
  const over = new AbortController();
  const work = async (): Promise<number> => {
    let runs = 0;
    while (!over.signal.aborted) {
      const { status } = await client.send(manager, { method: 'POST', path: '/match-runs', body: {} });
      if (isWell(status)) runs += 1;
      await delay(500);
    }
    return runs;
  };
  const done = work();
  return {
    end: () => {
      over.abort();
      return done;
    },
  };
}

/** Seconds until twenty requests in a row are answered well and quickly. */
async function recoveredAfter(send: (index: number) => Promise<{ status: number }>): Promise<number> {
  const begun = performance.now();
  const seconds = () => (performance.now() - begun) / 1000;
  for (let inRow = 0, index = 1; inRow < 20 && seconds() < PATIENCE_SECONDS; index++) {
    const at = performance.now();
    const { status } = await send(index);
    inRow = isWell(status) && performance.now() - at < RECOVERED_MS ? inRow + 1 : 0;
  }
  return seconds();
}
