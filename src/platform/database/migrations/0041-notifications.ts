import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people are told, how they want to be told it, and the systems that are told too. */
export class Notifications1669100000041 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE notices (
        id uuid PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
        about text NOT NULL,
        event text NOT NULL,
        about_id uuid NOT NULL,
        params jsonb NOT NULL DEFAULT '{}',
        created_at timestamptz(3) NOT NULL,
        read_at timestamptz(3),
        mailed_at timestamptz(3)
      );
      COMMENT ON COLUMN notices.params IS 'codes and numbers for the sentence, which is made per reader; never personal data';
      CREATE INDEX notices_of_user ON notices (user_id, id);
      CREATE INDEX notices_unread ON notices (user_id) WHERE read_at IS NULL;

      CREATE TABLE notice_settings (
        user_id uuid PRIMARY KEY REFERENCES users ON DELETE CASCADE,
        email bytea,
        mail text NOT NULL DEFAULT 'off' CHECK (mail IN ('off', 'instant', 'daily')),
        muted text[] NOT NULL DEFAULT '{}',
        locale text NOT NULL DEFAULT 'zh-CN' CHECK (locale IN ('zh-CN', 'en')),
        digest_on date
      );
      COMMENT ON COLUMN notice_settings.email IS 'encrypted';

      CREATE TABLE webhooks (
        id uuid PRIMARY KEY,
        park_id uuid REFERENCES parks,
        name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
        format text NOT NULL CHECK (format IN ('standard', 'wecom', 'dingtalk')),
        url bytea NOT NULL,
        secret bytea,
        events text[] NOT NULL CHECK (cardinality(events) > 0),
        enabled boolean NOT NULL DEFAULT true,
        created_by uuid REFERENCES users ON DELETE SET NULL,
        created_at timestamptz(3) NOT NULL
      );
      COMMENT ON COLUMN webhooks.park_id IS 'NULL: what happens anywhere in the network';
      COMMENT ON COLUMN webhooks.url IS 'encrypted: the address of a group robot carries its key';

      CREATE TABLE webhook_deliveries (
        id uuid PRIMARY KEY,
        webhook_id uuid NOT NULL REFERENCES webhooks ON DELETE CASCADE,
        event text NOT NULL,
        data jsonb NOT NULL,
        occurred_at timestamptz(3) NOT NULL,
        attempts int NOT NULL DEFAULT 0,
        status int,
        error text,
        delivered_at timestamptz(3)
      );
      COMMENT ON COLUMN webhook_deliveries.error IS 'a code of ours, never what the other system said';
      CREATE INDEX webhook_deliveries_of ON webhook_deliveries (webhook_id, id);

      CREATE TABLE match_alerts (
        id uuid PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
        pair_kind text NOT NULL,
        demand_id uuid NOT NULL,
        min_score int NOT NULL CHECK (min_score BETWEEN 0 AND 100),
        generation bigint NOT NULL DEFAULT 0,
        created_at timestamptz(3) NOT NULL,
        UNIQUE (user_id, pair_kind, demand_id)
      );
      COMMENT ON COLUMN match_alerts.generation IS 'of the shortlist that was looked at last';
      CREATE TABLE match_alert_hits (
        alert_id uuid NOT NULL REFERENCES match_alerts ON DELETE CASCADE,
        supply_id uuid NOT NULL,
        PRIMARY KEY (alert_id, supply_id)
      );

      CREATE FUNCTION app.owns(owner uuid) RETURNS boolean LANGUAGE sql STABLE AS
        $$ SELECT owner = app.user_id() OR app.role() IN ('worker', 'system') $$;
      CREATE FUNCTION app.keeps_webhook(park uuid) RETURNS boolean LANGUAGE sql STABLE AS
        $$ SELECT app.role() IN ('manager', 'worker', 'system') OR (app.role() = 'park-lead' AND app.serves_park(park)) $$;
      GRANT EXECUTE ON FUNCTION app.owns(uuid), app.keeps_webhook(uuid) TO app_api, app_worker, app_backup;
    `);
    for (const [table, rule] of Object.entries(RULES)) {
      await db.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY ${table}_own ON ${table} USING (${rule}) WITH CHECK (${rule});
        GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO app_api, app_worker;
        GRANT SELECT ON ${table} TO app_backup;
      `);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE ${Object.keys(RULES).reverse().join(', ')};
      DROP FUNCTION app.owns(uuid), app.keeps_webhook(uuid);
    `);
  }
}

/** The one rule of each table, for reading and writing alike. */
const RULES = {
  notices: 'app.owns(user_id)',
  notice_settings: 'app.owns(user_id)',
  webhooks: 'app.keeps_webhook(park_id)',
  webhook_deliveries: 'EXISTS (SELECT FROM webhooks w WHERE w.id = webhook_id)',
  match_alerts: 'app.owns(user_id)',
  match_alert_hits: 'EXISTS (SELECT FROM match_alerts a WHERE a.id = alert_id)',
};
