import { TERM_WORDS, TERMS_AT_ONCE } from './planned-terms';
import { TALLY_WORDS } from './tally';
import { directoryWords } from './term-directory';

/** The most records of one block: a position fits in 16 bits of a posting. */
export const BLOCK_RECORDS = 0x10000;
/** Positions that a sweep reads at a time. */
export const SWEEP_STEP = 64;
/** One rank is kept per so many records of a dense row; rows are padded to it. */
export const RANK_STEP = 64;
/** The most dense terms that a selection reads. */
export const PLAN_TERMS = 512;
/** The most criteria that a selection looks at, and the most filters. */
export const PLAN_COLUMNS = 32;
/** Different bit sets of parts that have data; a record that is gone is in a state beyond them. */
export const PART_SETS = 256;
export const DEAD_STATE = PART_SETS;
/** Classes of attribute codes that a sweep tells apart: the bytes of two SIMD registers. */
export const CODE_CLASSES = 32;
/** The bytes of one. */
export const NARROW_CLASSES = 16;
/** What is known of a class of codes under one criterion, in numbers: see `WorkingSpace`. */
export const JUDGEMENT = 4;
/** The most positions gathered at a time. */
export const GATHER_RECORDS = 64;
/** Entries of rows whose exact codes are fetched at a time, and the bytes noted of each. */
const NOTES = 8 * GATHER_RECORDS;
const NOTE_BYTES = 16;
/** The addresses that the kernel in WebAssembly is told. */
export const ADDRESSES = 21;
const ALIGNMENT = 16;
/** Rows are set off by an odd number of cache lines, or the rows of a query would displace each other in the cache. */
const CACHE_LINE = 64;

/** How much of what a block holds. */
export interface BlockShape {
  readonly records: number;
  readonly columns: number;
  readonly sparseTerms: number;
  readonly sparsePostings: number;
  readonly denseTerms: number;
  readonly densePostings: number;
}

/**
 * Where each part of a block lies in its one buffer, in bytes. Up to `stored` it is the working space of a query and what
 * is read off the records' attributes, from there to `end` what a snapshot keeps.
 */
export type BlockLayout = ReturnType<typeof layOut>;

function roundUp(size: number, step: number): number {
  return Math.ceil(size / step) * step;
}

export function layOut(shape: BlockShape) {
  const stride = roundUp(Math.max(1, shape.records), RANK_STEP);
  const ranksPerRow = stride / RANK_STEP;
  // An odd number of lines apart.
  const rowStride = roundUp(stride, 2 * CACHE_LINE) + CACHE_LINE;
  let at = 0;
  const place = (bytes: number): number => {
    const start = at;
    at = roundUp(at + bytes, ALIGNMENT);
    return start;
  };
  return {
    stride,
    rowStride,
    ranksPerRow,
    sums: place(2 * stride),
    found: place(4 * stride),
    planRows: place(4 * PLAN_TERMS),
    planFactors: place(4 * PLAN_TERMS),
    groupEnds: place(4 * PLAN_TERMS),
    groupShifts: place(4 * PLAN_TERMS),
    gainPlanes: place(4 * PLAN_COLUMNS),
    gainTables: place(CODE_CLASSES * PLAN_COLUMNS),
    judgements: place(8 * JUDGEMENT * CODE_CLASSES * PLAN_COLUMNS),
    filterPlanes: place(4 * PLAN_COLUMNS),
    filterTables: place(2 * CODE_CLASSES * PLAN_COLUMNS),
    scales: place(8 * 3 * PART_SETS),
    tally: place(4 * TALLY_WORDS),
    seedBits: place(stride / 8),
    states: place(2 * stride),
    codePlanes: place(shape.columns * stride),
    addresses: place(4 * ADDRESSES),
    positions: place(4 * GATHER_RECORDS),
    dots: place(8 * GATHER_RECORDS),
    terms: place(4 * TERM_WORDS * TERMS_AT_ONCE),
    values: place(4 * GATHER_RECORDS * TERMS_AT_ONCE),
    notes: place(NOTE_BYTES * NOTES),
    notesEnd: at,
    stored: at,
    sparse: place(4 * directoryWords(shape.sparseTerms)),
    postings: place(4 * shape.sparsePostings),
    dense: place(4 * directoryWords(shape.denseTerms)),
    denseRows: place(shape.denseTerms * rowStride),
    denseCodes: place(2 * shape.densePostings),
    denseRanks: place(2 * shape.denseTerms * ranksPerRow),
    end: at,
  };
}
