import type { RecordEntity } from './record.entity';
import type { RecordKind } from './record.kind';

export const LINE_FIELDS = [
  'id',
  'code',
  'title',
  'publicSummary',
  'tags',
  'status',
  'visibility',
  'confidentiality',
  'organisationId',
  'parkId',
  'ownerUserId',
  'expiresOn',
] as const;

/** A record as a list names it: what is shown of it, and what decides who is shown how much and whether it is on offer. */
export interface RecordLine extends Pick<RecordEntity, (typeof LINE_FIELDS)[number]> {
  readonly kind: RecordKind;
  /** The version that last changed what is matched: moves of the life cycle do not raise it. */
  readonly version: number;
}

/** A record as matching reads it: plain values, nothing of how it is stored. */
export interface MatchingRecord<D extends object = object>
  extends RecordLine, Pick<RecordEntity, 'text' | 'suggestedTags' | 'must' | 'sourceRef' | 'sampleSet'> {
  readonly details: D;
}

/** That a record may be matched, and the version of it that is. */
export type RecordVersion = Pick<MatchingRecord, 'id' | 'version'>;

export const forMatching = <D extends object>(
  kind: RecordKind,
  record: RecordEntity & { details: D },
): MatchingRecord<D> => ({
  kind,
  version: record.contentVersion,
  id: record.id,
  code: record.code,
  title: record.title,
  text: record.text,
  publicSummary: record.publicSummary,
  tags: record.tags,
  suggestedTags: record.suggestedTags,
  must: record.must,
  status: record.status,
  visibility: record.visibility,
  confidentiality: record.confidentiality,
  organisationId: record.organisationId,
  parkId: record.parkId,
  ownerUserId: record.ownerUserId,
  expiresOn: record.expiresOn,
  sourceRef: record.sourceRef,
  sampleSet: record.sampleSet,
  details: record.details,
});
