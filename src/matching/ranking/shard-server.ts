import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Env } from '../../platform/config/env.schema';
import { ENV } from '../../platform/config/settings.module';
import { QUEUE_BACKEND, type QueueBackend } from '../../queues/queue-backend';
import type { Turn } from '../../queues/shard-flows';
import { findShard } from '../corpus/find-shard';
import { ShortlistWriter } from '../shortlists/shortlist-writer';
import { decodeLists, encodeLists } from './answer-codec';
import { HeldRecordsRanker } from './held-records.ranker';
import type { Asked } from './ranker';
import type { ShardQuestion } from './sharded.ranker';

/** Answers what is asked of this process's shard. */
@Injectable()
export class ShardServer implements OnApplicationBootstrap, OnModuleDestroy {
  private server: { close(): Promise<void> } | undefined;

  constructor(
    @Inject(ENV) private readonly env: Env,
    @Inject(QUEUE_BACKEND) private readonly backend: QueueBackend,
    private readonly held: HeldRecordsRanker,
    private readonly writer: ShortlistWriter,
  ) {}

  onApplicationBootstrap(): void {
    const shard = findShard(this.env);
    if (shard === undefined || shard.of === 1) return;
    this.server = this.backend.shards.serve<ShardQuestion>(shard.index, (question, turn) =>
      'rank' in question ? this.rank(question, turn) : this.held.enteredBy(question.supply, question.pairs),
    );
  }

  async onModuleDestroy(): Promise<void> {
    await this.server?.close();
  }

  private async rank({ rank: asked, generation }: RankQuestion, { earlier, isLast }: Turn): Promise<unknown> {
    const before = earlier === undefined ? undefined : decodeLists(earlier as string);
    // A demand that was taken back since the first shard answered has its own job to come.
    const lists = await this.held.rank(before?.map(toAsked) ?? asked, before);
    return isLast && generation !== undefined ? this.writer.store(lists, generation) : encodeLists(lists);
  }
}

type RankQuestion = Extract<ShardQuestion, { rank: unknown }>;

const toAsked = ({ demandId, pair }: Asked): Asked => ({ demandId, pair });
