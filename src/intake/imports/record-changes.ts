import type { Content } from '../../records/new-record';
import type { RecordEntity } from '../../records/record.entity';

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** What a list may change of a record: not whose it is, nor who may read it. */
const LISTED = ['title', 'text', 'tags', 'details', 'expiresOn', 'origin', 'stage', 'tier'] as const;

/** `update`: what the row says replaces what is there. `merge`: it only fills what is empty, and adds tags. */
export function changesOf<E extends RecordEntity>(
  before: E,
  stated: Content<E>,
  act: 'update' | 'merge',
): Partial<E> {
  const now = before as unknown as Record<string, unknown>;
  const given = stated as unknown as Record<string, unknown>;
  const changes: Record<string, unknown> = {};
  for (const name of LISTED) {
    if (isEmpty(given[name])) continue;
    if (name === 'details') changes.details = detailsOf(before.details, given.details as object, act);
    else if (act === 'update' || isEmpty(now[name])) changes[name] = given[name];
  }
  if (act === 'merge') changes.tags = [...new Set([...before.tags, ...(given.tags as string[])])];
  return changes as Partial<E>;
}

function detailsOf(before: object, stated: object, act: 'update' | 'merge'): object {
  const said = Object.entries(stated).filter(([, value]) => !isEmpty(value));
  const kept = Object.entries(before).filter(([, value]) => !isEmpty(value));
  return act === 'update'
    ? { ...before, ...Object.fromEntries(said) }
    : { ...before, ...Object.fromEntries(said), ...Object.fromEntries(kept) };
}
