import { CorruptValueError, pack, unpack } from '../binary';
import { Block } from './block';
import type { BlockShape } from './block-layout';
import type { Column } from './index-record';
import type { KernelKind } from './kernel';
import { finish, Pace } from './pace';
import { RecordTable } from './record-table';

/** Names the format and its version, and must change with the layout of a block, a posting or an impact. */
const MAGIC = 0x3358495a;

interface Head {
  readonly columns: readonly Column[];
  readonly blocks: readonly { readonly shape: BlockShape; readonly ids: readonly string[] }[];
}

/** The blocks as bytes: two sections each, its attributes and its lists. */
export function encodeBlocks(columns: readonly Column[], blocks: readonly Block[]): Uint8Array {
  const head: Head = { columns, blocks: blocks.map(({ shape, records }) => ({ shape, ids: records.ids })) };
  return pack(
    MAGIC,
    head,
    blocks.flatMap((block) => [attributesOf(block.records), storedPart(block)]),
  );
}

/** Reads what `encodeBlocks` wrote. CorruptValueError for anything else, and for an index of other columns. */
export function decodeBlocks(columns: readonly Column[], bytes: Uint8Array, kernelKind: KernelKind): Block[] {
  const { head, nextWords } = unpack(MAGIC, bytes);
  const { columns: stored, blocks } = head as Head;
  if (JSON.stringify(stored) !== JSON.stringify(columns)) throw new CorruptValueError('other columns');
  return blocks.map(({ shape, ids }) => {
    const block = new Block(shape, readTable(columns, ids, nextWords()), kernelKind);
    storedPart(block).set(nextWords());
    finish(block.sealing(new Pace()));
    return block;
  });
}

function storedPart({ buffer, layout }: Block): Uint32Array {
  return new Uint32Array(buffer, layout.stored, (layout.end - layout.stored) / 4);
}

/** Word by word: the codes of each record, then dead << 8 | parts. */
function attributesOf(records: RecordTable): Uint32Array {
  const columns = records.largestCodes.length;
  const words = new Uint32Array(records.count * (columns + 1));
  let at = 0;
  for (let position = 0; position < records.count; position++) {
    for (let column = 0; column < columns; column++) words[at++] = records.code(position, column);
    words[at++] = (records.isDead(position) ? 1 << 8 : 0) | records.parts(position);
  }
  return words;
}

function readTable(columns: readonly Column[], ids: readonly string[], words: Uint32Array): RecordTable {
  const table = new RecordTable(columns, ids.length);
  const width = columns.length + 1;
  for (const [i, id] of ids.entries()) {
    const last = words[i * width + width - 1]!;
    const position = table.push(id, words.subarray(i * width, i * width + width - 1), last & 0xff);
    if (last >>> 8 !== 0) table.bury(position);
  }
  return table;
}
