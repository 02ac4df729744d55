import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What can turn out to have been entered twice; the later pointer of a pair leads to the one that stays. */
const MERGED = ['needs', 'projects', 'talents', 'organisations', 'persons', 'matches'];
const RECORDS = ['needs', 'projects', 'talents'];

/** Columns that may not begin to refer to what was merged away, by table. */
const GUARDED: Record<string, string[]> = {
  users: ['organisation_id', 'person_id'],
  needs: ['organisation_id'],
  projects: ['organisation_id'],
  talents: ['organisation_id', 'person_id'],
  attachments: ['organisation_id', 'subject_id'],
  consents: ['person_id'],
  consent_links: ['person_id'],
  person_contacts: ['person_id'],
  review_requests: ['person_id'],
  matches: ['demand_id', 'supply_id', 'demand_organisation_id', 'supply_organisation_id'],
  match_shares: ['match_id', 'demand_id', 'supply_id', 'organisation_id'],
  match_moves: ['match_id'],
  match_contacts: ['match_id'],
  match_notes: ['match_id'],
  match_alerts: ['demand_id'],
  signings: [
    'match_id',
    'need_id',
    'project_id',
    'talent_id',
    'party_a_organisation_id',
    'party_b_organisation_id',
  ],
  signing_subjects: ['subject_id'],
  session_guests: ['organisation_id', 'need_ids', 'project_ids', 'talent_ids'],
  session_meetings: ['demand_id', 'supply_id', 'match_id'],
};

/**
 * Two entries of one thing become one. What hangs on the one that goes is pointed at the one that stays, each change is kept so that it can
 * be taken back, and nothing new can be hung on what has gone.
 */
export class Merges1669100000052 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const table of MERGED)
      await db.query(`
        ALTER TABLE ${table} ADD COLUMN merged_into uuid REFERENCES ${table};
        CREATE INDEX ${table}_merged ON ${table} (merged_into) WHERE merged_into IS NOT NULL;
        ALTER TABLE ${table} ADD CONSTRAINT ${table}_merged_elsewhere CHECK (merged_into <> id);`);
    for (const table of RECORDS)
      await db.query(`ALTER TABLE ${table} ADD CONSTRAINT ${table}_merged_rests
        CHECK (merged_into IS NULL OR status = 'archived')`);
    await db.query(KEYS);
    await db.query(TABLES);
    await db.query(GUARD);
    for (const [table, columns] of Object.entries(GUARDED)) await db.query(guard(table, columns));
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of Object.keys(GUARDED))
      await db.query(
        `DROP TRIGGER ${table}_refers_to_what_is ON ${table}; DROP FUNCTION app.guard_${table}()`,
      );
    await db.query(`
      DROP FUNCTION app.is_merged(uuid[]);
      DROP TABLE not_duplicates, record_merges;
      DROP INDEX organisations_uscc_key, persons_id_number_index_key, matches_pair_kind_demand_id_supply_id_key;
      ALTER TABLE organisations ADD CONSTRAINT organisations_uscc_key UNIQUE (uscc);
      ALTER TABLE persons ADD CONSTRAINT persons_id_number_index_key UNIQUE (id_number_index);
      ALTER TABLE matches ADD CONSTRAINT matches_pair_kind_demand_id_supply_id_key UNIQUE (pair_kind, demand_id, supply_id);
    `);
    for (const table of RECORDS) await db.query(`ALTER TABLE ${table} DROP CONSTRAINT ${table}_merged_rests`);
    for (const table of MERGED) await db.query(`ALTER TABLE ${table} DROP COLUMN merged_into`);
  }
}

/** What goes keeps what it was known by, so these are unique among what stays only. */
const KEYS = `
  ALTER TABLE organisations DROP CONSTRAINT organisations_uscc_key;
  CREATE UNIQUE INDEX organisations_uscc_key ON organisations (uscc) WHERE merged_into IS NULL;
  ALTER TABLE persons DROP CONSTRAINT persons_id_number_index_key;
  CREATE UNIQUE INDEX persons_id_number_index_key ON persons (id_number_index) WHERE merged_into IS NULL;
  ALTER TABLE matches DROP CONSTRAINT matches_pair_kind_demand_id_supply_id_key;
  CREATE UNIQUE INDEX matches_pair_kind_demand_id_supply_id_key ON matches (pair_kind, demand_id, supply_id)
    WHERE merged_into IS NULL;
`;

