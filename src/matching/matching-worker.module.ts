import { Module } from '@nestjs/common';
import { Corpus } from './corpus/corpus';
import { FeatureService } from './corpus/feature.service';
import { MatchingModule } from './matching.module';
import { MatchingProcessor } from './matching.processor';
import { MatchingService } from './matching.service';
import { BulkMatchService } from './runs/bulk-match.service';

/** The part of matching that holds the index; only worker processes load it. */
@Module({
  imports: [MatchingModule],
  providers: [BulkMatchService, Corpus, FeatureService, MatchingProcessor, MatchingService],
  exports: [Corpus, FeatureService, MatchingProcessor],
})
export class MatchingWorkerModule {}
