import type { Column, IndexRecord } from './index-record';
import { requireImpact } from './impact';

const ALIVE = 0;
const DEAD = 1;
/** Fields of a row before the codes. */
const STATE = 0;
const PARTS = 1;
const CODES = 2;

/**
 * The ids, attributes and availability of up to 65,536 records, by position. Positions are never reused. All that is
 * known of a record lies in one row, for a query looks at few records and at all of each.
 */
export class RecordTable {
  readonly ids: string[] = [];
  readonly partitionColumns: readonly number[];
  /** The largest code of each column. */
  readonly largestCodes: number[];
  /** Where the codes of the partition columns change: the first position of each run of equal ones. */
  readonly runs: number[] = [];
  /** The different values of `parts`. */
  readonly presentParts: number[] = [];
  deadCount = 0;
  private readonly width: number;
  private rows: Uint16Array;
  /** Kept only for the reading not to be left out. */
  private fetched = 0;

  constructor(columns: readonly Column[], capacity: number) {
    this.width = CODES + columns.length;
    this.rows = new Uint16Array(this.width * capacity);
    this.largestCodes = columns.map(() => 0);
    this.partitionColumns = columns.flatMap(({ partition }, i) => (partition ? [i] : []));
  }

  get count(): number {
    return this.ids.length;
  }

  get liveCount(): number {
    return this.count - this.deadCount;
  }

  code(position: number, column: number): number {
    return this.rows[position * this.width + CODES + column]!;
  }

  /** Reads something of the rows of some records, so that they wait for memory at the same time, and not each when it is needed. */
  fetch(positions: Uint32Array): void {
    let any = 0;
    for (let i = 0; i < positions.length; i++) any |= this.rows[positions[i]! * this.width]!;
    this.fetched = any;
  }

  parts(position: number): number {
    return this.rows[position * this.width + PARTS]!;
  }

  /** Whether the record was replaced or removed. */
  isDead(position: number): boolean {
    return this.rows[position * this.width + STATE] === DEAD;
  }

  push(id: string, attributes: ArrayLike<number>, parts: number): number {
    const position = this.ids.push(id) - 1;
    const start = position * this.width;
    if (start === this.rows.length) this.grow();
    this.rows[start + STATE] = ALIVE;
    this.rows[start + PARTS] = parts;
    if (!this.presentParts.includes(parts)) this.presentParts.push(parts);
    for (let column = 0; column < attributes.length; column++) {
      this.rows[start + CODES + column] = attributes[column]!;
      this.largestCodes[column] = Math.max(this.largestCodes[column]!, attributes[column]!);
    }
    if (position === 0 || this.startsRun(position)) this.runs.push(position);
    return position;
  }

  bury(position: number): void {
    if (this.isDead(position)) return;
    this.rows[position * this.width + STATE] = DEAD;
    this.deadCount++;
  }

  private startsRun(position: number): boolean {
    return this.partitionColumns.some(
      (column) => this.code(position, column) !== this.code(position - 1, column),
    );
  }

  private grow(): void {
    const wider = new Uint16Array(Math.max(64 * this.width, this.rows.length * 2));
    wider.set(this.rows);
    this.rows = wider;
  }
}

/** RangeError for a record that the index cannot hold. */
export function requireIndexable(record: IndexRecord, columns: readonly Column[]): void {
  if (record.attributes.length !== columns.length)
    throw new RangeError(`a record needs ${columns.length} attributes, got ${record.attributes.length}`);
  for (let column = 0; column < columns.length; column++)
    requireCode(record.attributes[column]!, 0xffff, columns[column]!.name);
  requireCode(record.parts, 0xff, 'parts');
  requireVector(record.vector);
}

/** RangeError for terms that are not ascending, or weights outside 0 … 512. */
export function requireVector({ terms, weights }: IndexRecord['vector']): void {
  if (terms.length !== weights.length) throw new RangeError('a vector needs one weight per term');
  for (let i = 1; i < terms.length; i++)
    if (terms[i]! <= terms[i - 1]!) throw new RangeError('terms must be distinct and ascending');
  for (let i = 0; i < weights.length; i++) requireImpact(weights[i]!);
}

function requireCode(code: number, largest: number, name: string): void {
  if (!Number.isInteger(code) || code < 0 || code > largest)
    throw new RangeError(`${name} must be a whole number 0 … ${largest}, got ${code}`);
}
