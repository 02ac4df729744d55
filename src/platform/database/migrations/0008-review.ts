import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Review1669100000008 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- A pair that a person has acted on. The engine never writes here.
      CREATE TABLE matches (
        id uuid PRIMARY KEY,
        code text NOT NULL UNIQUE,
        pair_kind text NOT NULL CHECK (pair_kind IN ('tech-project', 'tech-expert', 'hiring-talent', 'project-expert')),
        demand_id uuid NOT NULL,
        demand_version int NOT NULL,
        demand_park_id uuid,
        demand_organisation_id uuid,
        supply_id uuid NOT NULL,
        supply_version int NOT NULL,
        supply_park_id uuid,
        supply_organisation_id uuid,
        score float8,
        parts jsonb,
        model int REFERENCES match_models (version),
        stage text NOT NULL CHECK (stage IN ('suggested', 'shortlisted', 'shared', 'negotiating', 'agreed', 'signed',
          'on-hold', 'declined', 'terminated')),
        resume_stage text,
        version int NOT NULL DEFAULT 1,
        shared_on date,
        sample_set text,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        updated_at timestamptz(3) NOT NULL DEFAULT now(),
        UNIQUE (pair_kind, demand_id, supply_id),
        CHECK ((stage = 'on-hold') = (resume_stage IS NOT NULL))
      );
      CREATE INDEX matches_by_demand ON matches (demand_id, pair_kind);
      CREATE INDEX matches_by_supply ON matches (supply_id);
      CREATE INDEX matches_by_park_stage ON matches (demand_park_id, stage, updated_at);

      -- Every move with what the person saw when deciding; never changed.
      CREATE TABLE match_moves (
        id uuid PRIMARY KEY,
        match_id uuid NOT NULL REFERENCES matches (id),
        from_stage text NOT NULL,
        to_stage text NOT NULL,
        moved_by uuid,
        moved_at timestamptz(3) NOT NULL DEFAULT now(),
        side text CHECK (side IN ('demand', 'supply', 'officer')),
        reason text,
        teaches boolean,
        note text,
        undoes uuid UNIQUE REFERENCES match_moves (id),
        seen jsonb,
        sample_set text
      );
      COMMENT ON COLUMN match_moves.seen IS
        'what the decision rests on: demand and supply versions, model, score, parts, rank, list length, filter, ids above';
      CREATE INDEX match_moves_of ON match_moves (match_id, moved_at);

      CREATE TABLE match_contacts (
        id uuid PRIMARY KEY,
        match_id uuid NOT NULL REFERENCES matches (id),
        how text NOT NULL CHECK (how IN ('phone', 'wechat', 'visit', 'meeting')),
        result text NOT NULL,
        reached boolean NOT NULL,
        next_on date,
        note text,
        contacted_by uuid,
        contacted_at timestamptz(3) NOT NULL DEFAULT now(),
        sample_set text
      );
      CREATE INDEX match_contacts_of ON match_contacts (match_id, contacted_at);

      -- What left the platform: the enterprise knows a share by its id only.
      CREATE TABLE match_shares (
        id uuid PRIMARY KEY,
        match_id uuid NOT NULL REFERENCES matches (id),
        organisation_id uuid NOT NULL,
        demand_id uuid NOT NULL,
        supply_id uuid NOT NULL,
        park_id uuid,
        view jsonb NOT NULL,
        released jsonb NOT NULL DEFAULT '{}',
        redacted_summary text,
        shared_by uuid,
        shared_at timestamptz(3) NOT NULL DEFAULT now(),
        released_at timestamptz,
        withdrawn_at timestamptz,
        answer text CHECK (answer IN ('interested', 'not-interested')),
        answer_reason text,
        answer_note text,
        answered_at timestamptz,
        sample_set text
      );
      COMMENT ON COLUMN match_shares.view IS 'the anonymous fields as they were when shared';
      CREATE UNIQUE INDEX match_shares_one_live ON match_shares (match_id) WHERE withdrawn_at IS NULL;
      CREATE INDEX match_shares_protection ON match_shares (supply_id, organisation_id, shared_at);
      CREATE INDEX match_shares_for ON match_shares (organisation_id, shared_at) WHERE withdrawn_at IS NULL;

      ALTER TABLE matches ENABLE ROW LEVEL SECURITY;
      ALTER TABLE matches FORCE ROW LEVEL SECURITY;
      CREATE POLICY matches_read ON matches FOR SELECT USING (
        app.sees_all() OR app.serves_park(demand_park_id) OR app.serves_park(supply_park_id));
      -- The demand's park moves it; an enterprise's answer stands on the share and moves nothing.
      CREATE POLICY matches_write ON matches FOR ALL
        USING (app.writes_all() OR app.serves_park(demand_park_id))
        WITH CHECK (app.writes_all() OR app.serves_park(demand_park_id));

      CREATE FUNCTION app.sees_match(match uuid) RETURNS boolean LANGUAGE sql STABLE AS
        $$ SELECT EXISTS (SELECT 1 FROM matches WHERE id = match) $$;
      CREATE FUNCTION app.moves_match(match uuid) RETURNS boolean LANGUAGE sql STABLE AS
        $$ SELECT EXISTS (SELECT 1 FROM matches WHERE id = match AND (app.writes_all() OR app.serves_park(demand_park_id))) $$;
      GRANT EXECUTE ON FUNCTION app.sees_match, app.moves_match TO app_api, app_worker, app_backup;

      ALTER TABLE match_moves ENABLE ROW LEVEL SECURITY;
      ALTER TABLE match_moves FORCE ROW LEVEL SECURITY;
      CREATE POLICY match_moves_read ON match_moves FOR SELECT USING (app.sees_match(match_id));
      CREATE POLICY match_moves_add ON match_moves FOR INSERT WITH CHECK (app.moves_match(match_id));

      ALTER TABLE match_contacts ENABLE ROW LEVEL SECURITY;
      ALTER TABLE match_contacts FORCE ROW LEVEL SECURITY;
      CREATE POLICY match_contacts_read ON match_contacts FOR SELECT USING (app.sees_match(match_id));
      CREATE POLICY match_contacts_add ON match_contacts FOR INSERT WITH CHECK (app.moves_match(match_id));

      ALTER TABLE match_shares ENABLE ROW LEVEL SECURITY;
      ALTER TABLE match_shares FORCE ROW LEVEL SECURITY;
      -- The inner table shows a park only the matches of its own records.
      CREATE POLICY match_shares_read ON match_shares FOR SELECT USING (
        app.sees_all() OR app.sees_match(match_id)
        OR (app.role() = 'enterprise' AND organisation_id = app.organisation_id() AND withdrawn_at IS NULL));
      CREATE POLICY match_shares_add ON match_shares FOR INSERT WITH CHECK (app.moves_match(match_id));
      -- The demand's park shares and withdraws, the supply's park releases what is its own, the enterprise answers.
      CREATE POLICY match_shares_change ON match_shares FOR UPDATE
        USING (app.writes_all() OR (app.role() IN ('officer', 'park-lead') AND app.sees_match(match_id))
          OR (app.role() = 'enterprise' AND organisation_id = app.organisation_id() AND withdrawn_at IS NULL))
        WITH CHECK (app.writes_all() OR (app.role() IN ('officer', 'park-lead') AND app.sees_match(match_id))
          OR (app.role() = 'enterprise' AND organisation_id = app.organisation_id()));

      GRANT SELECT, INSERT, UPDATE ON matches, match_shares TO app_api;
      GRANT SELECT, INSERT ON match_moves, match_contacts TO app_api;
      GRANT SELECT ON matches, match_moves, match_contacts, match_shares TO app_worker, app_backup;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE match_shares, match_contacts, match_moves CASCADE;
      DROP FUNCTION app.sees_match, app.moves_match;
      DROP TABLE matches;
    `);
  }
}
