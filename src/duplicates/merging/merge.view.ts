import type { MergeEntity } from './merge.entity';
import type { MergeSideView, MergeView } from './merge.schema';
import { isRecord, type Side } from './merge-sides';

export const titleOf = (side: Side): string => (isRecord(side) ? side.title : side.name);

export const sideViewOf = (side: Side): MergeSideView => ({
  id: side.id,
  code: isRecord(side) ? side.code : (side.uscc ?? ''),
  title: titleOf(side),
  status: isRecord(side) ? side.status : null,
  version: side.version,
  createdAt: side.createdAt.toISOString(),
  updatedAt: side.updatedAt.toISOString(),
});

/** The titles of those that the reader is at home with. */
export const mergeViewOf = (
  merge: Omit<MergeEntity, 'links' | 'steps'>,
  { from, into }: Record<'from' | 'into', Side | null>,
): MergeView => ({
  id: merge.id,
  kind: merge.kind,
  from: merge.fromId,
  fromTitle: from && titleOf(from),
  into: merge.intoId,
  intoTitle: into && titleOf(into),
  reason: merge.reason,
  counts: merge.counts,
  matchesJoined: merge.ended.length,
  mergedBy: merge.mergedBy,
  mergedAt: merge.mergedAt.toISOString(),
  undoneBy: merge.undoneBy,
  undoneAt: merge.undoneAt?.toISOString() ?? null,
});
