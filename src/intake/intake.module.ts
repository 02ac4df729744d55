import { Module } from '@nestjs/common';
import { MatchingModule } from '../matching/matching.module';
import { NeedsModule } from '../needs/needs.module';
import { OrganisationsModule } from '../organisations/organisations.module';
import { ProjectsModule } from '../projects/projects.module';
import { RecordsModule } from '../records/records.module';
import { TalentModule } from '../talent/talent.module';
import { ImportTables } from './import-tables';
import { JsonlImport } from './jsonl-import';

@Module({
  imports: [OrganisationsModule, RecordsModule, NeedsModule, ProjectsModule, TalentModule, MatchingModule],
  providers: [ImportTables, JsonlImport],
  exports: [JsonlImport],
})
export class IntakeModule {}
