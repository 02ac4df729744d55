import type { EntityManager } from 'typeorm';

export interface ServerFacts {
  /** 160004 is 16.4. */
  version: number;
  now: Date;
}

/** What PostgreSQL says of itself. */
export async function serverFacts(tx: EntityManager): Promise<ServerFacts> {
  const [row] = await tx.query<ServerFacts[]>(
    `SELECT current_setting('server_version_num')::int AS version, clock_timestamp() AS now`,
  );
  if (!row) throw new Error('PostgreSQL gave no answer.');
  return row;
}
