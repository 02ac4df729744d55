import type { Client } from 'pg';

/**
 * Everyone who uses the embedded server holds this lock shared for as long as they do. The server drops it with the
 * session, so a killed process never counts, and no file of process numbers can go stale.
 */
const HOLDERS_LOCK = 720_221_101;

/** Counts this session among the users; waits while the last one is stopping the server. */
export async function hold(client: Client): Promise<void> {
  await client.query('SELECT pg_advisory_lock_shared($1)', [HOLDERS_LOCK]);
}

/** Leaves; true when nobody else is left, and from then on nobody can come. */
export async function leave(client: Client): Promise<boolean> {
  await client.query('SELECT pg_advisory_unlock_shared($1)', [HOLDERS_LOCK]);
  const { rows } = await client.query<{ last: boolean }>('SELECT pg_try_advisory_lock($1) AS last', [
    HOLDERS_LOCK,
  ]);
  return rows[0]?.last ?? false;
}
