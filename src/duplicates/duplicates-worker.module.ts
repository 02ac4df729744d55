import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DuplicatePairEntity } from './finding/duplicate-pair.entity';
import { DuplicateRepository } from './finding/duplicate.repository';
import { DuplicateSearch } from './finding/duplicate-search';
import { DuplicateSearchEntity } from './finding/duplicate-search.entity';
import { DuplicateSearchRepository } from './finding/duplicate-search.repository';

/** The looking for what was entered twice: in a worker. */
@Module({
  imports: [TypeOrmModule.forFeature([DuplicatePairEntity, DuplicateSearchEntity])],
  providers: [DuplicateRepository, DuplicateSearch, DuplicateSearchRepository],
  exports: [DuplicateSearch],
})
export class DuplicatesWorkerModule {}
