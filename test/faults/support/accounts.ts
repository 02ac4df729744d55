import { NestFactory } from '@nestjs/core';
import { SYSTEM } from '../../../src/common/actor';
import { createUserSchema } from '../../../src/identity/user/user.schema';
import { UserService } from '../../../src/identity/user/user.service';
import { ParkService } from '../../../src/organisations/park.service';
import type { Env } from '../../../src/platform/config/env.schema';
import { Database } from '../../../src/platform/database/database';
import { ServicesModule } from '../../../src/services.module';

export const PASSWORD = 'a long enough password for faults';

/** Makes a park and `count` managers, user-0, user-1, … in a migrated database. */
export async function makeAccounts(env: Env, count: number): Promise<string[]> {
  const app = await NestFactory.createApplicationContext(ServicesModule.with(env), {
    logger: false,
    abortOnError: false,
  });
  try {
    const park = { code: 'NO.1', name: 'NO.1园区', city: '太原' };
    const parks = app.get(ParkService, { strict: false });
    await app.get(Database).as(SYSTEM, (tx) => parks.ensureParks([park], tx));
    const logins = Array.from({ length: count }, (_, n) => `user-${n}`);
    for (const login of logins) {
      const user = { login, name: login, role: 'manager', password: PASSWORD };
      await app.get(UserService, { strict: false }).create(SYSTEM, createUserSchema.parse(user));
    }
    return logins;
  } finally {
    await app.close();
  }
}
