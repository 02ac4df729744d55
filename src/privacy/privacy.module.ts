import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../identity/accounts.module';
import { MatchingModule } from '../matching/matching.module';
import { TalentModule } from '../talent/talent.module';
import { ErasureRepository } from './erasure.repository';
import { ErasureService } from './erasure.service';
import { PersonCopyService } from './person-copy.service';
import { PersonGuard } from './person.guard';
import { PersonRemoval } from './person-removal';
import { PrivacyController } from './privacy.controller';
import { ProfileRepository } from './profile.repository';
import { ReviewRequestEntity } from './review-request.entity';
import { ReviewRequestRepository } from './review-request.repository';
import { ReviewRequestService } from './review-request.service';

/** What people can ask of the product about themselves: a copy, to be taken out, a human's look. */
@Module({
  imports: [AccountsModule, MatchingModule, TalentModule, TypeOrmModule.forFeature([ReviewRequestEntity])],
  controllers: [PrivacyController],
  providers: [
    ErasureRepository,
    ErasureService,
    PersonCopyService,
    PersonGuard,
    PersonRemoval,
    ProfileRepository,
    ReviewRequestRepository,
    ReviewRequestService,
  ],
})
export class PrivacyModule {}
