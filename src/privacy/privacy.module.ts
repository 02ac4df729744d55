import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../identity/accounts.module';
import { MatchingModule } from '../matching/matching.module';
import { OrganisationsModule } from '../organisations/organisations.module';
import { TalentModule } from '../talent/talent.module';
import { ConsentAnswerService } from './consent-link/consent-answer.service';
import { ConsentLinkController } from './consent-link/consent-link.controller';
import { ConsentLinkEntity } from './consent-link/consent-link.entity';
import { ConsentLinkRepository } from './consent-link/consent-link.repository';
import { ConsentLinkService } from './consent-link/consent-link.service';
import { ErasureRepository } from './erasure.repository';
import { ErasureService } from './erasure.service';
import { PersonCopyService } from './person-copy.service';
import { PersonFile } from './person-file';
import { PersonGuard } from './person.guard';
import { PersonRemoval } from './person-removal';
import { PrivacyController } from './privacy.controller';
import { ProfileRepository } from './profile.repository';
import { ReviewRequestEntity } from './review-request.entity';
import { ReviewRequestRepository } from './review-request.repository';
import { ReviewRequestService } from './review-request.service';

/** What people can ask of the product about themselves: a copy, to be taken out, a human's look. */
@Module({
  imports: [
    AccountsModule,
    MatchingModule,
    OrganisationsModule,
    TalentModule,
    TypeOrmModule.forFeature([ConsentLinkEntity, ReviewRequestEntity]),
  ],
  controllers: [ConsentLinkController, PrivacyController],
  providers: [
    ConsentAnswerService,
    ConsentLinkRepository,
    ConsentLinkService,
    ErasureRepository,
    ErasureService,
    PersonCopyService,
    PersonFile,
    PersonGuard,
    PersonRemoval,
    ProfileRepository,
    ReviewRequestRepository,
    ReviewRequestService,
  ],
})
export class PrivacyModule {}
