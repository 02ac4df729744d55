import { setTimeout as delay } from 'node:timers/promises';

/** Asks again and again until there is an answer; the test's own time limit ends what never comes. */
export async function until<T>(ask: () => Promise<T | undefined>, everyMs = 25): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await delay(everyMs);
  }
}