const TABLES = `
  CREATE TABLE record_merges (
    id uuid PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('organisation', 'need', 'project', 'talent')),
    from_id uuid NOT NULL,
    into_id uuid NOT NULL,
    park_id uuid REFERENCES parks,
    reason text NOT NULL CHECK (char_length(reason) BETWEEN 1 AND 1000),
    from_version int NOT NULL,
    into_version int NOT NULL,
    steps jsonb,
    counts jsonb NOT NULL,
    links jsonb NOT NULL,
    ended uuid[] NOT NULL DEFAULT '{}',
    merged_by uuid REFERENCES users ON DELETE SET NULL,
    merged_at timestamptz(3) NOT NULL,
    undone_by uuid REFERENCES users ON DELETE SET NULL,
    undone_at timestamptz(3),
    CHECK (from_id <> into_id)
  );
  COMMENT ON COLUMN record_merges.from_version IS 'after the merge, like into_version';
  COMMENT ON COLUMN record_merges.steps IS 'every value that was changed, as it was before; NULL once a person in it was erased';
  COMMENT ON COLUMN record_merges.counts IS 'how many rows moved, by what they are';
  COMMENT ON COLUMN record_merges.links IS 'digests of what hung on the one that stays right after the merge, by column';
  COMMENT ON COLUMN record_merges.ended IS 'matches that ended within another of the same pair';
  CREATE UNIQUE INDEX record_merges_once ON record_merges (from_id) WHERE undone_at IS NULL;
  CREATE INDEX record_merges_into ON record_merges (into_id);

  CREATE TABLE not_duplicates (
    id uuid PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('organisation', 'need', 'project', 'talent')),
    first_id uuid NOT NULL,
    second_id uuid NOT NULL,
    park_id uuid REFERENCES parks,
    said_by uuid REFERENCES users ON DELETE SET NULL,
    said_at timestamptz(3) NOT NULL,
    UNIQUE (first_id, second_id),
    CHECK (first_id < second_id)
  );

  ALTER TABLE record_merges ENABLE ROW LEVEL SECURITY;
  ALTER TABLE record_merges FORCE ROW LEVEL SECURITY;
  -- Organisations are the whole network's, and only the platform merges them.
  CREATE POLICY record_merges_read ON record_merges FOR SELECT USING (app.sees_all() OR app.serves_park(park_id)
    OR (kind = 'organisation' AND app.role() IN ('officer', 'park-lead')));
  CREATE POLICY record_merges_add ON record_merges FOR INSERT WITH CHECK (app.role() = 'system');
  CREATE POLICY record_merges_change ON record_merges FOR UPDATE
    USING (app.role() = 'system') WITH CHECK (app.role() = 'system');

  ALTER TABLE not_duplicates ENABLE ROW LEVEL SECURITY;
  ALTER TABLE not_duplicates FORCE ROW LEVEL SECURITY;
  CREATE POLICY not_duplicates_read ON not_duplicates FOR SELECT USING (app.sees_all() OR app.serves_park(park_id)
    OR (kind = 'organisation' AND app.role() IN ('officer', 'park-lead')));
  CREATE POLICY not_duplicates_say ON not_duplicates FOR INSERT
    WITH CHECK (app.writes_all() OR app.serves_park(park_id));
  CREATE POLICY not_duplicates_take_back ON not_duplicates FOR DELETE
    USING (app.writes_all() OR app.serves_park(park_id));

  GRANT SELECT, INSERT, UPDATE ON record_merges TO app_api;
  GRANT SELECT, INSERT, DELETE ON not_duplicates TO app_api;
  GRANT SELECT ON record_merges, not_duplicates TO app_backup;
`;

/**
 * A merge holds this lock alone and every writer of a reference shares it: whoever comes first, the other sees what they did. Whether a
 * row was merged is asked as the system, since the writer may not see it.
 */
const GUARD = `
  CREATE FUNCTION app.is_merged(sought uuid[]) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE
        asker text := current_setting('app.role', true);
        found boolean;
      BEGIN
        PERFORM pg_advisory_xact_lock_shared(7202203);
        PERFORM set_config('app.role', 'system', true);
        SELECT ${MERGED.map(
          (table) => `EXISTS (SELECT FROM ${table} WHERE id = ANY (sought) AND merged_into IS NOT NULL)`,
        ).join(' OR ')} INTO found;
        PERFORM set_config('app.role', asker, true);
        RETURN found;
      END $$;
  REVOKE EXECUTE ON FUNCTION app.is_merged(uuid[]) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION app.is_merged(uuid[]) TO app_api, app_worker;
`;

/** OLD is null throughout while a row is added. */
const guard = (table: string, columns: string[]): string => `
  CREATE FUNCTION app.guard_${table}() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE named uuid[] := '{}';
    BEGIN
      ${columns
        .map(
          (column) =>
            `IF NEW.${column} IS DISTINCT FROM OLD.${column} THEN named := named || NEW.${column}; END IF;`,
        )
        .join('\n      ')}
      IF array_remove(named, NULL) <> '{}' AND app.is_merged(named) THEN
        RAISE EXCEPTION 'a reference to what was merged' USING ERRCODE = 'ZM001';
      END IF;
      RETURN NEW;
    END $$;
  GRANT EXECUTE ON FUNCTION app.guard_${table}() TO app_api, app_worker;
  CREATE TRIGGER ${table}_refers_to_what_is BEFORE INSERT OR UPDATE OF ${columns.join(', ')} ON ${table}
    FOR EACH ROW EXECUTE FUNCTION app.guard_${table}();
`;
