import { Client } from 'pg';
import { requireKnownSchema } from './fitting-schema';
import { migrationNumbers } from './schema-version.repository';

/**
 * Whether the schema at `ownerUrl` has had every migration of this release and no other. One query, so that an ordinary start does
 * without loading what migrations are run with.
 * @throws WrongSchema when a later release has been at the database.
 */
export async function schemaIsCurrent(ownerUrl: string): Promise<boolean> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ number: number }>(
      `SELECT ("timestamp" % 10000)::int AS number FROM migrations ORDER BY number`,
    );
    const applied = rows.map(({ number }) => number);
    requireKnownSchema(Math.max(0, ...applied));
    return applied.join() === migrationNumbers().join();
  } catch (error) {
    if ((error as { code?: string }).code === UNDEFINED_TABLE) return false;
    throw error;
  } finally {
    await client.end();
  }
}

/** SQLSTATE of a database that was never migrated. */
const UNDEFINED_TABLE = '42P01';
