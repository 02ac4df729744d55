import { NestFactory } from '@nestjs/core';
import { getDataSourceToken } from '@nestjs/typeorm';
import { Client } from 'pg';
import type { DataSource, EntityMetadata } from 'typeorm';
import { readEnv } from '../../src/platform/config/env';
import { ownerDataSource } from '../../src/platform/database/migrate';
import { log } from '../../src/platform/logging/log';
import { ServicesModule } from '../../src/services.module';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

let database: TestDatabase;
let catalogue: Client;

beforeAll(async () => {
  log.level = 'silent';
  database = await createTestDatabase();
  catalogue = new Client({ connectionString: database.superuserUrl });
  await catalogue.connect();
});
afterAll(async () => {
  await catalogue.end();
  await database.drop();
});

const rows = async <T extends object>(sql: string): Promise<T[]> => (await catalogue.query<T>(sql)).rows;

/** Everything a migration makes, as sorted lines. */
const fingerprint = async (): Promise<string[]> => {
  const lines = await rows<{ line: string }>(`
    SELECT concat_ws(' ', 'column', table_name, column_name, udt_name, is_nullable, column_default) AS line
    FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'migrations'
    UNION ALL SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'migrations'
    UNION ALL SELECT 'constraint ' || conrelid::regclass || ' ' || pg_get_constraintdef(oid)
      FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND conrelid <> 'migrations'::regclass
    UNION ALL SELECT concat_ws(' ', 'policy', tablename, policyname, cmd, qual, with_check) FROM pg_policies
    UNION ALL SELECT 'function ' || p.oid::regprocedure FROM pg_proc p WHERE pronamespace = 'app'::regnamespace
    UNION ALL SELECT concat_ws(' ', 'grant', grantee, privilege_type, table_name)
      FROM information_schema.role_table_grants WHERE table_schema = 'public' AND table_name <> 'migrations'
    ORDER BY 1`);
  return lines.map(({ line }) => line);
};

/** How a column's type in an entity is called in the catalogue. */
const CATALOGUE_NAMES: Record<string, string> = {
  int: 'int4',
  bigint: 'int8',
  boolean: 'bool',
  smallint: 'int2',
};

const columnsOf = (entity: EntityMetadata): string[] =>
  entity.columns.map((column) => {
    const type = String(column.type);
    const name = CATALOGUE_NAMES[type] ?? type;
    return `${column.databaseName} ${column.isArray ? '_' : ''}${name} ${column.isNullable ? 'null' : 'not null'}`;
  });

it('goes back to nothing and forward again to the same schema', async () => {
  const before = await fingerprint();
  const source = await ownerDataSource(database.ownerUrl).initialize();
  try {
    const applied = source.migrations.length;
    for (let at = 0; at < applied; at++) await source.undoLastMigration();
    expect(
      await rows(`SELECT FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migrations'`),
    ).toEqual([]);
    await source.runMigrations();
  } finally {
    await source.destroy();
  }
  expect(await fingerprint()).toEqual(before);
});

it('has a column for each of the entities’, of its type', async () => {
  const app = await NestFactory.createApplicationContext(
    ServicesModule.with(
      readEnv({ ...database.settings, MASTER_KEY: Buffer.alloc(32, 7).toString('base64') }),
    ),
    { logger: ['error'], abortOnError: false },
  );
  const entities = app.get<DataSource>(getDataSourceToken()).entityMetadatas;
  await app.close();
  const existing = new Map<string, Set<string>>();
  for (const { table, line } of await rows<{ table: string; line: string }>(`
    SELECT table_name AS table,
      concat_ws(' ', column_name, udt_name, CASE is_nullable WHEN 'YES' THEN 'null' ELSE 'not null' END) AS line
    FROM information_schema.columns WHERE table_schema = 'public'`))
    existing.set(table, (existing.get(table) ?? new Set()).add(line));
  const missing = entities.flatMap((entity) =>
    columnsOf(entity)
      .filter((column) => !existing.get(entity.tableName)?.has(column))
      .map((column) => `${entity.tableName}: ${column}`),
  );
  expect(missing).toEqual([]);
  expect(entities.length).toBeGreaterThan(25);
});

it('keeps every table under row-level security, its owner too', async () => {
  const open = await rows<{ name: string }>(`
    SELECT relname AS name FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND NOT (relrowsecurity AND relforcerowsecurity)
    ORDER BY 1`);
  // The list of migrations holds nobody's data.
  expect(open.map(({ name }) => name)).toEqual(['migrations']);
});
