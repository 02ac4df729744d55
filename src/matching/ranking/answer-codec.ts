import { pack, unpack } from '../engine/binary';
import { PARTS } from '../engine/model';
import type { RankedList, RankedSupply } from './ranker';

const MAGIC = 0x314c5a43;
const WORDS_OF_ID = 4;

type Head = Omit<RankedList, 'entries'> & { readonly length: number };

/** Lists as they travel from a shard: a third of their JSON, in letters, for a queue keeps several copies of an answer. */
export function encodeLists(lists: readonly RankedList[]): string {
  const head = lists.map(({ entries, ...list }): Head => ({ ...list, length: entries.length }));
  const entries = lists.flatMap((list) => list.entries);
  const ids = new Uint32Array(entries.length * WORDS_OF_ID);
  const versions = Uint32Array.from(entries, ({ version }) => version);
  const scores = Float64Array.from(entries, ({ score }) => score);
  const points = new Float32Array(entries.length * PARTS.length);
  for (const [at, entry] of entries.entries()) {
    writeId(entry.id, ids, at * WORDS_OF_ID);
    for (let part = 0; part < PARTS.length; part++)
      points[at * PARTS.length + part] = entry.points[part] ?? NaN;
  }
  const bytes = pack(MAGIC, head, [ids, versions, new Uint32Array(scores.buffer), points]);
  return Buffer.from(bytes.buffer).toString('base64');
}

/** Reads what `encodeLists` wrote; points come back as binary32, which is what is stored of them. */
export function decodeLists(letters: string): RankedList[] {
  const { head, nextWords, nextFloats } = unpack(MAGIC, Buffer.from(letters, 'base64'));
  const [ids, versions] = [nextWords(), nextWords()];
  const scores = new Float64Array(nextWords().slice().buffer);
  const points = nextFloats();
  let at = 0;
  const nextEntry = (): RankedSupply => {
    const entry = {
      id: readId(ids, at * WORDS_OF_ID),
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

function writeId(id: string, words: Uint32Array, at: number): void {
  const digits = id.replaceAll('-', '');
  for (let i = 0; i < WORDS_OF_ID; i++) words[at + i] = Number.parseInt(digits.slice(8 * i, 8 * i + 8), 16);
}

function readId(words: Uint32Array, at: number): string {
  let digits = '';
  for (let i = 0; i < WORDS_OF_ID; i++) digits += words[at + i]!.toString(16).padStart(8, '0');
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    digits.slice(12, 16),
    digits.slice(16, 20),
    digits.slice(20),
  ].join('-');
}
