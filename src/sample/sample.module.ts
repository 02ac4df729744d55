import { Module } from '@nestjs/common';
import { EventsModule } from '../events/events.module';
import { MatchingModule } from '../matching/matching.module';
import { NeedsModule } from '../needs/needs.module';
import { OrganisationsModule } from '../organisations/organisations.module';
import { PlanModule } from '../plan/plan.module';
import { ProjectsModule } from '../projects/projects.module';
import { RecordsModule } from '../records/records.module';
import { TalentModule } from '../talent/talent.module';
import { SampleAccounts } from './sample-accounts';
import { SampleEvents } from './sample-events';
import { SampleSeeder } from './sample-seeder';
import { FirstFill } from './first-fill';

/** What a new installation starts with: parks, the first model, and the sample where it is wanted. */
@Module({
  imports: [
    EventsModule,
    PlanModule,
    OrganisationsModule,
    RecordsModule,
    NeedsModule,
    ProjectsModule,
    TalentModule,
    MatchingModule,
  ],
  providers: [FirstFill, SampleAccounts, SampleEvents, SampleSeeder],
  exports: [FirstFill, SampleSeeder],
})
export class SampleModule {}
