import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AttachmentsModule } from '../attachments/attachments.module';
import { AccountsModule } from '../identity/accounts.module';
import { MatchingModule } from '../matching/matching.module';
import { NeedsModule } from '../needs/needs.module';
import { OrganisationsModule } from '../organisations/organisations.module';
import { ProjectsModule } from '../projects/projects.module';
import { QueuesModule } from '../queues/queues.module';
import { RecordsModule } from '../records/records.module';
import { SigningsModule } from '../signings/signings.module';
import { TalentModule } from '../talent/talent.module';
import { DocumentReader } from './documents/document-reader';
import { ImportFiles } from './files/import-files';
import { ImportProcessor } from './import.processor';
import { ImportTables } from './import-tables';
import { ImportDesk } from './imports/import-desk';
import { ImportReading } from './imports/import-reading';
import { ImportRevert } from './imports/import-revert';
import { ImportRun } from './imports/import-run';
import { ImportController } from './imports/import.controller';
import { ImportEntity } from './imports/import.entity';
import { ImportRepository } from './imports/import.repository';
import { ImportRowEntity } from './imports/import-row.entity';
import { ImportRowRepository } from './imports/import-row.repository';
import { ImportService } from './imports/import.service';
import { KnownRecords } from './imports/known-records';
import { ListedContactController } from './imports/listed-contact.controller';
import { ListedContactService } from './imports/listed-contact.service';
import { RosterSigning } from './imports/roster-signing';
import { RowCheck } from './imports/row-check';
import { RowContents } from './imports/row-content';
import { RowMending } from './imports/row-mending';
import { RowStore } from './imports/row-store';
import { JsonlImport } from './jsonl-import';
import { ListImport } from './list-import';
import { ListReader } from './reading/list-reader';
import { SimilarRecords } from './similar/similar-records';

@Module({
  imports: [
    AccountsModule,
    AttachmentsModule,
    OrganisationsModule,
    QueuesModule,
    RecordsModule,
    NeedsModule,
    ProjectsModule,
    TalentModule,
    MatchingModule,
    SigningsModule,
    TypeOrmModule.forFeature([ImportEntity, ImportRowEntity]),
  ],
  controllers: [ImportController, ListedContactController],
  providers: [
    DocumentReader,
    ImportDesk,
    ImportFiles,
    ImportProcessor,
    ImportReading,
    ImportRepository,
    ImportRevert,
    ImportRowRepository,
    ImportRun,
    ImportService,
    ImportTables,
    JsonlImport,
    KnownRecords,
    ListedContactService,
    ListImport,
    ListReader,
    RosterSigning,
    RowCheck,
    RowContents,
    RowMending,
    RowStore,
    SimilarRecords,
  ],
  exports: [ImportProcessor, JsonlImport, ListImport],
})
export class IntakeModule {}
