import type { Request } from 'express';
import { Client as PostgresClient } from 'pg';
import type { Actor } from '../../src/common/actor';
import { Authenticator } from '../../src/identity/authenticator';
import { CALLERS, type CallerName, KEPT, type World } from './world';

/** A table in which a caller found a word, or an id, of what the other park keeps. */
export type Seen = `${string} ${CallerName}`;

/** What only the other park has: its words, and the ids of its things. Which organisations there are is no secret. */
const foreignWords = ({ things: { organisations: _known, ...things } }: World): string[] => [
  KEPT,
  ...Object.values(things).flatMap(({ elsewhere }) => elsewhere ?? []),
];

/**
 * Reads every table there is with no filter at all, as a service would that forgot its own: what is left is what row-level
 * security lets through.
 */
export async function rowsSeenBy(callers: readonly CallerName[], world: World): Promise<Seen[]> {
  const { database, server } = world.days;
  const authenticator = server.app.get(Authenticator, { strict: false });
  const tables = await readableTables(server.database.superuserUrl);
  const seen: Seen[] = [];
  for (const caller of callers.filter((name) => name !== 'nobody')) {
    const actor = await actorOf(authenticator, world.callers[caller].cookie);
    for (const table of tables) {
      const [found] = await database.as(actor, (tx) =>
        tx.query<{ some: boolean }[]>(
          `SELECT EXISTS (SELECT FROM "${table}" t, unnest($1::text[]) sought (term) WHERE strpos(t::text, term) > 0) AS some`,
          [foreignWords(world)],
        ),
      );
      if (found?.some) seen.push(`${table} ${caller}`);
    }
  }
  return seen;
}

/** Those who stand in one park, or in none. */
export const BOUND = CALLERS.filter((name) => !['manager', 'auditor', 'nobody'].includes(name));

async function actorOf(authenticator: Authenticator, cookie: string): Promise<Actor> {
  const request = { get: (name: string) => (name === 'cookie' ? cookie : undefined) };
  const caller = await authenticator.find(request as Request);
  if (!caller) throw new Error('a caller is not signed in');
  return caller.actor;
}

/** From the catalogue, so that a new table is looked at too. */
async function readableTables(superuserUrl: string): Promise<string[]> {
  const superuser = new PostgresClient({ connectionString: superuserUrl });
  await superuser.connect();
  try {
    const { rows } = await superuser.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
         AND has_table_privilege('app_api', oid, 'SELECT') ORDER BY 1`,
    );
    return rows.map(({ name }) => name);
  } finally {
    await superuser.end();
  }
}
