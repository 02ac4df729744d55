import { Block } from './block';
import { RANK_STEP } from './block-layout';
import { encodeImpact, IMPACTS, NO_IMPACT } from './impact';
import type { KernelKind } from './kernel';
import type { Column, IndexRecord } from './index-record';
import { type Pace, sorting, type Steps } from './pace';
import { RecordTable } from './record-table';
import { TermSlots } from './term-slots';
import { widened } from './widened';

/** A term in more than this share of a block's records has a row instead of postings. */
const DENSE_SHARE = 0.08;
const DENSE_RECORDS = 16;
const SPARSE = -1;

/** Seals up to 65,536 records, laid out by partition columns, availability and id. */
export function* buildingBlock(
  records: IndexRecord[],
  columns: readonly Column[],
  kernelKind: KernelKind,
  pace: Pace,
): Steps<Block> {
  const sorted = yield* sorting(records, byPartition(columns), pace);
  const table = new RecordTable(columns, sorted.length);
  for (const record of sorted) {
    table.push(record.id, record.attributes, record.parts);
    if (pace.isDue(columns.length)) yield;
  }
  const postings = yield* readPostings(sorted, pace);
  const placed = yield* placeTerms(postings, sorted.length, pace);
  const block = new Block(
    { records: sorted.length, columns: columns.length, ...placed.shape },
    table,
    kernelKind,
  );
  const starts = yield* fillDirectories(block, postings, placed, pace);
  yield* fillLists(block, postings, placed.rowOf, starts, pace);
  yield* rankRows(block, pace);
  yield* block.sealing(pace);
  return block;
}

function byPartition(columns: readonly Column[]): (a: IndexRecord, b: IndexRecord) => number {
  const partitions = columns.flatMap((column, i) => (column.partition ? [i] : []));
  return (a, b) => {
    for (const column of partitions) {
      const difference = a.attributes[column]! - b.attributes[column]!;
      if (difference !== 0) return difference;
    }
    return a.parts - b.parts || (a.id < b.id ? -1 : 1);
  };
}

/** All postings record by record: the slot of the term, the code, and where each record ends. */
interface ReadPostings {
  readonly slots: TermSlots;
  readonly slotOf: Uint32Array;
  readonly codes: Uint16Array;
  readonly ends: Uint32Array;
  /** By slot: the term, the number of its postings and the largest code of them. */
  readonly terms: Uint32Array;
  readonly counts: Uint32Array;
  readonly peaks: Uint32Array;
}

function* readPostings(records: readonly IndexRecord[], pace: Pace): Steps<ReadPostings> {
  let total = 0;
  for (const { vector } of records) total += vector.terms.length;
  const slots = new TermSlots();
  const slotOf = new Uint32Array(total);
  const codes = new Uint16Array(total);
  const ends = new Uint32Array(records.length);
  let counts = new Uint32Array(1 << 16);
  let peaks = new Uint32Array(1 << 16);
  let at = 0;
  for (const [position, { vector }] of records.entries()) {
    for (let i = 0; i < vector.terms.length; i++) {
      const code = encodeImpact(vector.weights[i]!);
      if (code === NO_IMPACT) continue;
      const slot = slots.add(vector.terms[i]!);
      if (slot === counts.length) [counts, peaks] = [widened(counts), widened(peaks)];
      counts[slot]!++;
      if (code > peaks[slot]!) peaks[slot] = code;
      slotOf[at] = slot;
      codes[at++] = code;
    }
    ends[position] = at;
    if (pace.isDue(1 + vector.terms.length)) yield;
  }
  const terms = slots.terms();
  return { slots, slotOf: slotOf.subarray(0, at), codes: codes.subarray(0, at), ends, terms, counts, peaks };
}

interface PlacedTerms {
  /** Slots in ascending order of their terms. */
  readonly sparse: Uint32Array;
  readonly dense: Uint32Array;
  /** By slot: the place in the dense directory, −1 for a sparse term. */
  readonly rowOf: Int32Array;
  readonly shape: { sparseTerms: number; sparsePostings: number; denseTerms: number; densePostings: number };
}

function* placeTerms(
  { terms, counts, slots }: ReadPostings,
  recordCount: number,
  pace: Pace,
): Steps<PlacedTerms> {
  const least = Math.max(DENSE_RECORDS, DENSE_SHARE * recordCount);
  const sparse = new Uint32Array(terms.length);
  const dense: number[] = [];
  const rowOf = new Int32Array(terms.length).fill(SPARSE);
  let sparseTerms = 0;
  let sparsePostings = 0;
  let densePostings = 0;
  for (const term of yield* sorting(Array.from(terms), (a, b) => a - b, pace)) {
    if (pace.isDue(1)) yield;
    const slot = slots.find(term);
    const count = counts[slot]!;
    if (count > least) {
      rowOf[slot] = dense.length;
      dense.push(slot);
      densePostings += count;
    } else {
      sparse[sparseTerms++] = slot;
      sparsePostings += count;
    }
  }
  return {
    sparse: sparse.subarray(0, sparseTerms),
    dense: Uint32Array.from(dense),
    rowOf,
    shape: { sparseTerms, sparsePostings, denseTerms: dense.length, densePostings },
  };
}

/** Answers where each list starts, by slot. */
function* fillDirectories(
  block: Block,
  { terms, counts, peaks }: ReadPostings,
  placed: PlacedTerms,
  pace: Pace,
): Steps<Uint32Array> {
  const starts = new Uint32Array(terms.length);
  for (const [directory, slots] of [
    [block.sparse, placed.sparse],
    [block.dense, placed.dense],
  ] as const) {
    let start = 0;
    for (let i = 0; i < slots.length; i++) {
      const slot = slots[i]!;
      starts[slot] = start;
      directory.put(i, terms[slot]!, start, IMPACTS[peaks[slot]!]!);
      start += counts[slot]!;
      if (pace.isDue(1)) yield;
    }
    directory.close(start);
  }
  return starts;
}

function* fillLists(
  block: Block,
  { slotOf, codes, ends }: ReadPostings,
  rowOf: Int32Array,
  next: Uint32Array,
  pace: Pace,
): Steps<void> {
  const { postings, denseCodes } = block;
  let at = 0;
  for (let position = 0; position < ends.length; position++) {
    for (; at < ends[position]!; at++) {
      const code = codes[at]!;
      const slot = slotOf[at]!;
      const row = rowOf[slot]!;
      if (row !== SPARSE) {
        denseCodes[next[slot]!++] = code;
        setDense(block, row, position, code);
      } else postings[next[slot]!++] = ((code << 16) | position) >>> 0;
      if (pace.isDue(1)) yield;
    }
  }
}

function setDense(block: Block, row: number, position: number, code: number): void {
  const share = IMPACTS[code]! / block.dense.peak(row);
  // Rounded up: errors to one side only bound a score twice as closely.
  block.denseRows[row * block.layout.rowStride + position] = Math.min(255, Math.ceil(255 * share));
}

/** Notes how many entries of each row come before each `RANK_STEP` records. */
function* rankRows({ shape, layout, denseRows, denseRanks }: Block, pace: Pace): Steps<void> {
  const { stride, rowStride, ranksPerRow } = layout;
  for (let row = 0; row < shape.denseTerms; row++) {
    let rank = 0;
    for (let i = 0; i < stride; i++) {
      if (i % RANK_STEP === 0) denseRanks[row * ranksPerRow + i / RANK_STEP] = rank;
      if (denseRows[row * rowStride + i] !== 0) rank++;
    }
    if (pace.isDue(stride)) yield;
  }
}
