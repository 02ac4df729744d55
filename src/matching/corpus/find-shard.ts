import type { Env } from '../../platform/config/env.schema';
import { type Shard, WHOLE } from '../engine/shard';

/** The records that this process holds; undefined when it leaves them to others. */
export function findShard({ MATCH_SHARDS, MATCH_SHARD }: Env): Shard | undefined {
  if (MATCH_SHARDS === 1) return WHOLE;
  return MATCH_SHARD === undefined ? undefined : { index: MATCH_SHARD % MATCH_SHARDS, of: MATCH_SHARDS };
}
