/**
 * Arrays of numbers and ids as PostgreSQL's binary parameters. As text they are three times as long, and writing, escaping and
 * reading them costs more than storing them.
 */

/** Dimensions, whether there are nulls, the type, and the length and first index of the one dimension. */
const HEADER_BYTES = 5 * 4;
const LENGTH_BYTES = 4;

interface ElementType {
  readonly oid: number;
  readonly bytes: number;
}

const INT4 = { oid: 23, bytes: 4 };
const FLOAT4 = { oid: 700, bytes: 4 };
const FLOAT8 = { oid: 701, bytes: 8 };
const UUID = { oid: 2950, bytes: 16 };

/** For a parameter of type int[]. */
export const intArray = (values: readonly number[]): Buffer =>
  encode(INT4, values, (buffer, value, at) => buffer.writeInt32BE(value, at));

/** For a parameter of type float4[]. */
export const float4Array = (values: readonly number[]): Buffer =>
  encode(FLOAT4, values, (buffer, value, at) => buffer.writeFloatBE(value, at));

/** For a parameter of type float8[]. */
export const float8Array = (values: readonly number[]): Buffer =>
  encode(FLOAT8, values, (buffer, value, at) => buffer.writeDoubleBE(value, at));

/** For a parameter of type uuid[]. */
export const uuidArray = (ids: readonly string[]): Buffer =>
  encode(UUID, ids, (buffer, id, at) => buffer.write(id.replaceAll('-', ''), at, UUID.bytes, 'hex'));

function encode<T>(
  { oid, bytes }: ElementType,
  values: readonly T[],
  write: (buffer: Buffer, value: T, at: number) => number,
): Buffer {
  const buffer = Buffer.allocUnsafe(HEADER_BYTES + values.length * (LENGTH_BYTES + bytes));
  for (const [i, field] of [1, 0, oid, values.length, 1].entries()) buffer.writeInt32BE(field, i * 4);
  let at = HEADER_BYTES;
  for (const value of values) {
    write(buffer, value, buffer.writeInt32BE(bytes, at));
    at += LENGTH_BYTES + bytes;
  }
  return buffer;
}
