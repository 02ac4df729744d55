import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Matching1669100000007 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE match_models (
        version int PRIMARY KEY,
        pipeline int NOT NULL,
        body bytea NOT NULL,
        records int NOT NULL,
        state text NOT NULL CHECK (state IN ('candidate', 'current', 'retired')),
        note text,
        created_at timestamptz NOT NULL DEFAULT now(),
        promoted_at timestamptz
      );
      CREATE UNIQUE INDEX match_models_one_current ON match_models (state) WHERE state = 'current';

      -- A record as the engine sees it; kept with no features when the record may no longer be matched,
      -- so that followers of xid learn of its going.
      CREATE TABLE match_features (
        kind text NOT NULL CHECK (kind IN ('need', 'project', 'talent')),
        record_id uuid NOT NULL,
        record_version int NOT NULL,
        pipeline int NOT NULL,
        features bytea,
        xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (kind, record_id)
      );
      CREATE INDEX match_features_followed ON match_features (xid);

      CREATE TABLE match_runs (
        id uuid PRIMARY KEY,
        requested_by uuid,
        state text NOT NULL CHECK (state IN ('waiting', 'running', 'finished', 'cancelled', 'failed')),
        model int,
        total int NOT NULL DEFAULT 0,
        done int NOT NULL DEFAULT 0,
        entries int NOT NULL DEFAULT 0,
        by_kind jsonb NOT NULL DEFAULT '{}',
        resume_after uuid,
        cancel_requested boolean NOT NULL DEFAULT false,
        created_at timestamptz NOT NULL DEFAULT now(),
        started_at timestamptz,
        finished_at timestamptz
      );

      CREATE SEQUENCE match_generation;
      -- One row per demand and pair kind, replaced whole; a later generation is never overwritten by an earlier one.
      CREATE TABLE shortlists (
        demand_id uuid NOT NULL,
        pair_kind text NOT NULL CHECK (pair_kind IN ('tech-project', 'tech-expert', 'hiring-talent', 'project-expert')),
        demand_version int NOT NULL,
        demand_park_id uuid,
        demand_organisation_id uuid,
        model int NOT NULL REFERENCES match_models (version),
        generation bigint NOT NULL,
        supply_ids uuid[] NOT NULL,
        supply_versions int[] NOT NULL,
        scores float8[] NOT NULL,
        parts float4[] NOT NULL,
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (demand_id, pair_kind),
        CHECK (cardinality(supply_ids) <= 50),
        CHECK (cardinality(supply_ids) = cardinality(scores) AND cardinality(supply_ids) = cardinality(supply_versions)),
        CHECK (cardinality(parts) = 4 * cardinality(scores))
      );
      COMMENT ON COLUMN shortlists.parts IS 'four per entry: points of text, meaning, tags, criteria; NaN where there is no data';

      ALTER TABLE match_models ENABLE ROW LEVEL SECURITY;
      ALTER TABLE match_models FORCE ROW LEVEL SECURITY;
      CREATE POLICY match_models_read ON match_models FOR SELECT USING (app.role() <> '');
      CREATE POLICY match_models_write ON match_models FOR ALL
        USING (app.writes_all() OR app.role() = 'worker') WITH CHECK (app.writes_all() OR app.role() = 'worker');

      ALTER TABLE match_features ENABLE ROW LEVEL SECURITY;
      ALTER TABLE match_features FORCE ROW LEVEL SECURITY;
      -- Features hold hashes and weights, no text; officers need both sides of a pair to be shown why it fits.
      CREATE POLICY match_features_read ON match_features FOR SELECT
        USING (app.sees_all() OR app.role() IN ('officer', 'park-lead'));
      CREATE POLICY match_features_write ON match_features FOR ALL
        USING (app.role() IN ('worker', 'system')) WITH CHECK (app.role() IN ('worker', 'system'));

      ALTER TABLE match_runs ENABLE ROW LEVEL SECURITY;
      ALTER TABLE match_runs FORCE ROW LEVEL SECURITY;
      CREATE POLICY match_runs_read ON match_runs FOR SELECT
        USING (app.sees_all() OR app.role() IN ('officer', 'park-lead'));
      CREATE POLICY match_runs_ask ON match_runs FOR INSERT WITH CHECK (app.writes_all());
      CREATE POLICY match_runs_work ON match_runs FOR UPDATE
        USING (app.writes_all() OR app.role() = 'worker') WITH CHECK (app.writes_all() OR app.role() = 'worker');

      ALTER TABLE shortlists ENABLE ROW LEVEL SECURITY;
      ALTER TABLE shortlists FORCE ROW LEVEL SECURITY;
      -- An enterprise never reads a shortlist: it sees what was shared with it.
      CREATE POLICY shortlists_read ON shortlists FOR SELECT USING (app.sees_all() OR app.serves_park(demand_park_id));
      CREATE POLICY shortlists_write ON shortlists FOR ALL
        USING (app.role() IN ('worker', 'system')) WITH CHECK (app.role() IN ('worker', 'system'));

      GRANT SELECT, INSERT, UPDATE ON match_models, match_runs TO app_api;
      GRANT SELECT ON match_features, shortlists TO app_api;
      GRANT SELECT, INSERT, UPDATE, DELETE ON match_models, match_features, shortlists TO app_worker;
      GRANT SELECT, UPDATE ON match_runs TO app_worker;
      GRANT USAGE ON SEQUENCE match_generation TO app_worker;
      GRANT SELECT ON match_models, match_features, match_runs, shortlists TO app_backup;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      'DROP TABLE shortlists, match_runs, match_features, match_models; DROP SEQUENCE match_generation;',
    );
  }
}
