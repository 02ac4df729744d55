import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Parks and organisations: known to the whole network, so neither belongs to a park. */
export class Organisations1669100000003 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE parks (
        id uuid PRIMARY KEY,
        code text NOT NULL UNIQUE CHECK (char_length(code) BETWEEN 1 AND 20),
        name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
        city text CHECK (char_length(city) BETWEEN 1 AND 50),
        ordinal int NOT NULL,
        sample_set text,
        created_at timestamptz(3) NOT NULL DEFAULT now()
      );

      CREATE TABLE organisations (
        id uuid PRIMARY KEY,
        name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
        kind text NOT NULL CHECK (kind IN ('enterprise', 'university', 'institute', 'operator', 'other')),
        uscc text UNIQUE CHECK (uscc ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
        city text CHECK (char_length(city) BETWEEN 1 AND 50),
        region text CHECK (region IN ('overseas', 'outside-province', 'outside-city', 'outside-park', 'in-park')),
        industry text CHECK (industry ~ '^[A-T][0-9]{0,4}$'),
        qualities text[] NOT NULL DEFAULT '{}' CHECK (qualities <@ ARRAY['high-tech', 'above-scale', 'specialised']),
        key_enterprise boolean NOT NULL DEFAULT false,
        version int NOT NULL DEFAULT 1 CHECK (version > 0),
        source text,
        source_ref text,
        sample_set text,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        updated_at timestamptz(3) NOT NULL DEFAULT now(),
        UNIQUE (source, source_ref)
      );
      CREATE INDEX organisations_by_name ON organisations (name, id);

      ALTER TABLE users ADD CONSTRAINT users_organisation FOREIGN KEY (organisation_id) REFERENCES organisations;
      ALTER TABLE user_parks ADD CONSTRAINT user_parks_park FOREIGN KEY (park_id) REFERENCES parks;

      ALTER TABLE parks ENABLE ROW LEVEL SECURITY;
      ALTER TABLE parks FORCE ROW LEVEL SECURITY;
      CREATE POLICY parks_read ON parks FOR SELECT USING (app.role() <> '');
      CREATE POLICY parks_write ON parks FOR ALL USING (app.writes_all()) WITH CHECK (app.writes_all());

      ALTER TABLE organisations ENABLE ROW LEVEL SECURITY;
      ALTER TABLE organisations FORCE ROW LEVEL SECURITY;
      -- An enterprise knows itself; whom else it may know is decided match by match, when something is shared with it.
      CREATE POLICY organisations_read ON organisations FOR SELECT USING (
        app.role() IN ('manager', 'park-lead', 'officer', 'organiser', 'commission', 'auditor', 'worker', 'system')
        OR id = app.organisation_id());
      CREATE POLICY organisations_create ON organisations FOR INSERT
        WITH CHECK (app.writes_all() OR app.role() IN ('officer', 'park-lead'));
      CREATE POLICY organisations_edit ON organisations FOR UPDATE
        USING (app.writes_all() OR app.role() IN ('officer', 'park-lead')
          OR (app.role() = 'enterprise' AND id = app.organisation_id()))
        WITH CHECK (app.writes_all() OR app.role() IN ('officer', 'park-lead')
          OR (app.role() = 'enterprise' AND id = app.organisation_id()));
      CREATE POLICY organisations_remove ON organisations FOR DELETE USING (app.role() = 'system');

      GRANT SELECT, INSERT, UPDATE, DELETE ON parks, organisations TO app_api;
      GRANT SELECT ON parks, organisations TO app_worker, app_backup;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE organisations, parks CASCADE');
  }
}
