import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { InvalidInput } from '../../common/errors';
import { type Page, decodeCursor, pageOf } from '../../common/page';
import { columnsOf } from './rows';

/**
 * One order a list offers. `columns` are written by us, never by a caller, and end in the id so that the order is
 * total; none may be NULL. A time must be stored as timestamptz(3): a cursor carries no more than milliseconds.
 */
export interface Sort<T> {
  name: string;
  direction: 'ASC' | 'DESC';
  columns: readonly string[];
  valuesOf: (row: T) => (string | number)[];
}

/** Newest first: ids are UUIDv7, so they sort by creation. */
export const newestFirst = <T extends { id: string }>(alias: string): Sort<T> => ({
  name: 'newest',
  direction: 'DESC',
  columns: [`${alias}.id`],
  valuesOf: (row) => [row.id],
});

/**
 * Reads the page after `cursor` in the order of `sort`, at a cost that does not grow with its depth.
 * @throws 400 `INPUT.CURSOR` for a cursor of another list or order.
 */
export async function findPage<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  sort: Sort<T>,
  { cursor, limit }: { cursor?: string; limit: number },
): Promise<Page<T>> {
  if (cursor !== undefined) {
    const after = decodeCursor(cursor, sort.name, sort.columns.length);
    if (!after) throw new InvalidInput('INPUT.CURSOR', 'The cursor does not belong to this list');
    const slots = after.values.map((_, at) => `:after${at}`).join(', ');
    query.andWhere(
      `(${sort.columns.join(', ')}) ${sort.direction === 'ASC' ? '>' : '<'} (${slots})`,
      Object.fromEntries(after.values.map((value, at) => [`after${at}`, value])),
    );
  }
  sort.columns.forEach((column) => query.addOrderBy(column, sort.direction));
  const rows = await query
    .select(
      columnsOf(query.expressionMap.findAliasByName(query.alias).metadata, { prefix: `"${query.alias}".` }),
    )
    .limit(limit + 1)
    .getRawMany<T>();
  return pageOf(rows, limit, (row) => ({ sort: sort.name, values: sort.valuesOf(row) }));
}
