import type { OnModuleDestroy } from '@nestjs/common';
import type { ShardFlows } from '../../queues/shard-flows';
import type { PairKind } from '../engine/pair-kind';
import { decodeLists } from './answer-codec';
import { type Asked, type RankedList, Ranker, type StoredCounts, type Supply } from './ranker';

/** A question to every shard, as it travels: ids only. With a `generation` the last shard stores the lists. */
export type ShardQuestion =
  | { readonly rank: readonly Asked[]; readonly generation?: number }
  | { readonly supply: Supply; readonly pairs: readonly PairKind[] };

/** Ranks by asking every shard. */
export class ShardedRanker extends Ranker implements OnModuleDestroy {
  constructor(private readonly flows: ShardFlows<ShardQuestion>) {
    super();
  }

  async onModuleDestroy(): Promise<void> {
    await this.flows.close();
  }

  giveUp(): void {
    this.flows.giveUp();
  }

  /** Each shard is told the lists so far, so that it scores only whom it can still add. */
  async rank(asked: readonly Asked[]): Promise<RankedList[]> {
    return asked.length === 0 ? [] : decodeLists((await this.flows.askInTurn({ rank: asked })) as string);
  }

  async rankAndStore(asked: readonly Asked[], generation: number): Promise<StoredCounts> {
    return asked.length === 0
      ? {}
      : ((await this.flows.askInTurn({ rank: asked, generation })) as StoredCounts);
  }

  async enteredBy(supply: Supply, pairs: readonly PairKind[]): Promise<Asked[]> {
    return pairs.length === 0 ? [] : ((await this.flows.askEach({ supply, pairs })) as Asked[][]).flat();
  }
}
