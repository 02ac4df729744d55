import type { Actor } from '../../common/actor';
import { Conflict, Forbidden } from '../../common/errors';
import type { NeedEntity } from '../../needs/need.entity';
import { canDecide } from '../../records/record-rights';
import type { DuplicateKind } from '../duplicate-kind';
import { isRecord, type Sides } from './merge-sides';

/**
 * The officers of the park that has both merge records; the platform merges those of two parks, and organisations.
 * @throws 403 RECORD.NOT_YOURS, MERGE.OTHER_PARK, MERGE.PLATFORM_ONLY
 */
export function requireOwn(actor: Actor, kind: DuplicateKind, { from, into }: Sides): void {
  if (kind === 'organisation' && actor.role !== 'manager')
    throw new Forbidden('MERGE.PLATFORM_ONLY', 'The platform merges organisations');
  if (!isRecord(from) || !isRecord(into) || (canDecide(actor, from) && canDecide(actor, into))) return;
  if (canDecide(actor, from) || canDecide(actor, into))
    throw new Forbidden('MERGE.OTHER_PARK', 'The platform merges the records of two parks');
  throw new Forbidden('RECORD.NOT_YOURS', 'Both records must be of your park');
}

/**
 * Whether the two can become one, as far as they themselves say.
 * @throws 409 RECORD.MERGED, MERGE.OTHER_KIND, MERGE.SAMPLE, MERGE.AT_REST, MERGE.TWO_CODES
 */
export function requireFit(kind: DuplicateKind, { from, into }: Sides): void {
  if (isRecord(from) && isRecord(into)) {
    if (kind === 'need' && (from as NeedEntity).kind !== (into as NeedEntity).kind)
      throw new Conflict('MERGE.OTHER_KIND', 'A technology need and a hiring need are two things');
    if (into.status === 'archived' || into.status === 'withdrawn')
      throw new Conflict('MERGE.AT_REST', 'The record that stays is withdrawn or archived');
  }
  const gone = from.mergedInto ?? into.mergedInto;
  if (gone !== null)
    throw new Conflict('RECORD.MERGED', 'One of them was merged already', { params: { into: gone } });
  if ((from.sampleSet === null) !== (into.sampleSet === null))
    throw new Conflict('MERGE.SAMPLE', 'One of them is an example');
  if (!isRecord(from) && !isRecord(into)) requireOneCode(from.uscc, into.uscc);
}

/** Characters 9 to 17 of a credit code are the organisation's own (GB 11714); those before say who registered it. */
export const ownCode = (uscc: string): string => uscc.slice(8, 17);

/** Two credit codes are two organisations, unless one office registered anew what another had. */
function requireOneCode(theirs: string | null, ours: string | null): void {
  if (theirs && ours && ownCode(theirs) !== ownCode(ours))
    throw new Conflict('MERGE.TWO_CODES', 'They have two credit codes', {
      params: { from: theirs, into: ours },
    });
}
