import { type BlockLayout, CODE_CLASSES, GATHER_RECORDS, PLAN_COLUMNS, PLAN_TERMS } from './block-layout';

/** What a kernel writes during a query. */
export class WorkingSpace {
  /** The sum of each position; all 0 between queries. */
  readonly sums: Uint16Array;
  /** What a sweep found: `sum << 16 | position`. */
  readonly found: Uint32Array;
  /** Where the row of each planned dense term starts in the buffer, and its factor. */
  readonly planRows: Uint32Array;
  readonly planFactors: Uint32Array;
  /** Planned terms are summed in groups: where each ends in the plan, and the shift of its sum. */
  readonly groupEnds: Uint32Array;
  readonly groupShifts: Uint32Array;
  groupCount = 0;
  /**
   * Where the codes of each planned column start, and a byte per class of codes: for the first `gainCount` what the class
   * adds at most, in `gainUnit` sum units, for the next `filterCount` 255 where it may pass and else 0.
   */
  readonly planPlanes: Uint32Array;
  readonly planTables: Uint8Array;
  gainCount = 0;
  gainUnit = 0;
  filterCount = 0;
  /** A gathering: positions, ascending, and their dot products. */
  readonly positions: Uint32Array;
  readonly dots: Float64Array;

  constructor(buffer: ArrayBuffer, layout: BlockLayout) {
    this.sums = new Uint16Array(buffer, layout.sums, layout.stride);
    this.found = new Uint32Array(buffer, layout.found, layout.stride);
    this.planRows = new Uint32Array(buffer, layout.planRows, PLAN_TERMS);
    this.planFactors = new Uint32Array(buffer, layout.planFactors, PLAN_TERMS);
    this.groupEnds = new Uint32Array(buffer, layout.groupEnds, PLAN_TERMS);
    this.groupShifts = new Uint32Array(buffer, layout.groupShifts, PLAN_TERMS);
    this.planPlanes = new Uint32Array(buffer, layout.planPlanes, PLAN_COLUMNS);
    this.planTables = new Uint8Array(buffer, layout.planTables, CODE_CLASSES * PLAN_COLUMNS);
    this.positions = new Uint32Array(buffer, layout.positions, GATHER_RECORDS);
    this.dots = new Float64Array(buffer, layout.dots, GATHER_RECORDS);
  }
}
