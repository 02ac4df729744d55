import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import type { Env } from '../config/env.schema';
import { ENV } from '../config/settings.module';
import { DatabaseWatch } from '../database/database-watch';
import { databaseUrls } from '../roles/database-urls';
import { EtagInterceptor } from './etag.interceptor';
import { IdempotencyInterceptor } from './idempotency.interceptor';
import { IdempotencyRepository } from './idempotency.repository';
import { RequestGate } from './request-gate';
import { RouteInputCheck } from './route-input.check';

/** What every route and every answer has in common; the first interceptor is the outermost. */
@Module({
  imports: [DiscoveryModule],
  providers: [
    IdempotencyRepository,
    RequestGate,
    RouteInputCheck,
    {
      provide: DatabaseWatch,
      inject: [ENV],
      useFactory: (env: Env) => new DatabaseWatch(databaseUrls(env).apiUrl),
    },
    { provide: APP_INTERCEPTOR, useClass: EtagInterceptor },
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
  ],
})
export class HttpModule {}
