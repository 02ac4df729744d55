import { randomBytes } from 'node:crypto';
import { NestFactory } from '@nestjs/core';
import { examine } from '../../src/cli/doctor/doctor.command';
import type { Product } from '../../src/cli/product';
import { SYSTEM } from '../../src/common/actor';
import { newId } from '../../src/common/ids';
import { readEnv } from '../../src/platform/config/env';
import { PersonKeys } from '../../src/platform/crypto/person-keys';
import { Database } from '../../src/platform/database/database';
import { ServicesModule } from '../../src/services.module';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

let database: TestDatabase;
let product: Product;

beforeAll(async () => {
  database = await createTestDatabase();
  const env = readEnv({ ...database.settings, MASTER_KEY: randomBytes(32).toString('base64') });
  const app = await NestFactory.createApplicationContext(ServicesModule.with(env), {
    logger: false,
    abortOnError: false,
  });
  product = { app, env, actor: SYSTEM };
});
afterAll(async () => {
  await product.app.close();
  await database.drop();
});

const ill = async (changes: Partial<Product['env']> = {}) =>
  (await examine({ ...product, env: { ...product.env, ...changes } }))
    .filter(({ ok }) => !ok)
    .map(({ check, advice }) => `${check}: ${advice}`);

it('finds nothing wrong with a sound installation', async () => {
  expect(await ill()).toEqual([]);
});

it('says what to do about each thing that is wrong', async () => {
  const { app } = product;
  await app.get(Database).as(SYSTEM, async (tx) => {
    await app.get(PersonKeys).keyOf(newId(), tx);
    await tx.query(
      `INSERT INTO outbox (id, job, key, payload, due_at, starts, quarantined_at)
       VALUES ($1, 'sweep-outbox', '', '{}', now(), 8, now())`,
      [newId()],
    );
  });
  const found = await ill({
    MASTER_KEY: randomBytes(32).toString('base64'),
    REDIS_URL: 'redis://127.0.0.1:1',
  });
  expect(found.map((line) => line.split(':')[0])).toEqual(['keys', 'redis', 'jobs']);
  expect(found[0]).toContain('add it to MASTER_KEY');
  expect(found[2]).toContain('outbox list');
});
