import { Module } from '@nestjs/common';
import { HealthModule } from '../platform/health/health.module';
import { MetricsModule } from '../platform/metrics/metrics.module';
import { HealthController } from './health.controller';
import { MetricsController } from './metrics.controller';

/** What the operator's tools ask the web server. */
@Module({ imports: [HealthModule, MetricsModule], controllers: [HealthController, MetricsController] })
export class OperationsModule {}
