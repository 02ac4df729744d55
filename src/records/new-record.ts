import type { Actor } from '../common/actor';
import type { Move } from './life-cycle';
import type { RecordEntity } from './record.entity';
import type { RecordVersionEntity } from './record-version.entity';

/** What the life of a record writes, apart from what people state of it. */
type Kept =
  | 'id'
  | 'code'
  | 'status'
  | 'suggestedTags'
  | 'publishedAt'
  | 'closeReason'
  | 'returnReason'
  | 'submittedAt'
  | 'answerDueOn'
  | 'acceptedAt'
  | 'handlerUserId'
  | 'version'
  | 'contentVersion'
  | 'source'
  | 'sourceRef'
  | 'sampleSet'
  | 'createdAt'
  | 'updatedAt'
  | 'withdrawnAt'
  | 'archivedAt'
  | 'mergedInto';

/** What is stated of a record, and where it belongs. */
export type Content<E extends RecordEntity> = Omit<E, Kept> & { sourceRef?: string };

/** Where records come from when no person types them in. */
export interface Provenance {
  source?: string;
  sampleSet?: string | null;
  /** Published at once, where the actor may. */
  publish?: boolean;
  /** Put before the park at once, unless it is published. */
  submit?: boolean;
}

type Birth = Provenance & { id: string; code: string; now: Date; answerDueOn: string };

export const newRecord = <E extends RecordEntity>(
  content: Content<E>,
  { id, code, now, answerDueOn, publish, submit, source, sampleSet }: Birth,
): E => {
  const submitted = submit === true && !publish;
  const kept: Pick<RecordEntity, Kept> = {
    id,
    code,
    status: publish ? 'published' : submitted ? 'submitted' : 'draft',
    suggestedTags: [],
    publishedAt: publish ? now : null,
    closeReason: null,
    returnReason: null,
    submittedAt: submitted ? now : null,
    answerDueOn: submitted ? answerDueOn : null,
    acceptedAt: null,
    handlerUserId: null,
    version: 1,
    contentVersion: 1,
    source: source ?? null,
    sourceRef: content.sourceRef ?? null,
    sampleSet: sampleSet ?? null,
    createdAt: now,
    updatedAt: now,
    withdrawnAt: null,
    archivedAt: null,
    mergedInto: null,
  };
  return { ...content, ...kept } as unknown as E;
};

/** The record as it now is, to be kept for good: all but the engine's suggestions and the marks of bookkeeping. */
export function versionOf(
  row: RecordEntity,
  action: Move | 'create' | 'edit' | 'import' | 'merge' | 'unmerge',
  actor: Actor,
  now: Date,
  reason: string | null = null,
): RecordVersionEntity {
  const {
    suggestedTags: _suggested,
    version,
    contentVersion: _content,
    sampleSet: _sample,
    createdAt: _created,
    updatedAt: _updated,
    ...snapshot
  } = row;
  return {
    recordId: row.id,
    version,
    action,
    snapshot,
    actorUserId: actor.userId,
    actorRole: actor.role,
    reason,
    createdAt: now,
  };
}
