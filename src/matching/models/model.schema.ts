import { z } from 'zod';
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
