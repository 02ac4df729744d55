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

/** The inner loops over one block, on its working space. Places of postings are addresses in its buffer, in bytes. */
export interface Kernel {
  /** Narrows the first `terms` terms in the working space to the postings of positions `from … to`. */
  narrow(terms: number, from: number, to: number): void;
  /** Adds factor · impact, rounded, to the sum of each posting asked for of the first `terms` terms. */
  addPostings(terms: number): void;
  /** To be called when the plan and the tally are in the working space, before the next two. */
  prepare(): void;
  /**
   * Counts what the sums say so far of the records of postings `at … end`, each once, until `seeds` is `wanted`; answers
   * how many there are by now.
   */
  seed(at: number, end: number, seeds: number, wanted: number): number;
  /** Forgets the seeds, but not the least level that they proved. */
  endSeeds(seeds: number): void;
  /**
   * Reads and clears the sums of the positions `from … to` (multiples of 64), adds the dense terms of the plan, counts the
   * records and lists those that may reach the least level wanted, and maybe others, ascending, from place
   * `listed` on. Answers how many are listed by now.
   */
  sweep(from: number, to: number, listed: number): number;
  /** Adds weight · impact of the first `terms` terms, one after the other, to the dot products of the first `count` positions gathered. */
  gather(count: number, terms: number): void;
}

/** WebAssembly with SIMD, or plain JavaScript; both give the same numbers. */
export type KernelKind = 'wasm' | 'script';

/** WebAssembly where there is any. */
export const DEFAULT_KERNEL: KernelKind = typeof WebAssembly === 'object' ? 'wasm' : 'script';
