/**
 * Arrays as PostgreSQL's binary parameters, cut from rows of bytes. As text they are three times as long, and writing,
 * escaping and reading them costs more than storing them.
 */

/** Dimensions, whether there are nulls, the type, and the length and first index of the one dimension. */
const HEADER_BYTES = 5 * 4;
const LENGTH_BYTES = 4;

interface ElementType {
  readonly oid: number;
  readonly bytes: number;
}

export const INT4: ElementType = { oid: 23, bytes: 4 };
export const FLOAT4: ElementType = { oid: 700, bytes: 4 };
export const FLOAT8: ElementType = { oid: 701, bytes: 8 };
export const UUID: ElementType = { oid: 2950, bytes: 16 };

/** Where each row holds elements of the array, in PostgreSQL's byte order. */
export interface Column {
  readonly rowBytes: number;
  readonly offset: number;
  /** Elements that lie together. Default 1. */
  readonly perRow?: number;
}

/** For a parameter that is an array of the type. */
export function columnArray(
  { oid, bytes }: ElementType,
  rows: Buffer,
  { rowBytes, offset, perRow = 1 }: Column,
): Buffer {
  const count = (rows.length / rowBytes) * perRow;
  const array = Buffer.allocUnsafe(HEADER_BYTES + count * (LENGTH_BYTES + bytes));
  for (const [i, field] of [1, 0, oid, count, 1].entries()) array.writeInt32BE(field, i * 4);
  let at = HEADER_BYTES;
  for (let row = 0; row < rows.length; row += rowBytes)
    for (let from = row + offset; from < row + offset + perRow * bytes; from += bytes) {
      at = array.writeInt32BE(bytes, at);
      for (let i = 0; i < bytes; i++) array[at++] = rows[from + i]!;
    }
  return array;
}
