import { z } from 'zod';
import { closeReasons, confidentialities, needStatuses, visibilities } from '../taxonomy/need.vocabulary';
import { summaryOf, type Disclosure } from './disclosure';
import { movesFrom, REQUESTED_MOVES } from './life-cycle';
import type { RecordEntity } from './record.entity';
import { type ScreeningView, screeningView } from './screening-view';

/** What every answer about a record holds; each kind adds its own. */
export const recordView = {
  id: z.uuid(),
  code: z.string().describe('what people call it by'),
  status: needStatuses.schema,
  /** null where the reader is not told, or there is none. */
  organisation: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  park: z.string().nullable().describe("a park's code; null: kept by the platform"),
  ownerUserId: z.uuid().nullable(),
  visibility: visibilities.schema,
  confidentiality: confidentialities.schema,
  disclosure: z.enum(['full', 'without-organisation', 'summary']).describe('how much the reader is told'),
  title: z.string(),
  text: z.string(),
  publicSummary: z.string().nullable(),
  tags: z.array(z.string()),
  suggestedTags: z.array(z.object({ code: z.string(), confidence: z.number() })),
  expiresOn: z.string().nullable(),
  closeReason: closeReasons.schema.nullable(),
  returnReason: z.string().nullable().describe('what is missing, or why the park declined'),
  screening: screeningView.nullable().describe('null for what was never submitted'),
  source: z.string().nullable(),
  sourceRef: z.string().nullable(),
  sampleSet: z.string().nullable(),
  mergedInto: z.uuid().nullable().describe('the record that stays where this one was entered twice'),
  moves: z.array(z.enum(REQUESTED_MOVES)).describe('where the status can lead; who may is another matter'),
  version: z.number().int(),
  publishedAt: z.string().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
};
export type RecordView = z.infer<z.ZodObject<typeof recordView>>;

/** What of a record's surroundings its answer names. */
export interface Frame {
  disclosure: Disclosure;
  park: string | null;
  organisation: { id: string; name: string } | null;
  screening: ScreeningView | null;
}

/** The shared part of an answer: never more than `disclosure` allows. */
export function viewOf(
  record: RecordEntity,
  { disclosure, park, organisation, screening }: Frame,
): RecordView {
  const open = disclosure === 'full';
  const words = disclosure === 'summary' ? summaryOf(record) : { title: record.title, text: record.text };
  return {
    id: record.id,
    code: record.code,
    status: record.status,
    organisation: open ? organisation : null,
    park,
    ownerUserId: open ? record.ownerUserId : null,
    visibility: record.visibility,
    confidentiality: record.confidentiality,
    disclosure,
    ...words,
    publicSummary: record.publicSummary,
    tags: record.tags,
    suggestedTags: disclosure === 'summary' ? [] : record.suggestedTags,
    expiresOn: record.expiresOn,
    closeReason: open ? record.closeReason : null,
    returnReason: open ? record.returnReason : null,
    screening: open ? screening : null,
    source: open ? record.source : null,
    sourceRef: open ? record.sourceRef : null,
    sampleSet: record.sampleSet,
    mergedInto: record.mergedInto,
    moves: record.mergedInto === null ? movesFrom(record.status) : [],
    version: record.version,
    publishedAt: record.publishedAt?.toISOString() ?? null,
    createdAt: record.createdAt.toISOString(),
    updatedAt: record.updatedAt.toISOString(),
  };
}

export const versionView = z
  .object({
    version: z.number().int(),
    action: z.string().describe('the move, or create, edit, import, merge, unmerge'),
    reason: z.string().nullable(),
    actorUserId: z.uuid().nullable(),
    actorRole: z.string(),
    createdAt: z.string(),
    snapshot: z.record(z.string(), z.unknown()).describe('the record as it then was'),
  })
  .meta({ id: 'RecordVersion' });
export type VersionView = z.infer<typeof versionView>;
