import { z } from 'zod';
import { matchStages, pairKinds, scoreParts } from '../../taxonomy/match.vocabulary';
import { recordCard } from '../cards/record-card';
import { sharingOutlook } from '../sharing/sharing-outlook';

export const shortlistParams = z.strictObject({ pairKind: pairKinds.schema, demandId: z.uuid() });
export type ShortlistParams = z.infer<typeof shortlistParams>;

/** Points of each part, which sum to the score; null: no data, its weight went to the others. */
export const partPoints = z.record(scoreParts.schema, z.number().nullable());

export const fit = z
  .number()
  .nullable()
  .describe(
    '0 to 100: of pairs with this score, so many in a hundred fit as people judged; null: too few were judged',
  );

const entryView = z
  .object({
    rank: z.number().int().describe('place in the list, from 1'),
    supply: recordCard,
    score: z.number().describe('0 to 100, the sum of the parts'),
    fit,
    parts: partPoints,
    /** The supply was edited since it was scored; a new score is on its way. */
    outdated: z.boolean(),
    match: z
      .object({ id: z.uuid(), code: z.string(), stage: matchStages.schema, version: z.number().int() })
      .nullable()
      .describe('what has been done with the pair; null: nothing yet'),
    changedSinceDeclined: z.boolean(),
    previousRank: z
      .number()
      .int()
      .nullable()
      .describe('place before the list last changed; null: not in it then, or the list never changed'),
    sharing: sharingOutlook,
    protection: z
      .object({ parkId: z.uuid().nullable(), until: z.string() })
      .nullable()
      .describe('another park has recommended this supply to this organisation; it alone may until that day'),
  })
  .meta({ id: 'ShortlistEntry' });
export type ShortlistEntryView = z.infer<typeof entryView>;

export const shortlistView = z
  .object({
    demand: recordCard,
    pairKind: pairKinds.schema,
    model: z.number().int().describe('the model that scored the list'),
    outdated: z.boolean().describe('the demand was edited since; a new list is on its way'),
    updatedAt: z.string(),
    changed: z
      .object({ at: z.string(), entered: z.number().int(), left: z.number().int() })
      .nullable()
      .describe('the last time other supplies came into the list than before; null: never'),
    /** Median of the scores, to hold an entry against. */
    median: z.number(),
    medianParts: partPoints,
    entries: z.array(entryView),
  })
  .meta({ id: 'Shortlist' });
export type ShortlistView = z.infer<typeof shortlistView>;

/** How far a list is; null: nothing has been matched yet. */
export interface ShortlistProgress {
  updatedAt: string | null;
  /** When other supplies last came into it than before. */
  changedAt: string | null;
  entries: number;
}
