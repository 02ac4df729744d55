import type { MigrationInterface, QueryRunner } from 'typeorm';

const OWN = 'app.writes_all() OR created_by = app.user_id() OR app.serves_park(park_id)';

/** Lists that people send: a file, what was made of each of its rows, and what came of it. */
export class Imports1669100000026 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE imports (
        id uuid PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN
          ('technology-needs', 'hiring-needs', 'projects', 'talents', 'rosters', 'organisations')),
        state text NOT NULL CHECK (state IN
          ('reading', 'refused', 'preview', 'running', 'finished', 'reverting', 'reverted')),
        file_name text NOT NULL CHECK (char_length(file_name) BETWEEN 1 AND 200),
        attachment_id uuid NOT NULL REFERENCES attachments,
        park_id uuid REFERENCES parks,
        created_by uuid REFERENCES users,
        sheet text,
        layout jsonb,
        notices jsonb NOT NULL DEFAULT '[]',
        choices jsonb,
        failure text,
        total int NOT NULL DEFAULT 0,
        done int NOT NULL DEFAULT 0 CHECK (done BETWEEN 0 AND total),
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        started_at timestamptz(3),
        finished_at timestamptz(3),
        reverted_at timestamptz(3)
      );
      COMMENT ON COLUMN imports.failure IS 'the code of what refused the file';

      CREATE TABLE import_rows (
        import_id uuid NOT NULL REFERENCES imports ON DELETE CASCADE,
        row_no int NOT NULL CHECK (row_no > 0),
        state text NOT NULL CHECK (state IN ('ready', 'known', 'doubtful', 'same', 'left-out',
          'created', 'updated', 'merged', 'kept', 'failed', 'reverted')),
        sealed bytea,
        contact bytea,
        key bytea,
        digest bytea,
        known_id uuid,
        known_by text CHECK (known_by IN ('list', 'code', 'name', 'title', 'person', 'text')),
        decision text CHECK (decision IN ('skip', 'update', 'merge', 'new')),
        record_id uuid,
        record_version int,
        failure text,
        PRIMARY KEY (import_id, row_no)
      );
      COMMENT ON COLUMN import_rows.sealed IS 'cells and doubts, encrypted; gone once the row is in';
      COMMENT ON COLUMN import_rows.key IS 'keyed digest of what the row is about';
      CREATE INDEX import_rows_by_state ON import_rows (import_id, state, row_no);
      CREATE INDEX import_rows_by_key ON import_rows (key) WHERE record_id IS NOT NULL;
      CREATE INDEX import_rows_by_record ON import_rows (record_id) WHERE record_id IS NOT NULL;

      ALTER TABLE imports ENABLE ROW LEVEL SECURITY;
      ALTER TABLE imports FORCE ROW LEVEL SECURITY;
      CREATE POLICY imports_read ON imports FOR SELECT USING (app.sees_all() OR ${OWN});
      CREATE POLICY imports_create ON imports FOR INSERT WITH CHECK (${OWN});
      CREATE POLICY imports_edit ON imports FOR UPDATE USING (${OWN}) WITH CHECK (${OWN});
      CREATE POLICY imports_remove ON imports FOR DELETE USING (${OWN});

      ALTER TABLE import_rows ENABLE ROW LEVEL SECURITY;
      ALTER TABLE import_rows FORCE ROW LEVEL SECURITY;
      -- Rows hold how to reach people: neither an auditor nor a worker reads them.
      CREATE POLICY import_rows_own ON import_rows FOR ALL
        USING (import_id IN (SELECT id FROM imports WHERE ${OWN}))
        WITH CHECK (import_id IN (SELECT id FROM imports WHERE ${OWN}));

      GRANT SELECT, INSERT, UPDATE, DELETE ON imports, import_rows TO app_api;
      GRANT SELECT ON imports TO app_worker;
      GRANT SELECT ON imports, import_rows TO app_backup;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE import_rows, imports');
  }
}
