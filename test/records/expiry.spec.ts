import { Test } from '@nestjs/testing';
import { AccountsModule } from '../../src/identity/accounts.module';
import { NeedsModule } from '../../src/needs/needs.module';
import { NeedService } from '../../src/needs/need.service';
import type { NeedView } from '../../src/needs/need.view';
import { ClockModule } from '../../src/platform/clock/clock.module';
import { readEnv } from '../../src/platform/config/env';
import { SettingsModule } from '../../src/platform/config/settings.module';
import { CryptoModule } from '../../src/platform/crypto/crypto.module';
import { Database } from '../../src/platform/database/database';
import { DatabaseModule } from '../../src/platform/database/database.module';
import { SYSTEM } from '../../src/common/actor';
import { NeedEntity } from '../../src/needs/need.entity';
import { bodyOf, move, type ParkLife, startParkLife, technologyNeed } from './park-life';

let life: ParkLife;
beforeAll(async () => {
  life = await startParkLife();
});
afterAll(() => life.server.close());

/** The services as a worker process has them, with the worker's own login. */
async function openWorker() {
  const env = readEnv({
    ...life.server.database.settings,
    MASTER_KEY: Buffer.alloc(32, 1).toString('base64'),
    DATABASE_POOL: '2',
  });
  const imports = [
    SettingsModule.with(env),
    ClockModule,
    DatabaseModule.as('worker'),
    CryptoModule,
    AccountsModule,
    NeedsModule,
  ];
  return Test.createTestingModule({ imports }).compile();
}

describe('the worker', () => {
  it('archives what has passed its last day, and may change nothing else of a need', async () => {
    const draft = bodyOf<NeedView>(
      await life.officer.post('/needs', technologyNeed({ expiresOn: '2022-06-15' })).expect(201),
    );
    const need = bodyOf<NeedView>(await move(life.officer, 'needs', draft, 'publish').expect(200));
    const worker = await openWorker();
    try {
      const service = worker.get(NeedService, { strict: false });
      expect(await service.expireDue('2022-06-15')).toBe(0);
      expect(await service.expireDue('2022-06-16')).toBe(1);
      expect(await service.expireDue('2022-06-16')).toBe(0);
      await expect(
        worker.get(Database).as(SYSTEM, (tx) => tx.update(NeedEntity, { id: need.id }, { title: 'x' })),
      ).rejects.toThrow(/permission denied/);
    } finally {
      await worker.close();
    }
    const seen = bodyOf<NeedView>(await life.officer.get(`/needs/${need.id}`).expect(200));
    expect(seen).toMatchObject({ status: 'archived', version: need.version + 1, title: need.title });
    const versions = bodyOf<unknown>(await life.officer.get(`/needs/${need.id}/versions`).expect(200));
    expect(versions).toMatchObject({ 2: { action: 'expire', actorRole: 'system' } });
  });
});
