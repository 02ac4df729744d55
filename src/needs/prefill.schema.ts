import { z } from 'zod';
import { needKinds } from '../taxonomy/need.vocabulary';
import { hiringDetails, technologyDetails } from './need.schema';

/** Text as it was pasted: a job advertisement, a letter, a page of a catalogue. */
export const prefillRequest = z.strictObject({ text: z.string().max(20_000) });
export type PrefillRequest = z.infer<typeof prefillRequest>;

/** What the text seems to say, for a person to check; a field that nothing was found for is left out. */
export const prefillView = z
  .object({
    kind: needKinds.schema,
    title: z.string().optional(),
    hiring: z.object(hiringDetails.shape).partial().optional(),
    technology: z.object(technologyDetails.shape).partial().optional(),
    found: z
      .array(z.object({ field: z.string(), passage: z.string() }))
      .describe('the words behind each field'),
  })
  .meta({ id: 'NeedPrefill' });
export type PrefillView = z.infer<typeof prefillView>;
