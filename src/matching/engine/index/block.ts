import { type BlockLayout, type BlockShape, CODE_CLASSES, DEAD_STATE, layOut } from './block-layout';
import { createKernel } from './create-kernel';
import type { Kernel, KernelKind } from './kernel';
import type { Pace, Steps } from './pace';
import type { RecordSource } from './read-records';
import type { RecordTable } from './record-table';
import { directoryWords, TermDirectory } from './term-directory';
import { WorkingSpace } from './working-space';

const WASM_PAGE = 0x10000;

/**
 * A sealed set of up to 65,536 records with an inverted list per term, in one buffer:
 *
 * - sparse terms have postings, `code << 16 | position`, ascending by position;
 * - dense terms (in more than 8 % of the records) have a row of one byte per record, the weight in 255ths of the
 *   term's peak, rounded up (so 0 only where the term does not occur), and the exact codes of the non-zero entries in order.
 *
 * Only the dead among its records and the working space change after it was built.
 */
export class Block implements RecordSource {
  readonly layout: BlockLayout;
  readonly memory: WebAssembly.Memory | undefined;
  readonly buffer: ArrayBuffer;
  readonly space: WorkingSpace;
  readonly sparse: TermDirectory;
  readonly postings: Uint32Array;
  readonly dense: TermDirectory;
  readonly denseRows: Uint8Array;
  readonly denseCodes: Uint16Array;
  /** Non-zero entries of a row before each `RANK_STEP` records. */
  readonly denseRanks: Uint16Array;
  readonly kernel: Kernel;

  constructor(
    readonly shape: BlockShape,
    readonly records: RecordTable,
    kernelKind: KernelKind,
  ) {
    const layout = layOut(shape);
    this.layout = layout;
    if (kernelKind === 'wasm') {
      const pages = Math.ceil(layout.end / WASM_PAGE);
      this.memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
    }
    const buffer = this.memory?.buffer ?? new ArrayBuffer(layout.end);
    this.buffer = buffer;
    this.space = new WorkingSpace(buffer, layout);
    this.sparse = new TermDirectory(
      new Uint32Array(buffer, layout.sparse, directoryWords(shape.sparseTerms)),
    );
    this.postings = new Uint32Array(buffer, layout.postings, shape.sparsePostings);
    this.dense = new TermDirectory(new Uint32Array(buffer, layout.dense, directoryWords(shape.denseTerms)));
    this.denseRows = new Uint8Array(buffer, layout.denseRows, shape.denseTerms * layout.rowStride);
    this.denseCodes = new Uint16Array(buffer, layout.denseCodes, shape.densePostings);
    this.denseRanks = new Uint16Array(buffer, layout.denseRanks, shape.denseTerms * layout.ranksPerRow);
    this.kernel = createKernel(this, this.memory);
  }

  /** To be gone through when all lists are in. */
  *sealing(pace: Pace): Steps<void> {
    yield* this.sparse.sealing(pace);
    yield* this.dense.sealing(pace);
    const { shape, records, space } = this;
    // Beyond the last record too, up to the end of its 64.
    space.states.fill(DEAD_STATE);
    for (let position = 0; position < shape.records; position++)
      space.states[position] = records.isDead(position) ? DEAD_STATE : records.parts(position);
    if (pace.isDue(shape.records)) yield;
    for (let column = 0; column < shape.columns; column++) {
      const plane = new Uint8Array(this.buffer, this.codePlane(column), shape.records);
      for (let position = 0; position < shape.records; position++)
        plane[position] = records.code(position, column) % CODE_CLASSES;
      if (pace.isDue(shape.records)) yield;
    }
  }

  bury(position: number): void {
    this.records.bury(position);
    this.space.states[position] = DEAD_STATE;
  }

  /** Where the classes of a column's codes start: a byte per record, the code modulo `CODE_CLASSES`. */
  codePlane(column: number): number {
    return this.layout.codePlanes + column * this.layout.stride;
  }

  *visiting(visit: (term: number, position: number, code: number) => void, pace: Pace): Steps<void> {
    const { sparse, dense } = this;
    let list = 0;
    let row = 0;
    while (list < sparse.count || row < dense.count)
      if (row === dense.count || (list < sparse.count && sparse.term(list) < dense.term(row))) {
        this.readList(list, visit);
        if (pace.isDue(1 + sparse.end(list) - sparse.start(list))) yield;
        list++;
      } else {
        this.readRow(row++, visit);
        if (pace.isDue(this.records.count)) yield;
      }
  }

  private readList(list: number, visit: (term: number, position: number, code: number) => void): void {
    const term = this.sparse.term(list);
    for (let i = this.sparse.start(list); i < this.sparse.end(list); i++)
      visit(term, this.postings[i]! & 0xffff, this.postings[i]! >>> 16);
  }

  private readRow(row: number, visit: (term: number, position: number, code: number) => void): void {
    const term = this.dense.term(row);
    let next = this.dense.start(row);
    for (let position = 0; position < this.records.count; position++)
      if (this.denseRows[row * this.layout.rowStride + position] !== 0)
        visit(term, position, this.denseCodes[next++]!);
  }
}
