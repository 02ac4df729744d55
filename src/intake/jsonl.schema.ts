import { z } from 'zod';
import { plainText } from '../common/fields';

const textOrNone = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => text.isWellFormed() && !text.includes('\0'), {
      error: 'holds characters that are no text',
    })
    .optional();

/** One line of a JSONL list of records: an id of the source's own, a title or a text, and tags of any vocabulary. */
export const jsonlLine = z
  .strictObject({
    id: z.union([plainText(200), z.int().transform(String)]),
    title: textOrNone(500),
    text: textOrNone(50_000),
    tags: z.array(plainText(64)).max(50).default([]),
  })
  .refine(({ title = '', text = '' }) => title.trim() !== '' || text.trim() !== '', {
    error: 'needs a title or a text',
  });
export type JsonlLine = z.infer<typeof jsonlLine>;
