import { Pool } from 'pg';
import { newId } from '../../../src/common/ids';
import { until } from '../../support/until';

/** What the jobs of `effect-worker.ts` left, and the outbox they came from, looked at as an administrator. */
export class Effects {
  private constructor(private readonly client: Pool) {}

  static async open(superuserUrl: string): Promise<Effects> {
    // A pool, for it outlives a server that is killed.
    const client = new Pool({ connectionString: superuserUrl, max: 4 });
    client.on('error', () => undefined);
    await client.query('CREATE TABLE IF NOT EXISTS fault_effects (key text NOT NULL)');
    await client.query('GRANT INSERT ON fault_effects TO app_worker');
    return new Effects(client);
  }

  /** Asks for `count` jobs about records of their own, as a business transaction would; answers the records. */
  async ask(count: number): Promise<string[]> {
    const ids = Array.from({ length: count }, newId);
    await this.client.query(
      `INSERT INTO outbox (id, job, key, payload)
       SELECT gen_random_uuid(), 'match-record', id, jsonb_build_object('kind', 'need', 'id', id) FROM unnest($1::text[]) id`,
      [ids],
    );
    return ids;
  }

  /** Asks for a job about the record `id` that was begun so often before. */
  async askFor(id: string, starts: number): Promise<void> {
    await this.client.query(
      `INSERT INTO outbox (id, job, key, payload, starts)
       VALUES (gen_random_uuid(), 'match-record', $1, jsonb_build_object('kind', 'need', 'id', $1::text), $2)`,
      [id, starts],
    );
  }

  /** Waits until every record's job has been begun. */
  async begun(ids: readonly string[]): Promise<void> {
    await until(async () => {
      const n = await this.count(
        'SELECT count(*)::int AS n FROM outbox WHERE key = ANY ($1) AND starts > 0',
        ids,
      );
      return n === ids.length ? true : undefined;
    });
  }

  /** Waits until every record has its effect. */
  async all(ids: readonly string[]): Promise<void> {
    await until(async () => ((await this.faults(ids)).missing === 0 ? true : undefined));
  }

  /** Waits until every record's job is done or set aside. */
  async settled(ids: readonly string[]): Promise<void> {
    await until(async () => {
      const n = await this.count(
        `SELECT count(*)::int AS n FROM outbox WHERE key = ANY ($1) AND done_at IS NULL AND quarantined_at IS NULL`,
        ids,
      );
      return n === 0 ? true : undefined;
    });
  }

  /** Of the records: those whose effect is missing, and those that have it more than once. */
  async faults(ids: readonly string[]): Promise<{ missing: number; doubled: number }> {
    const { rows } = await this.client.query<{ missing: number; doubled: number }>(
      `SELECT (count(*) FILTER (WHERE found = 0))::int AS missing, (count(*) FILTER (WHERE found > 1))::int AS doubled
       FROM (SELECT (SELECT count(*) FROM fault_effects WHERE key = id) AS found FROM unnest($1::text[]) id) each`,
      [ids],
    );
    return rows[0] ?? { missing: 0, doubled: 0 };
  }

  async rowOf(id: string): Promise<{ starts: number; done: boolean; quarantined: boolean } | undefined> {
    const { rows } = await this.client.query<{ starts: number; done: boolean; quarantined: boolean }>(
      `SELECT starts, done_at IS NOT NULL AS done, quarantined_at IS NOT NULL AS quarantined FROM outbox WHERE key = $1`,
      [id],
    );
    return rows[0];
  }

  async count(sql: string, ids: readonly string[]): Promise<number> {
    const { rows } = await this.client.query<{ n: number }>(sql, [ids]);
    return rows[0]?.n ?? 0;
  }

  /** Effects of jobs that nobody asked for. */
  async strangers(): Promise<number> {
    const { rows } = await this.client.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM fault_effects
       WHERE key NOT IN (SELECT payload ->> 'id' FROM outbox WHERE payload ? 'id')`,
    );
    return rows[0]?.n ?? 0;
  }

  /** Jobs that no relay has handed to the queue yet. */
  async waiting(): Promise<number> {
    const { rows } = await this.client.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM outbox WHERE done_at IS NULL AND dispatched_at IS NULL',
    );
    return rows[0]?.n ?? 0;
  }

  async run(sql: string, values: unknown[] = []): Promise<void> {
    await this.client.query(sql, values);
  }

  /** Empties every table of the queue, as if the queue's server had lost everything. */
  async emptyQueue(): Promise<void> {
    const { rows } = await this.client.query<{ name: string }>(
      `SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'queue'`,
    );
    const data = rows.map(({ name }) => name).filter((name) => !/migration|version/.test(name));
    if (data.length > 0) await this.client.query(`TRUNCATE ${data.join(', ')} CASCADE`);
  }

  close(): Promise<void> {
    return this.client.end();
  }
}
