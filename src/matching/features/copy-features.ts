import type { ClientBase } from 'pg';
import { type CopyToStreamQuery, to as copyTo } from 'pg-copy-streams';
import type { EntityManager } from 'typeorm';

/** A record that is matched, with the version its features were made from. */
export interface HeldFeatures {
  readonly kind: string;
  readonly id: string;
  readonly version: number;
  readonly features: Buffer;
}

/** Of the signature, the flags and the length of what else there is, which is nothing. */
const HEADER_BYTES = 11 + 4 + 4;
const COUNT_BYTES = 2;
const LENGTH_BYTES = 4;

/**
 * The rows of a query of kind, id as text, version and features, all of them there, by PostgreSQL's binary copy: as text the
 * features would be twice as long and be read twice.
 */
export async function copyFeatures(select: string, tx: EntityManager): Promise<HeldFeatures[]> {
  if (tx.queryRunner === undefined) throw new Error('features are read within a transaction');
  const client = (await tx.queryRunner.connect()) as ClientBase;
  const copy: Limited = client.query(copyTo(`COPY (${select}) TO STDOUT (FORMAT binary)`));
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of copy) chunks.push(chunk as Buffer);
  } finally {
    copy.callback?.();
  }
  return readRows(Buffer.concat(chunks));
}

/** pg ends the time limit of a query, which keeps the process and what was read, by calling it back; a stream it never does. */
type Limited = CopyToStreamQuery & { readonly callback?: () => void };

function readRows(bytes: Buffer): HeldFeatures[] {
  const rows: HeldFeatures[] = [];
  let at = HEADER_BYTES;
  const nextField = (): Buffer => {
    const from = at + LENGTH_BYTES;
    at = from + bytes.readInt32BE(at);
    return bytes.subarray(from, at);
  };
  // Each row begins with the number of its fields; −1 ends them.
  while (bytes.readInt16BE(at) > 0) {
    at += COUNT_BYTES;
    const kind = nextField().toString('latin1');
    const id = nextField().toString('latin1');
    rows.push({ kind, id, version: nextField().readInt32BE(), features: nextField() });
  }
  return rows;
}
