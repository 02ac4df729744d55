import { z } from 'zod';

const termSchema = z.looseObject({ code: z.string(), zh: z.string(), en: z.string() });

/** One vocabulary; `version` is that of all of them. */
export const vocabularySchema = z.object({
  version: z.string(),
  name: z.string(),
  terms: z.array(termSchema),
});

export const vocabulariesSchema = z.object({
  version: z.string(),
  vocabularies: z.array(vocabularySchema.omit({ version: true })),
});

export const vocabularyNameSchema = z.string().max(64);
