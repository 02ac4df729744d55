import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Queues1669100000005 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE outbox (
        id uuid PRIMARY KEY,
        job text NOT NULL,
        key text NOT NULL,
        payload jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        due_at timestamptz NOT NULL DEFAULT now(),
        dispatched_at timestamptz,
        starts int NOT NULL DEFAULT 0,
        done_at timestamptz,
        quarantined_at timestamptz,
        error text
      );
      CREATE INDEX outbox_waiting ON outbox (due_at) WHERE done_at IS NULL AND quarantined_at IS NULL;
      CREATE INDEX outbox_same_key ON outbox (job, key) WHERE done_at IS NULL;
      CREATE INDEX outbox_done ON outbox (done_at) WHERE done_at IS NOT NULL;

      CREATE FUNCTION app.wake_relay() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN PERFORM pg_notify('outbox', ''); RETURN NULL; END $$;
      CREATE TRIGGER outbox_wakes_relay AFTER INSERT ON outbox FOR EACH STATEMENT EXECUTE FUNCTION app.wake_relay();

      ALTER TABLE outbox ENABLE ROW LEVEL SECURITY;
      ALTER TABLE outbox FORCE ROW LEVEL SECURITY;
      CREATE POLICY outbox_asked ON outbox FOR INSERT WITH CHECK (app.role() <> '');
      CREATE POLICY outbox_read ON outbox FOR SELECT USING (app.sees_all());
      CREATE POLICY outbox_worked ON outbox FOR UPDATE
        USING (app.role() IN ('worker', 'system', 'manager')) WITH CHECK (app.role() IN ('worker', 'system', 'manager'));
      CREATE POLICY outbox_swept ON outbox FOR DELETE USING (app.role() IN ('worker', 'system'));
      GRANT SELECT, INSERT, UPDATE ON outbox TO app_api;
      GRANT SELECT, INSERT, UPDATE, DELETE ON outbox TO app_worker;
      GRANT SELECT ON outbox TO app_backup;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE outbox; DROP FUNCTION app.wake_relay();');
  }
}
