import type { EntityManager, EntityMetadata, EntityTarget, ObjectLiteral } from 'typeorm';

type Name<E> = keyof E & string;

/** Columns under the entity's names, for a SELECT: those of `names`, or all that are read unless asked for. */
export const columnsOf = (
  { columns }: EntityMetadata,
  { names, prefix = '' }: { names?: readonly string[]; prefix?: string } = {},
): string =>
  columns
    .filter(({ propertyName, isSelect }) => names?.includes(propertyName) ?? isSelect)
    .map(({ databaseName, propertyName }) => `${prefix}"${databaseName}" AS "${propertyName}"`)
    .join(', ');

/**
 * Rows of an entity's table as plain values; `rest` is the SQL after the table's name. For what is read all the time: a query
 * builder takes longer to write the query and to fill entities than everything else about it.
 */
export const rowsOf = <E extends ObjectLiteral>(
  entity: EntityTarget<E>,
  rest: string,
  values: readonly unknown[],
  tx: EntityManager,
): Promise<E[]> => select(entity, undefined, rest, values, tx);

/** Like {@link rowsOf}, with some of the columns only. */
export const partsOf = <E extends ObjectLiteral, N extends Name<E>>(
  entity: EntityTarget<E>,
  names: readonly N[],
  rest: string,
  values: readonly unknown[],
  tx: EntityManager,
): Promise<Pick<E, N>[]> => select(entity, names, rest, values, tx);

function select<T>(
  entity: EntityTarget<ObjectLiteral>,
  names: readonly string[] | undefined,
  rest: string,
  values: readonly unknown[],
  tx: EntityManager,
): Promise<T[]> {
  const metadata = tx.connection.getMetadata(entity);
  const columns = columnsOf(metadata, names && { names });
  return tx.query(`SELECT ${columns} FROM ${metadata.tableName} ${rest}`, [...values]);
}
