import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Vectors of texts that an embeddings server made, and which of them each record's features carry. */
export class TextEmbeddings1669100000046 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE text_embeddings (
        model text NOT NULL,
        text_hash bytea NOT NULL CHECK (octet_length(text_hash) = 32),
        vector bytea NOT NULL,
        made_at timestamptz(3) NOT NULL DEFAULT now(),
        PRIMARY KEY (model, text_hash)
      );
      COMMENT ON COLUMN text_embeddings.text_hash IS 'SHA-256 of the text that was sent';
      COMMENT ON COLUMN text_embeddings.vector IS '32-bit floats, little-endian, of length 1 together';
      ALTER TABLE text_embeddings ENABLE ROW LEVEL SECURITY;
      ALTER TABLE text_embeddings FORCE ROW LEVEL SECURITY;
      CREATE POLICY text_embeddings_read ON text_embeddings FOR SELECT USING (app.sees_all());
      CREATE POLICY text_embeddings_keep ON text_embeddings FOR INSERT WITH CHECK (app.role() = 'worker');
      CREATE POLICY text_embeddings_sweep ON text_embeddings FOR DELETE USING (app.role() = 'worker');
      GRANT SELECT ON text_embeddings TO app_api, app_backup;
      GRANT SELECT, INSERT, DELETE ON text_embeddings TO app_worker;

      ALTER TABLE match_features ADD COLUMN embedding_model text, ADD COLUMN text_hash bytea;
      CREATE INDEX match_features_text_hash ON match_features (text_hash) WHERE text_hash IS NOT NULL;
      COMMENT ON COLUMN match_features.embedding_model IS 'whose vector the features carry; NULL: none';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE match_features DROP COLUMN text_hash, DROP COLUMN embedding_model;
      DROP TABLE text_embeddings;
    `);
  }
}
