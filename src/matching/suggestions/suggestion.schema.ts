import { z } from 'zod';
import { tagSchema } from '../../taxonomy/tags';

/** A draft as far as it has been written. */
export const suggestionRequest = z.strictObject({
  title: z.string().max(500).default(''),
  text: z.string().max(50_000).default(''),
});
export type SuggestionRequest = z.infer<typeof suggestionRequest>;

const passage = z.strictObject({
  field: z.enum(['title', 'text']),
  start: z.int(),
  end: z.int(),
  text: z.string().describe('what stands from start to end in the field, in UTF-16 units'),
});

/** The tags a text speaks for, surest first; empty when it says too little. */
export const suggestionView = z.strictObject({
  items: z.array(
    z.strictObject({
      code: tagSchema,
      confidence: z.number().min(0).max(1),
      words: z.array(passage).describe('the passages that speak for the tag, strongest first'),
    }),
  ),
});
export type SuggestionView = z.infer<typeof suggestionView>;

/** The tags an organisation's name and published records speak for, surest first. */
export const organisationSuggestionView = z.strictObject({
  records: z.int().min(0).describe('how many of its needs and projects were read'),
  items: z.array(
    z.strictObject({
      code: tagSchema,
      confidence: z.number().min(0).max(1),
      words: z.array(z.string()).describe('what speaks for the tag, strongest first'),
    }),
  ),
});
export type OrganisationSuggestionView = z.infer<typeof organisationSuggestionView>;
