import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../identity/accounts.module';
import { MatchingModule } from '../matching/matching.module';
import { NeedsModule } from '../needs/needs.module';
import { OrganisationsModule } from '../organisations/organisations.module';
import { PlanModule } from '../plan/plan.module';
import { ProjectsModule } from '../projects/projects.module';
import { RecordsModule } from '../records/records.module';
import { TalentModule } from '../talent/talent.module';
import { DuplicateFinderController } from './finding/duplicate-finder.controller';
import { DuplicateFinder } from './finding/duplicate-finder.service';
import { DuplicateRepository } from './finding/duplicate.repository';
import { DuplicateSearchEntity } from './finding/duplicate-search.entity';
import { DuplicateSearchRepository } from './finding/duplicate-search.repository';
import { NotDuplicatesEntity } from './finding/not-duplicates.entity';
import { MatchMerge } from './merging/match-merge';
import { MergeController } from './merging/merge.controller';
import { MergeEntity } from './merging/merge.entity';
import { MergeFigures } from './merging/merge-figures';
import { MergeJoin } from './merging/merge-join';
import { MergeRepository } from './merging/merge.repository';
import { MergeService } from './merging/merge.service';
import { MergeSides } from './merging/merge-sides';
import { PersonMerge } from './merging/person-merge';
import { UnmergeService } from './merging/unmerge.service';

/** What was entered twice: finding it, making one of two, and two of one again. */
@Module({
  imports: [
    AccountsModule,
    OrganisationsModule,
    RecordsModule,
    NeedsModule,
    ProjectsModule,
    TalentModule,
    MatchingModule,
    PlanModule,
    TypeOrmModule.forFeature([DuplicateSearchEntity, MergeEntity, NotDuplicatesEntity]),
  ],
  controllers: [DuplicateFinderController, MergeController],
  providers: [
    DuplicateFinder,
    DuplicateRepository,
    DuplicateSearchRepository,
    MatchMerge,
    MergeFigures,
    MergeJoin,
    MergeRepository,
    MergeService,
    MergeSides,
    PersonMerge,
    UnmergeService,
  ],
})
export class DuplicatesModule {}
