import { Module } from '@nestjs/common';
import type { Env } from '../platform/config/env.schema';
import { ENV } from '../platform/config/settings.module';
import { QUEUE_BACKEND, type QueueBackend } from '../queues/queue-backend';
import { Corpus } from './corpus/corpus';
import { FeatureService } from './corpus/feature.service';
import { MatchingModule } from './matching.module';
import { MatchingProcessor } from './matching.processor';
import { MatchingService } from './matching.service';
import { HeldRecordsRanker } from './ranking/held-records.ranker';
import { Ranker } from './ranking/ranker';
import { ShardServer } from './ranking/shard-server';
import { ShardedRanker } from './ranking/sharded.ranker';
import { BulkMatchService } from './runs/bulk-match.service';
import { ShortlistWriter } from './shortlists/shortlist-writer';

const rankerOf = (env: Env, held: HeldRecordsRanker, backend: QueueBackend): Ranker =>
  env.MATCH_SHARDS === 1 ? held : new ShardedRanker(backend.shards.flows(env.MATCH_SHARDS));

/** The part of matching that holds the index; only worker processes load it. */
@Module({
  imports: [MatchingModule],
  providers: [
    BulkMatchService,
    Corpus,
    FeatureService,
    HeldRecordsRanker,
    MatchingProcessor,
    MatchingService,
    ShardServer,
    ShortlistWriter,
    { provide: Ranker, useFactory: rankerOf, inject: [ENV, HeldRecordsRanker, QUEUE_BACKEND] },
  ],
  exports: [Corpus, FeatureService, MatchingProcessor],
})
export class MatchingWorkerModule {}
