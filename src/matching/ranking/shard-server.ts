import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Env } from '../../platform/config/env.schema';
import { ENV } from '../../platform/config/settings.module';
import { QUEUE_BACKEND, type QueueBackend } from '../../queues/queue-backend';
import { findShard } from '../corpus/find-shard';
import { decodeLists, encodeLists } from './answer-codec';
import { HeldRecordsRanker } from './held-records.ranker';
import type { Asked } from './ranker';
import type { ShardQuestion } from './sharded.ranker';

const toAsked = ({ demandId, pair }: Asked): Asked => ({ demandId, pair });

/** Answers what is asked of this process's shard. */
@Injectable()
export class ShardServer implements OnApplicationBootstrap, OnModuleDestroy {
  private server: { close(): Promise<void> } | undefined;

  constructor(
    @Inject(ENV) private readonly env: Env,
    @Inject(QUEUE_BACKEND) private readonly backend: QueueBackend,
    private readonly held: HeldRecordsRanker,
  ) {}

  onApplicationBootstrap(): void {
    const shard = findShard(this.env);
    if (shard === undefined || shard.of === 1) return;
    this.server = this.backend.shards.serve<ShardQuestion>(shard.index, async (question, earlier) => {
      if (!('rank' in question)) return this.held.enteredBy(question.supply, question.pairs);
      if (earlier === undefined) return encodeLists(await this.held.rank(question.rank));
      // A demand that was taken back since has its own job to come.
      const lists = decodeLists(earlier as string);
      return encodeLists(await this.held.rank(lists.map(toAsked), lists));
    });
  }

  async onModuleDestroy(): Promise<void> {
    await this.server?.close();
  }
}
