import { z } from 'zod';
import { plainText } from '../../common/fields';
import { pairKinds, scoreParts } from '../../taxonomy/match.vocabulary';

/** A model as the API lists it. */
export const modelView = z.strictObject({
  version: z.int(),
  pipeline: z.int().describe('the reading of texts that it was made for'),
  records: z.int().describe('how many records its term statistics rest on'),
  state: z.enum(['candidate', 'current', 'retired']),
  note: z.string().nullable(),
  createdAt: z.iso.datetime(),
  promotedAt: z.iso.datetime().nullable(),
});
export type ModelView = z.infer<typeof modelView>;

/** A model with what is in it. */
export const modelDetail = modelView.extend({
  terms: z.int().describe('terms in its statistics'),
  dimensions: z.int().describe('of the latent space; 0: it has none'),
  embeddings: z
    .string()
    .nullable()
    .describe('embedding model whose vectors are the meaning part; null: none'),
  suggestedTags: z.int().describe('tags that it can suggest'),
  weights: z
    .record(pairKinds.schema, z.record(scoreParts.schema, z.number()))
    .describe('what each part can add; only the proportions matter'),
  labelled: z
    .record(pairKinds.schema, z.int())
    .describe('labelled pairs behind the fit; it is shown from 300 on'),
});
export type ModelDetail = z.infer<typeof modelDetail>;

export const modelParams = z.strictObject({ version: z.coerce.number().int().min(0).max(2_147_483_647) });

const weight = z.number().min(0).max(1);

/** Weights of one kind of pair; only their proportions matter. */
export const partWeights = z
  .strictObject({ text: weight, meaning: weight, tags: weight, criteria: weight })
  .refine((weights) => Object.values(weights).some((value) => value > 0), { error: 'MATCH.NO_WEIGHT' });
export const weightsDraft = z.strictObject({ pairKind: pairKinds.schema, weights: partWeights });
export type WeightsDraft = z.infer<typeof weightsDraft>;

export const newWeights = weightsDraft.extend({ note: plainText(200).describe('why') });
export type NewWeights = z.infer<typeof newWeights>;

const ratio = z.number().nullable();
export const weightsEffectView = z
  .strictObject({
    lists: z.int().describe('shortlists looked at, the latest 500'),
    otherFirst: z.int().describe('of them, those that would begin with another supply'),
    keptOfTop: ratio.describe('share of the first ten that would stay among them'),
    fitBefore: ratio.describe('mean fit of the first supplies; null while too few pairs are labelled'),
    fitAfter: ratio.describe('the same with the weights, measured on what was decided'),
    comparisons: z.int().describe('a fitting and a declined supply of one demand, each two'),
    agreementBefore: ratio.describe('share of them in which the fitting one scores higher'),
    agreementAfter: ratio,
  })
  .meta({ id: 'WeightsEffect' });

export const modelChoice = z.strictObject({
  version: z.int(),
  run: z.uuid().describe('the run that brings every shortlist under the model'),
});
