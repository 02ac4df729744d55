import { z } from 'zod';

/** The page parameters every list takes: spread into its query schema. */
export const pageQuery = {
  cursor: z.string().max(1000).optional().describe('nextCursor of the page before'),
  limit: z.coerce.number().int().min(1).max(200).default(50).describe('rows of a page, 1 to 200'),
};
export interface PageRequest {
  cursor?: string;
  limit: number;
}

/** A filter of several values: `?status=draft,submitted`. */
export const listOf = <T extends z.ZodType<unknown, string>>(item: T) =>
  z
    .string()
    .max(2000)
    .transform((text) => text.split(','))
    .pipe(z.array(item).min(1).max(50));

/** For `@Param('id', idParam)`. */
export const idParam = { schema: z.uuid() };

/** A page of `item`, for `@ApiOkResponse({ standardSchema: pageSchema(needSchema) })`. */
export const pageSchema = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });
