import { pack, unpack } from '../engine/binary';
import { PARTS } from '../engine/model';
import type { RankedList, RankedSupply } from './ranker';

const MAGIC = 0x314c5a43;
const ID_BYTES = 16;

type Head = Omit<RankedList, 'entries'> & { readonly length: number };

/** Lists as they travel from a shard: a third of their JSON, in letters, for a queue keeps several copies of an answer. */
export function encodeLists(lists: readonly RankedList[]): string {
  const head = lists.map(({ entries, ...list }): Head => ({ ...list, length: entries.length }));
  const entries = lists.flatMap((list) => list.entries);
  const ids = Buffer.alloc(entries.length * ID_BYTES);
  const versions = Uint32Array.from(entries, ({ version }) => version);
  const scores = Float64Array.from(entries, ({ score }) => score);
  const points = new Float32Array(entries.length * PARTS.length);
  for (const [at, entry] of entries.entries()) {
    ids.write(entry.id.replaceAll('-', ''), at * ID_BYTES, ID_BYTES, 'hex');
    for (let part = 0; part < PARTS.length; part++)
      points[at * PARTS.length + part] = entry.points[part] ?? NaN;
  }
  const bytes = pack(MAGIC, head, [wordsOf(ids), versions, wordsOf(scores), points]);
  return Buffer.from(bytes.buffer).toString('base64');
}

/** Reads what `encodeLists` wrote; points come back as binary32, which is what is stored of them. */
export function decodeLists(letters: string): RankedList[] {
  const { head, nextWords, nextFloats } = unpack(MAGIC, Buffer.from(letters, 'base64'));
  const ids = bytesOf(nextWords());
  const versions = nextWords();
  const scores = new Float64Array(nextWords().slice().buffer);
  const points = nextFloats();
  let at = 0;
  const nextEntry = (): RankedSupply => {
    const entry = {
      id: readId(ids, at * ID_BYTES),
      version: versions[at]!,
      score: scores[at]!,
      points: Array.from(points.subarray(at * PARTS.length, (at + 1) * PARTS.length), (value) =>
        Number.isNaN(value) ? null : value,
      ),
    };
    at++;
    return entry;
  };
  return (head as Head[]).map(({ length, ...list }) => ({
    ...list,
    entries: Array.from({ length }, nextEntry),
  }));
}

const wordsOf = ({ buffer, byteOffset, byteLength }: Uint8Array | Float64Array): Uint32Array =>
  new Uint32Array(buffer, byteOffset, byteLength / 4);

const bytesOf = ({ buffer, byteOffset, byteLength }: Uint32Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);

function readId(ids: Buffer, at: number): string {
  const digits = ids.toString('hex', at, at + ID_BYTES);
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-${digits.slice(12, 16)}-${digits.slice(16, 20)}-${digits.slice(20)}`;
}
