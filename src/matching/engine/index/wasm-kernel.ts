import type { Kernel, KernelBlock } from './kernel';
import { WASM_BINARY } from './wasm-binary';

interface Exports {
  addPostings(sums: number, at: number, end: number, factor: number): void;
  place(addresses: number): void;
  prepare(
    groups: number,
    gains: number,
    gainUnit: number,
    criteria: number,
    filters: number,
    isSure: boolean,
    sumsPerLevel: number,
    sumsBefore: number,
    knownBefore: number,
  ): void;
  seed(at: number, end: number, seeds: number, wanted: number): number;
  endSeeds(seeds: number): void;
  sweep(from: number, to: number, listed: number): number;
  scanPostings(sums: number, dots: number, at: number, end: number, weight: number): void;
  searchPostings(
    positions: number,
    dots: number,
    count: number,
    at: number,
    end: number,
    weight: number,
  ): void;
  gatherRow(
    positions: number,
    dots: number,
    noted: number,
    count: number,
    row: number,
    ranks: number,
    codes: number,
    weight: number,
  ): void;
}

let compiled: WebAssembly.Module | undefined;

/** assembly/kernel.ts over the memory of one block. */
export class WasmKernel implements Kernel {
  private readonly loops: Exports;

  constructor(
    private readonly block: KernelBlock,
    memory: WebAssembly.Memory,
  ) {
    compiled ??= new WebAssembly.Module(Buffer.from(WASM_BINARY, 'base64'));
    this.loops = new WebAssembly.Instance(compiled, { env: { memory } }).exports as unknown as Exports;
    this.loops.place(block.layout.addresses);
  }

  addPostings(from: number, to: number, factor: number): void {
    const { sums, postings } = this.block.layout;
    this.loops.addPostings(sums, postings + 4 * from, postings + 4 * to, factor);
  }

  prepare(): void {
    const { space } = this.block;
    this.loops.prepare(
      space.groupCount,
      space.gainCount,
      space.gainUnit,
      space.criterionCount,
      space.filterCount,
      space.isSure,
      space.sumsPerLevel,
      space.sumsBefore,
      space.knownBefore,
    );
  }

  seed(from: number, to: number, seeds: number, wanted: number): number {
    const { postings } = this.block.layout;
    return this.loops.seed(postings + 4 * from, postings + 4 * to, seeds, wanted);
  }

  endSeeds(seeds: number): void {
    this.loops.endSeeds(seeds);
  }

  sweep(from: number, to: number, listed: number): number {
    return this.loops.sweep(from, to, listed);
  }

  scanPostings(from: number, to: number, weight: number): void {
    const { sums, dots, postings } = this.block.layout;
    this.loops.scanPostings(sums, dots, postings + 4 * from, postings + 4 * to, weight);
  }

  searchPostings(from: number, to: number, weight: number, count: number): void {
    const { positions, dots, postings } = this.block.layout;
    this.loops.searchPostings(positions, dots, count, postings + 4 * from, postings + 4 * to, weight);
  }

  gatherRow(row: number, weight: number, count: number): void {
    const { layout, dense } = this.block;
    this.loops.gatherRow(
      layout.positions,
      layout.dots,
      layout.found,
      count,
      layout.denseRows + row * layout.rowStride,
      layout.denseRanks + 2 * row * layout.ranksPerRow,
      layout.denseCodes + 2 * dense.starts[row]!,
      weight,
    );
  }
}
