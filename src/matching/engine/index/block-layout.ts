/** The most records of one block: a position fits in 16 bits of a posting. */
export const BLOCK_RECORDS = 0x10000;
/** Rows and sums are padded to whole steps of the sweep. */
export const SWEEP_STEP = 32;
/** One rank is kept per so many records of a dense row. */
export const RANK_STEP = 128;
/** Query terms handed to the kernel at once. */
export const PLAN_TERMS = 512;
/** Dense terms summed with one shift. */
export const GROUP_TERMS = 16;
const ALIGNMENT = 16;
const WASM_PAGE = 0x10000;

/** How much of what a block holds. */
export interface BlockShape {
  readonly records: number;
  readonly sparseTerms: number;
  readonly sparsePostings: number;
  readonly denseTerms: number;
  readonly densePostings: number;
}

/**
 * Where each part of a block lies in its one buffer, in bytes. Up to `stored` it is working space of a query, from
 * there to `end` what a snapshot keeps.
 */
export interface BlockLayout {
  readonly stride: number;
  readonly ranksPerRow: number;
  readonly sums: number;
  readonly found: number;
  readonly planStarts: number;
  readonly planEnds: number;
  readonly planFactors: number;
  readonly groupSizes: number;
  readonly groupShifts: number;
  readonly stored: number;
  readonly sparseTerms: number;
  readonly sparseStarts: number;
  readonly sparsePeaks: number;
  readonly postings: number;
  readonly denseTerms: number;
  readonly denseStarts: number;
  readonly densePeaks: number;
  readonly denseRows: number;
  readonly denseCodes: number;
  readonly denseRanks: number;
  readonly end: number;
  /** Whole WebAssembly pages that hold it all. */
  readonly pages: number;
}

function roundUp(size: number, step: number): number {
  return Math.ceil(size / step) * step;
}

export function layOut(shape: BlockShape): BlockLayout {
  const stride = roundUp(Math.max(1, shape.records), RANK_STEP);
  const ranksPerRow = stride / RANK_STEP;
  let at = 0;
  const place = (bytes: number): number => {
    const start = at;
    at = roundUp(at + bytes, ALIGNMENT);
    return start;
  };
  const sums = place(2 * stride);
  const found = place(4 * stride);
  const planStarts = place(4 * PLAN_TERMS);
  const planEnds = place(4 * PLAN_TERMS);
  const planFactors = place(4 * PLAN_TERMS);
  const groupSizes = place((4 * PLAN_TERMS) / GROUP_TERMS);
  const groupShifts = place((4 * PLAN_TERMS) / GROUP_TERMS);
  const stored = at;
  return {
    stride,
    ranksPerRow,
    sums,
    found,
    planStarts,
    planEnds,
    planFactors,
    groupSizes,
    groupShifts,
    stored,
    sparseTerms: place(4 * shape.sparseTerms),
    sparseStarts: place(4 * (shape.sparseTerms + 1)),
    sparsePeaks: place(2 * shape.sparseTerms),
    postings: place(4 * shape.sparsePostings),
    denseTerms: place(4 * shape.denseTerms),
    denseStarts: place(4 * (shape.denseTerms + 1)),
    densePeaks: place(2 * shape.denseTerms),
    denseRows: place(shape.denseTerms * stride),
    denseCodes: place(2 * shape.densePostings),
    denseRanks: place(2 * shape.denseTerms * ranksPerRow),
    end: at,
    pages: Math.ceil(at / WASM_PAGE),
  };
}
