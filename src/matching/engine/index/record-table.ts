import type { Column, IndexRecord } from './index-record';
import { requireImpact } from './impact';

/** The ids, attributes and availability of up to 65,536 records, by position. Positions are never reused. */
export class RecordTable {
  readonly ids: string[] = [];
  readonly columns: Uint16Array[];
  readonly partitionColumns: readonly number[];
  /** The largest code of each column. */
  readonly largestCodes: number[];
  /** Where the codes of the partition columns change: the first position of each run of equal ones. */
  readonly runs: number[] = [];
  /** The different values of `parts`. */
  readonly presentParts: number[] = [];
  parts: Uint8Array;
  /** 1 where the record was replaced or removed. */
  dead: Uint8Array;
  deadCount = 0;

  constructor(columns: readonly Column[], capacity: number) {
    this.columns = columns.map(() => new Uint16Array(capacity));
    this.largestCodes = columns.map(() => 0);
    this.partitionColumns = columns.flatMap(({ partition }, i) => (partition ? [i] : []));
    this.parts = new Uint8Array(capacity);
    this.dead = new Uint8Array(capacity);
  }

  get count(): number {
    return this.ids.length;
  }

  get liveCount(): number {
    return this.count - this.deadCount;
  }

  push(id: string, attributes: ArrayLike<number>, parts: number): number {
    const position = this.ids.push(id) - 1;
    if (position === this.parts.length) this.grow();
    this.parts[position] = parts;
    if (!this.presentParts.includes(parts)) this.presentParts.push(parts);
    for (let column = 0; column < this.columns.length; column++) {
      this.columns[column]![position] = attributes[column]!;
      this.largestCodes[column] = Math.max(this.largestCodes[column]!, attributes[column]!);
    }
    if (position === 0 || this.startsRun(position)) this.runs.push(position);
    return position;
  }

  bury(position: number): void {
    this.deadCount += 1 - this.dead[position]!;
    this.dead[position] = 1;
  }

  private startsRun(position: number): boolean {
    return this.partitionColumns.some(
      (column) => this.columns[column]![position] !== this.columns[column]![position - 1],
    );
  }

  private grow(): void {
    const capacity = Math.max(64, this.parts.length * 2);
    const widen = <T extends Uint8Array | Uint16Array>(array: T, wider: T): T => {
      wider.set(array);
      return wider;
    };
    for (let column = 0; column < this.columns.length; column++)
      this.columns[column] = widen(this.columns[column]!, new Uint16Array(capacity));
    this.parts = widen(this.parts, new Uint8Array(capacity));
    this.dead = widen(this.dead, new Uint8Array(capacity));
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
