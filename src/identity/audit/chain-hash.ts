import { createHash } from 'node:crypto';
import type { AuditEntry } from './audit-entry.entity';

/** What the first link is chained to. */
export const GENESIS = Buffer.alloc(32);

const sorted = (detail: AuditEntry['detail']) =>
  Object.entries(detail).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));

/** The link's hash: SHA-256 of the hash before, the position, and every field of the entry in a fixed order. */
export function linkHash(before: Buffer, position: number, entry: AuditEntry): Buffer {
  const fields = [
    position,
    entry.id,
    entry.at.toISOString(),
    entry.actorUserId,
    entry.actorRole,
    entry.action,
    entry.subjectKind,
    entry.subjectId,
    sorted(entry.detail),
    entry.requestId,
  ];
  return createHash('sha256').update(before).update(JSON.stringify(fields)).digest();
}
