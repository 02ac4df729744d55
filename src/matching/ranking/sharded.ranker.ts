import type { OnModuleDestroy } from '@nestjs/common';
import type { ShardFlows } from '../../queues/shard-flows';
import type { PairKind } from '../engine/pair-kind';
import { mergeShards } from '../engine/shard';
import { SHORTLIST_LENGTH } from '../shortlists/shortlist.repository';
import { decodeLists } from './answer-codec';
import { type Asked, type RankedList, Ranker, type Supply } from './ranker';

/** A question to every shard, as it travels: ids only. */
export type ShardQuestion =
  { readonly rank: readonly Asked[] } | { readonly supply: Supply; readonly pairs: readonly PairKind[] };

/** Ranks by asking every shard and merging what they answer. */
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

  async rank(asked: readonly Asked[]): Promise<RankedList[]> {
    if (asked.length === 0) return [];
    const shards = (await this.flows.ask({ rank: asked })) as string[];
    const byKey = shards.map((letters) => new Map(decodeLists(letters).map((list) => [keyOf(list), list])));
    return asked.flatMap((one) => {
      const lists = byKey.flatMap((found) => found.get(keyOf(one)) ?? []);
      // A demand that was taken back while the shards looked has its own job to come.
      return lists.length === shards.length ? [merged(lists)] : [];
    });
  }

  async enteredBy(supply: Supply, pairs: readonly PairKind[]): Promise<Asked[]> {
    return pairs.length === 0 ? [] : ((await this.flows.ask({ supply, pairs })) as Asked[][]).flat();
  }
}

const keyOf = ({ demandId, pair }: Asked): string => `${demandId} ${pair}`;

function merged(lists: readonly RankedList[]): RankedList {
  const [first] = lists;
  if (first === undefined || lists.some(({ model }) => model !== first.model)) throw new ModelsDiffer();
  return {
    ...first,
    // Of a demand that changes at this moment the older version counts, so that the newer is not taken for done.
    demandVersion: Math.min(...lists.map(({ demandVersion }) => demandVersion)),
    entries: mergeShards(
      lists.map(({ entries }) => entries),
      SHORTLIST_LENGTH,
    ),
  };
}

/** The current model changed while the shards were asked; asked again, all have the new one. */
class ModelsDiffer extends Error {}
