/** One page of a list and where the next begins; null at the end. */
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

/** The sort order's name and the sort values of the last row shown, its id last. */
export interface Cursor {
  sort: string;
  values: (string | number | null)[];
}

/** An opaque, URL-safe form of `cursor`. */
export const encodeCursor = ({ sort, values }: Cursor): string =>
  Buffer.from(JSON.stringify([sort, ...values])).toString('base64url');

/** Reads a cursor made for `sort` with `count` values; undefined when it was not. */
export function decodeCursor(text: string, sort: string, count: number): Cursor | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    return undefined;
  }
  if (!Array.isArray(parsed) || parsed.length !== count + 1 || parsed[0] !== sort) return undefined;
  const values = parsed.slice(1) as unknown[];
  const isValue = (value: unknown): value is string | number | null =>
    value === null || typeof value === 'string' || typeof value === 'number';
  return values.every(isValue) ? { sort, values } : undefined;
}

/**
 * Cuts `rows`, read with one row more than `limit`, into a page whose cursor is made of the last row shown.
 */
export function pageOf<T>(rows: T[], limit: number, cursorOf: (row: T) => Cursor): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items,
    nextCursor: rows.length > limit && last !== undefined ? encodeCursor(cursorOf(last)) : null,
  };
}
