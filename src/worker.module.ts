import { type DynamicModule, Module } from '@nestjs/common';
import { DuplicatesWorkerModule } from './duplicates/duplicates-worker.module';
import { EventsWorkerModule } from './events/events-worker.module';
import { AccountsModule } from './identity/accounts.module';
import { MatchingWorkerModule } from './matching/matching-worker.module';
import { NeedsModule } from './needs/needs.module';
import { NotificationsWorkerModule } from './notifications/notifications-worker.module';
import { ClockModule } from './platform/clock/clock.module';
import type { Env } from './platform/config/env.schema';
import { SettingsModule } from './platform/config/settings.module';
import { CryptoModule } from './platform/crypto/crypto.module';
import { DatabaseModule } from './platform/database/database.module';
import { RetentionModule } from './privacy/retention.module';
import { ProjectsModule } from './projects/projects.module';
import { QueuesModule } from './queues/queues.module';
import { RecordsModule } from './records/records.module';
import { ReportsModule } from './reports/reports.module';
import { TalentModule } from './talent/talent.module';
import { UpkeepProcessor } from './upkeep/upkeep.processor';

/** A worker process: the features whose jobs it runs, under the workers' own login. */
@Module({})
export class WorkerModule {
  static with(env: Env): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        SettingsModule.with(env),
        ClockModule,
        DatabaseModule.as('worker'),
        CryptoModule,
        AccountsModule,
        QueuesModule,
        RecordsModule,
        NeedsModule,
        ProjectsModule,
        TalentModule,
        MatchingWorkerModule,
        DuplicatesWorkerModule,
        EventsWorkerModule,
        ReportsModule,
        NotificationsWorkerModule,
        RetentionModule,
      ],
      providers: [UpkeepProcessor],
    };
  }
}
