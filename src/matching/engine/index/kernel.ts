import type { BlockLayout } from './block-layout';
import type { RecordTable } from './record-table';
import type { TermDirectory } from './term-directory';
import type { WorkingSpace } from './working-space';

/** What a kernel reads of the block it works on. */
export interface KernelBlock {
  readonly layout: BlockLayout;
  readonly buffer: ArrayBuffer;
  readonly space: WorkingSpace;
  readonly records: RecordTable;
  readonly postings: Uint32Array;
  readonly dense: TermDirectory;
  readonly denseRows: Uint8Array;
  readonly denseCodes: Uint16Array;
  readonly denseRanks: Uint16Array;
  codePlane(column: number): number;
}

/** The inner loops over one block, on its working space. */
export interface Kernel {
  /** Adds `factor` · impact, rounded, to the sum of each posting `from … to`. `factor` is a binary32. */
  addPostings(from: number, to: number, factor: number): void;
  /** To be called when the plan and the tally are in the working space, before the next two. */
  prepare(): void;
  /**
   * Counts what the sums say so far of the records of postings `from … to`, each once, until `seeds` is `wanted`; answers
   * how many there are by now.
   */
  seed(from: number, to: number, seeds: number, wanted: number): number;
  /** Forgets the seeds, but not the least level that they proved. */
  endSeeds(seeds: number): void;
  /**
   * Reads and clears the sums of the positions `from … to` (multiples of 64), adds the dense terms of the plan, counts the
   * records and lists those that may reach the least level wanted, and maybe others, ascending, from place
   * `listed` on. Answers how many are listed by now.
   */
  sweep(from: number, to: number, listed: number): number;
  /**
   * Adds `weight` · impact to the dot products of the positions gathered that postings `from … to` hold, by reading
   * them all. The sums hold 1 + the place in the gathering of each of its positions, and 0 elsewhere.
   */
  scanPostings(from: number, to: number, weight: number): void;
  /** The same for the first `count` positions of the gathering, by searching each. */
  searchPostings(from: number, to: number, weight: number, count: number): void;
  /** The same for a dense row. */
  gatherRow(row: number, weight: number, count: number): void;
}

/** WebAssembly with SIMD, or plain JavaScript; both give the same numbers. */
export type KernelKind = 'wasm' | 'script';

/** WebAssembly where there is any. */
export const DEFAULT_KERNEL: KernelKind = typeof WebAssembly === 'object' ? 'wasm' : 'script';
