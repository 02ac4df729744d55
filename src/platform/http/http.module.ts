import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { EtagInterceptor } from './etag.interceptor';
import { IdempotencyInterceptor } from './idempotency.interceptor';
import { IdempotencyRepository } from './idempotency.repository';
import { RouteInputCheck } from './route-input.check';

/** What every route and every answer has in common; the first interceptor is the outermost. */
@Module({
  imports: [DiscoveryModule],
  providers: [
    IdempotencyRepository,
    RouteInputCheck,
    { provide: APP_INTERCEPTOR, useClass: EtagInterceptor },
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
  ],
})
export class HttpModule {}
