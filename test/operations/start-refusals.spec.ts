import { randomBytes } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { getDataSourceToken } from '@nestjs/typeorm';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { SYSTEM } from '../../src/common/actor';
import { newId } from '../../src/common/ids';
import { readEnv } from '../../src/platform/config/env';
import { SettingsModule } from '../../src/platform/config/settings.module';
import { CryptoModule } from '../../src/platform/crypto/crypto.module';
import { PersonKeys } from '../../src/platform/crypto/person-keys';
import { Database } from '../../src/platform/database/database';
import { DatabaseModule } from '../../src/platform/database/database.module';
import { schemaIsCurrent } from '../../src/platform/database/schema-is-current';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

let database: TestDatabase;
const running: INestApplicationContext[] = [];
beforeAll(async () => (database = await createTestDatabase()));
afterEach(async () => {
  for (const app of running.splice(0)) await app.close();
});
afterAll(() => database.drop());

/** Of the installation; other keys are another's. */
const OWN = randomBytes(32).toString('base64');
const key = () => randomBytes(32).toString('base64');
const start = async (settings: Record<string, string> = {}): Promise<INestApplicationContext> => {
  const env = readEnv({ ...database.settings, MASTER_KEY: OWN, ...settings });
  const imports = [SettingsModule.with(env), DatabaseModule.as('api'), CryptoModule];
  const module = { module: class StartTest {}, imports };
  const app = await NestFactory.createApplicationContext(module, { logger: false, abortOnError: false });
  running.push(app);
  return app;
};
const asOwner = async (sql: string): Promise<void> => {
  const client = new Client({ connectionString: database.ownerUrl });
  await client.connect();
  await client.query(sql).finally(() => client.end());
};

it('refuses a schema that a later release made, before and after migrating', async () => {
  await asOwner(`INSERT INTO migrations (timestamp, name) VALUES (1669100000999, 'Later')`);
  await expect(start()).rejects.toThrow(
    /has schema 999, made by a later release; this one knows schema \d+\./,
  );
  await expect(schemaIsCurrent(database.ownerUrl)).rejects.toThrow(/made by a later release/);
  await asOwner('DELETE FROM migrations WHERE timestamp % 10000 = 999');
});

it('refuses a schema that was not brought up to date, and says how that is done', async () => {
  await asOwner(`CREATE TABLE kept AS SELECT * FROM migrations ORDER BY timestamp DESC LIMIT 1;
    DELETE FROM migrations WHERE id IN (SELECT id FROM kept)`);
  await expect(start()).rejects.toThrow(/this release needs \d+: run node dist\/src\/prepare.js first/);
  await asOwner('INSERT INTO migrations SELECT * FROM kept; DROP TABLE kept');
});

it('refuses to start without the key that persons’ data was encrypted with', async () => {
  const app = await start();
  await app.get(Database).as(SYSTEM, (tx) => app.get(PersonKeys).keyOf(newId(), tx));
  await expect(start({ MASTER_KEY: key() })).rejects.toThrow(
    /encrypted with master key [0-9a-f]{8}, which is not here\. Put the file master\.key back/,
  );
  await expect(start({ MASTER_KEY: `${key()},${OWN}` })).resolves.toBeDefined();
});

it('bounds every wait for the database, the server’s limits within the client’s', async () => {
  const app = await start({ DATABASE_STATEMENT_SECONDS: '4' });
  const limits = ['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout'];
  const source = app.get<DataSource>(getDataSourceToken());
  const shown: string[] = [];
  for (const limit of limits) {
    const [row] = await source.query<Record<string, string>[]>(`SHOW ${limit}`);
    shown.push(row?.[limit] ?? '');
  }
  expect(shown).toEqual(['4s', '5s', '15s']);
  const { extra } = source.options as { extra: { connectionTimeoutMillis: number; query_timeout: number } };
  expect(extra.connectionTimeoutMillis).toBeLessThanOrEqual(3_000);
  expect(extra.query_timeout).toBeGreaterThan(4_000);
});
