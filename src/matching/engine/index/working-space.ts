import {
  ADDRESSES,
  type BlockLayout,
  CODE_CLASSES,
  GATHER_RECORDS,
  JUDGEMENT,
  PART_SETS,
  PLAN_COLUMNS,
  PLAN_TERMS,
} from './block-layout';
import { PlannedTerms, TERM_WORDS, TERMS_AT_ONCE } from './planned-terms';
import { Tally, TALLY_WORDS } from './tally';

/** What a kernel reads and writes during a query, beside the lists. */
export class WorkingSpace {
  /** The sum of each position; all 0 between queries. */
  readonly sums: Uint16Array;
  /** What a sweep found: `level << 16 | position`. */
  readonly found: Uint32Array;
  /** Where the row of each planned dense term starts in the buffer, and its factor. */
  readonly planRows: Uint32Array;
  readonly planFactors: Uint32Array;
  /** Planned terms are summed in groups: where each ends in the plan, and the shift of its sum. */
  readonly groupEnds: Uint32Array;
  readonly groupShifts: Uint32Array;
  groupCount = 0;
  /** Where the classes of the codes start that each criterion reads; in its first `gainCount`, what each adds. */
  readonly gainPlanes: Uint32Array;
  criterionCount = 0;
  /** A byte per class of codes: what it adds at most, in `gainUnit` sum units. */
  readonly gainTables: Uint8Array;
  gainCount = 0;
  /** So many of them, the first, have no class from `NARROW_CLASSES` on. */
  narrowGainCount = 0;
  gainUnit = 0;
  /**
   * Per class of codes: the criterion's weight if some code of the class is known, else 0; the same if all are; weight ·
   * value at the most; and at the least.
   */
  readonly judgements: Float64Array;
  /** The weight of the criteria that are not planned: they may be met or not. */
  knownBefore = 0;
  /** Likewise for filters: for each class 255 where some code passes, then 1 where all do, else 0. */
  readonly filterPlanes: Uint32Array;
  readonly filterTables: Uint8Array;
  filterCount = 0;
  /** Whether all filters are planned. */
  isSure = true;
  /** By parts: levels per sum unit; levels that the criteria add at most; levels per sum unit where nothing is known. */
  readonly scales: Float64Array;
  /** A sum of `sumsPerLevel` · level − `sumsBefore` is the least that may reach the level. */
  sumsPerLevel = 0;
  sumsBefore = 0;
  readonly tally: Tally;
  /** A bit per position; all 0 but during the counting of seeds. */
  readonly seedBits: Uint8Array;
  /** Of each record: which parts have data, or `DEAD_STATE` for one that was replaced or removed. */
  readonly states: Uint16Array;
  /** A gathering: positions, ascending, and their dot products. */
  readonly positions: Uint32Array;
  readonly dots: Float64Array;
  /** The query's terms, and those of them that the kernel reads. */
  readonly planned = new PlannedTerms();
  readonly terms: Uint32Array;
  readonly termWeights: Float64Array;
  readonly termFactors: Float32Array;

  constructor(buffer: ArrayBuffer, layout: BlockLayout) {
    this.sums = new Uint16Array(buffer, layout.sums, layout.stride);
    this.found = new Uint32Array(buffer, layout.found, layout.stride);
    this.planRows = new Uint32Array(buffer, layout.planRows, PLAN_TERMS);
    this.planFactors = new Uint32Array(buffer, layout.planFactors, PLAN_TERMS);
    this.groupEnds = new Uint32Array(buffer, layout.groupEnds, PLAN_TERMS);
    this.groupShifts = new Uint32Array(buffer, layout.groupShifts, PLAN_TERMS);
    this.gainPlanes = new Uint32Array(buffer, layout.gainPlanes, PLAN_COLUMNS);
    this.gainTables = new Uint8Array(buffer, layout.gainTables, CODE_CLASSES * PLAN_COLUMNS);
    this.judgements = new Float64Array(buffer, layout.judgements, JUDGEMENT * CODE_CLASSES * PLAN_COLUMNS);
    this.filterPlanes = new Uint32Array(buffer, layout.filterPlanes, PLAN_COLUMNS);
    this.filterTables = new Uint8Array(buffer, layout.filterTables, 2 * CODE_CLASSES * PLAN_COLUMNS);
    this.scales = new Float64Array(buffer, layout.scales, 3 * PART_SETS);
    this.tally = new Tally(new Uint32Array(buffer, layout.tally, TALLY_WORDS));
    this.seedBits = new Uint8Array(buffer, layout.seedBits, layout.stride / 8);
    this.states = new Uint16Array(buffer, layout.states, layout.stride);
    this.positions = new Uint32Array(buffer, layout.positions, GATHER_RECORDS);
    this.dots = new Float64Array(buffer, layout.dots, GATHER_RECORDS);
    this.terms = new Uint32Array(buffer, layout.terms, TERM_WORDS * TERMS_AT_ONCE);
    this.termWeights = new Float64Array(buffer, layout.terms, (TERM_WORDS / 2) * TERMS_AT_ONCE);
    this.termFactors = new Float32Array(buffer, layout.terms, TERM_WORDS * TERMS_AT_ONCE);
    new Uint32Array(buffer, layout.addresses, ADDRESSES).set([
      layout.sums,
      layout.found,
      layout.tally,
      layout.seedBits,
      layout.planRows,
      layout.planFactors,
      layout.groupEnds,
      layout.groupShifts,
      layout.gainPlanes,
      layout.gainTables,
      layout.judgements,
      layout.filterPlanes,
      layout.filterTables,
      layout.scales,
      layout.states,
      layout.terms,
      layout.values,
      layout.notes,
      layout.notesEnd,
      layout.positions,
      layout.dots,
    ]);
  }
}
