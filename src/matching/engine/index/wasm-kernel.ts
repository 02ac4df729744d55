import type { Kernel, KernelBlock } from './kernel';
import { WASM_BINARY } from './wasm-binary';

interface Exports {
  narrow(terms: number, from: number, to: number): void;
  addPostings(terms: number): void;
  place(addresses: number): void;
  prepare(
    groups: number,
    gains: number,
    narrowGains: number,
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
  gather(count: number, terms: number): void;
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

  narrow(terms: number, from: number, to: number): void {
    this.loops.narrow(terms, from, to);
  }

  addPostings(terms: number): void {
    this.loops.addPostings(terms);
  }

  prepare(): void {
    const { space } = this.block;
    this.loops.prepare(
      space.groupCount,
      space.gainCount,
      space.narrowGainCount,
      space.gainUnit,
      space.criterionCount,
      space.filterCount,
      space.isSure,
      space.sumsPerLevel,
      space.sumsBefore,
      space.knownBefore,
    );
  }

  seed(at: number, end: number, seeds: number, wanted: number): number {
    return this.loops.seed(at, end, seeds, wanted);
  }

  endSeeds(seeds: number): void {
    this.loops.endSeeds(seeds);
  }

  sweep(from: number, to: number, listed: number): number {
    return this.loops.sweep(from, to, listed);
  }

  gather(count: number, terms: number): void {
    this.loops.gather(count, terms);
  }
}
