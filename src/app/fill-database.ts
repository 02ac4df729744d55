import { NestFactory } from '@nestjs/core';
import type { Env } from '../platform/config/env.schema';
import { FirstFill } from '../sample/first-fill';
import type { SignIn } from '../sample/sample-accounts';
import { ServicesModule } from '../services.module';

/** Fills a new database; answers the sample's sign-ins when the sample went in. */
export async function fillDatabase(env: Env, withSample: boolean): Promise<SignIn[] | undefined> {
  const app = await NestFactory.createApplicationContext(ServicesModule.with(env), {
    logger: false,
    abortOnError: false,
  });
  try {
    const first = app.get(FirstFill);
    await first.ensureParks();
    const signIns = withSample ? await first.fillWithSample() : undefined;
    await first.ensureModel();
    return signIns;
  } finally {
    await app.close();
  }
}
