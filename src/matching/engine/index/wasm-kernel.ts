import type { Kernel, KernelBlock } from './kernel';
import { WASM_BINARY } from './wasm-binary';

interface Exports {
  addPostings(sums: number, at: number, end: number, factor: number): void;
  sweep(
    sums: number,
    from: number,
    to: number,
    minimum: number,
    rows: number,
    factors: number,
    groupEnds: number,
    groupShifts: number,
    groups: number,
    planes: number,
    tables: number,
    gains: number,
    gainUnit: number,
    filters: number,
    found: number,
  ): number;
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
  }

  addPostings(from: number, to: number, factor: number): void {
    const { sums, postings } = this.block.layout;
    this.loops.addPostings(sums, postings + 4 * from, postings + 4 * to, factor);
  }

  sweep(from: number, to: number, minimum: number): number {
    const { layout, space } = this.block;
    return this.loops.sweep(
      layout.sums,
      from,
      to,
      minimum,
      layout.planRows,
      layout.planFactors,
      layout.groupEnds,
      layout.groupShifts,
      space.groupCount,
      layout.planPlanes,
      layout.planTables,
      space.gainCount,
      space.gainUnit,
      space.filterCount,
      layout.found,
    );
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
      count,
      layout.denseRows + row * layout.rowStride,
      layout.denseRanks + 2 * row * layout.ranksPerRow,
      layout.denseCodes + 2 * dense.starts[row]!,
      weight,
    );
  }
}
