import { pack, unpack } from '../engine/binary';
import { RankedRows, ROW } from './ranked-rows';
import type { RankedList } from './ranker';

const MAGIC = 0x324c5a43;

type Head = Omit<RankedList, 'entries'> & { readonly count: number };

/** Lists as they travel from a shard: a third of their JSON, in letters, for a queue keeps several copies of an answer. */
export function encodeLists(lists: readonly RankedList[]): string {
  const head = lists.map(({ entries, ...list }): Head => ({ ...list, count: entries.count }));
  const rows = Buffer.concat(lists.map(({ entries }) => entries.bytes));
  const bytes = pack(MAGIC, head, [new Uint32Array(rows.buffer, rows.byteOffset, rows.length / 4)]);
  return Buffer.from(bytes.buffer).toString('base64');
}

/** Reads what `encodeLists` wrote. */
export function decodeLists(letters: string): RankedList[] {
  const { head, nextWords } = unpack(MAGIC, Buffer.from(letters, 'base64'));
  const { buffer, byteOffset, byteLength } = nextWords();
  const rows = Buffer.from(buffer, byteOffset, byteLength);
  let at = 0;
  return (head as Head[]).map(({ count, ...list }) => {
    const from = at;
    at += count * ROW.bytes;
    return { ...list, entries: new RankedRows(rows.subarray(from, at)) };
  });
}
