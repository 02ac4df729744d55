import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Filters of lists that people keep under a name, and may show to their park. */
export class SavedViews1669100000057 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE saved_views (
        id uuid PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
        list text NOT NULL,
        name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 40),
        filter jsonb NOT NULL CHECK (jsonb_typeof(filter) = 'object'),
        park_ids uuid[] NOT NULL DEFAULT '{}',
        saved_at timestamptz(3) NOT NULL,
        UNIQUE (user_id, list, name)
      );
      COMMENT ON COLUMN saved_views.park_ids IS 'whose officers and leads see it too; empty: the owner alone';
      CREATE INDEX saved_views_of_parks ON saved_views USING gin (park_ids) WHERE park_ids <> '{}';

      ALTER TABLE saved_views ENABLE ROW LEVEL SECURITY;
      ALTER TABLE saved_views FORCE ROW LEVEL SECURITY;
      CREATE POLICY saved_views_own ON saved_views USING (app.owns(user_id)) WITH CHECK (app.owns(user_id));
      CREATE POLICY saved_views_shared ON saved_views FOR SELECT
        USING (app.role() IN ('officer', 'park-lead') AND park_ids && app.park_ids());
      GRANT SELECT, INSERT, UPDATE, DELETE ON saved_views TO app_api;
      GRANT SELECT ON saved_views TO app_worker, app_backup;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE saved_views');
  }
}
