import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { EtagInterceptor } from './etag.interceptor';
import { RouteInputCheck } from './route-input.check';

/** What every answer and every route has in common. */
@Module({
  imports: [DiscoveryModule],
  providers: [RouteInputCheck, { provide: APP_INTERCEPTOR, useClass: EtagInterceptor }],
})
export class HttpModule {}
