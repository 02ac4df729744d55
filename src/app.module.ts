import { type DynamicModule, Module, type ModuleMetadata } from '@nestjs/common';
import { AttachmentsModule } from './attachments/attachments.module';
import { DuplicatesModule } from './duplicates/duplicates.module';
import { EventsModule } from './events/events.module';
import { AccountsModule } from './identity/accounts.module';
import { IdentityModule } from './identity/identity.module';
import { IntakeModule } from './intake/intake.module';
import { MatchingModule } from './matching/matching.module';
import { NeedsModule } from './needs/needs.module';
import { JobsModule } from './operations/jobs/jobs.module';
import { NotificationsModule } from './notifications/notifications.module';
import { OperationsModule } from './operations/operations.module';
import { OrganisationsModule } from './organisations/organisations.module';
import { PlanModule } from './plan/plan.module';
import { ClockModule } from './platform/clock/clock.module';
import type { Env } from './platform/config/env.schema';
import { SettingsModule } from './platform/config/settings.module';
import { CryptoModule } from './platform/crypto/crypto.module';
import { DatabaseModule } from './platform/database/database.module';
import { HttpModule } from './platform/http/http.module';
import { PrivacyModule } from './privacy/privacy.module';
import { ProjectsModule } from './projects/projects.module';
import { QueuesModule } from './queues/queues.module';
import { ReportsModule } from './reports/reports.module';
import { SigningsModule } from './signings/signings.module';
import { TalentModule } from './talent/talent.module';
import { TaxonomyModule } from './taxonomy/taxonomy.module';
import { WebClientModule } from './web-client/web-client.module';

/** What every web server is made of, whatever its features: tests add the features they are about. */
export const webModules = (env: Env): NonNullable<ModuleMetadata['imports']> => [
  SettingsModule.with(env),
  ClockModule,
  DatabaseModule.as('api'),
  CryptoModule,
  HttpModule,
  AccountsModule,
  IdentityModule,
  OperationsModule,
];

/** The features, from the lowest folder to the highest. */
export const features = [
  TaxonomyModule,
  QueuesModule,
  AttachmentsModule,
  OrganisationsModule,
  NeedsModule,
  ProjectsModule,
  TalentModule,
  MatchingModule,
  SigningsModule,
  PlanModule,
  EventsModule,
  DuplicatesModule,
  ReportsModule,
  IntakeModule,
  NotificationsModule,
  PrivacyModule,
  JobsModule,
];

/** The web server. */
@Module({})
export class AppModule {
  static with(env: Env): DynamicModule {
    return { module: AppModule, imports: [...webModules(env), ...features, WebClientModule] };
  }
}
