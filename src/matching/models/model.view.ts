import { pairKinds } from '../../taxonomy/match.vocabulary';
import type { Model } from '../engine/model';
import type { PairKind } from '../engine/pair-kind';
import type { ModelSummary } from './model.repository';
import type { ModelDetail, ModelView } from './model.schema';

export const viewOfModel = ({ createdAt, promotedAt, ...model }: ModelSummary): ModelView => ({
  ...model,
  createdAt: createdAt.toISOString(),
  promotedAt: promotedAt?.toISOString() ?? null,
});

export const detailOf = (summary: ModelSummary, { values }: Model): ModelDetail => ({
  ...viewOfModel(summary),
  terms: values.statistics.terms.length,
  dimensions: values.factors?.dimensions ?? 0,
  embeddings: values.embeddings ?? null,
  suggestedTags: values.tagProfiles?.size ?? 0,
  weights: values.weights,
  labelled: Object.fromEntries(
    pairKinds.codes.map((kind) => [kind, values.calibration[kind]?.labelled ?? 0]),
  ) as Record<PairKind, number>,
});
