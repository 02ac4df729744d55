import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AttachmentsModule } from '../attachments/attachments.module';
import { MatchingModule } from '../matching/matching.module';
import { OrganisationsModule } from '../organisations/organisations.module';
import { ProjectsModule } from '../projects/projects.module';
import { RecordsModule } from '../records/records.module';
import { TalentModule } from '../talent/talent.module';
import { ConfirmationController } from './confirmation.controller';
import { ConfirmationService } from './confirmation.service';
import { EstablishmentEntity } from './establishment.entity';
import { EstablishmentRepository } from './establishment.repository';
import { MilestoneService } from './milestone.service';
import { RosterController } from './roster.controller';
import { RosterLines } from './roster-lines';
import { RosterService } from './roster.service';
import { SigningCheckEntity } from './signing-check.entity';
import { SigningDesk } from './signing-desk';
import { SigningDocumentEntity } from './signing-document.entity';
import { SigningEditor } from './signing-editor';
import { SigningFiles } from './signing-file';
import { SigningIntake } from './signing-intake';
import { SigningMatch } from './signing-match';
import { SigningMilestoneEntity } from './signing-milestone.entity';
import { SigningPapers } from './signing-papers';
import { SigningPartRepository } from './signing-part.repository';
import { SigningRecorder } from './signing-recorder';
import { SigningSubjectEntity } from './signing-subject.entity';
import { SigningSubjects } from './signing-subjects';
import { SigningController } from './signing.controller';
import { SigningEntity } from './signing.entity';
import { SigningPresenter } from './signing.presenter';
import { SigningRepository } from './signing.repository';
import { SigningService } from './signing.service';

/** What was signed, what its papers prove, and the two checks until it is confirmed. */
@Module({
  imports: [
    AttachmentsModule,
    MatchingModule,
    OrganisationsModule,
    ProjectsModule,
    RecordsModule,
    TalentModule,
    TypeOrmModule.forFeature([
      EstablishmentEntity,
      SigningCheckEntity,
      SigningDocumentEntity,
      SigningEntity,
      SigningMilestoneEntity,
      SigningSubjectEntity,
    ]),
  ],
  controllers: [RosterController, SigningController, ConfirmationController],
  providers: [
    ConfirmationService,
    EstablishmentRepository,
    MilestoneService,
    RosterLines,
    RosterService,
    SigningDesk,
    SigningEditor,
    SigningFiles,
    SigningIntake,
    SigningMatch,
    SigningPapers,
    SigningPartRepository,
    SigningPresenter,
    SigningRecorder,
    SigningRepository,
    SigningService,
    SigningSubjects,
  ],
  exports: [
    ConfirmationService,
    MilestoneService,
    RosterService,
    SigningIntake,
    SigningRepository,
    SigningService,
  ],
})
export class SigningsModule {}
