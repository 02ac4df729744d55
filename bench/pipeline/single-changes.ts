import { setTimeout as delay } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { SYSTEM, WORKER } from '../../src/common/actor';
import { JsonlImport } from '../../src/intake/jsonl-import';
import { Database } from '../../src/platform/database/database';
import { median } from '../measure';

const LOOK_MS = 2;

/** Milliseconds from publishing a need to its first shortlist in the database, p50 over needs of these texts. */
export async function measurePublishing(
  app: INestApplicationContext,
  texts: readonly string[],
): Promise<number> {
  const times: number[] = [];
  for (const [at, text] of texts.entries()) times.push(await publish(app, `bench-${at}`, text));
  return median(times);
}

/** Milliseconds from changing a talent to all shortlists that it enters or leaves, p50 over talents of these texts. */
export async function measureChange(app: INestApplicationContext, texts: readonly string[]): Promise<number> {
  const times: number[] = [];
  for (const [at, text] of texts.entries()) await storeTalent(app, `bench-${at}`, text);
  for (const at of texts.keys()) {
    const started = performance.now();
    await storeTalent(app, `bench-${at}`, texts[(at + 1) % texts.length]!);
    times.push(performance.now() - started);
  }
  return median(times);
}

async function publish(app: INestApplicationContext, id: string, text: string): Promise<number> {
  const started = performance.now();
  await app.get(JsonlImport).run(SYSTEM, [{ id, title: 'published', text, tags: [] }], { kind: 'needs' });
  for (;;) {
    const rows = await app.get(Database).as(WORKER, (tx) =>
      tx.query<{ entries: number }[]>(
        `SELECT cardinality(supply_ids) AS entries FROM shortlists JOIN needs n ON n.id = demand_id
         WHERE n.source_ref = $1 AND pair_kind = 'tech-expert'`,
        [id],
      ),
    );
    if (rows[0] !== undefined) {
      if (rows[0].entries === 0) throw new Error('the need that was published has an empty shortlist');
      return performance.now() - started;
    }
    await delay(LOOK_MS);
  }
}

/** Stores a talent and waits until it is matched. */
async function storeTalent(app: INestApplicationContext, id: string, text: string): Promise<void> {
  await app.get(JsonlImport).run(SYSTEM, [{ id, title: 'changed', text, tags: [] }], { kind: 'talents' });
  for (;;) {
    const rows = await app
      .get(Database)
      .as(SYSTEM, (tx) =>
        tx.query<unknown[]>(
          `SELECT FROM outbox WHERE job = 'match-record' AND done_at IS NULL AND quarantined_at IS NULL LIMIT 1`,
        ),
      );
    if (rows.length === 0) return;
    await delay(LOOK_MS);
  }
}
