import { requireImpact } from './impact';
import type { Column, IndexRecord } from './index-record';

/** The ids, attributes and availability of up to 65,536 records, by position. Positions are never reused. */
export class RecordTable {
  readonly ids: string[] = [];
  readonly columns: Uint16Array[];
  parts: Uint8Array;
  /** 1 where the record was replaced or removed. */
  dead: Uint8Array;
  deadCount = 0;

  constructor(columnCount: number, capacity: number) {
    this.columns = Array.from({ length: columnCount }, () => new Uint16Array(capacity));
    this.parts = new Uint8Array(capacity);
    this.dead = new Uint8Array(capacity);
  }

  get count(): number {
    return this.ids.length;
  }

  push(record: IndexRecord): number {
    const position = this.ids.push(record.id) - 1;
    if (position === this.parts.length) this.grow();
    this.parts[position] = record.parts;
    for (let column = 0; column < this.columns.length; column++)
      this.columns[column]![position] = record.attributes[column]!;
    return position;
  }

  bury(position: number): void {
    this.deadCount += 1 - this.dead[position]!;
    this.dead[position] = 1;
  }

  private grow(): void {
    const capacity = Math.max(64, this.parts.length * 2);
    for (let column = 0; column < this.columns.length; column++) {
      const wider = new Uint16Array(capacity);
      wider.set(this.columns[column]!);
      this.columns[column] = wider;
    }
    const parts = new Uint8Array(capacity);
    parts.set(this.parts);
    this.parts = parts;
    const dead = new Uint8Array(capacity);
    dead.set(this.dead);
    this.dead = dead;
  }
}

/** RangeError for a record that the index cannot hold. */
export function requireIndexable(record: IndexRecord, columns: readonly Column[]): void {
  if (record.attributes.length !== columns.length)
    throw new RangeError(`a record needs ${columns.length} attributes, got ${record.attributes.length}`);
  for (let column = 0; column < columns.length; column++)
    requireCode(record.attributes[column]!, 0xffff, columns[column]!.name);
  requireCode(record.parts, 0xff, 'parts');
  const { terms, weights } = record.vector;
  if (terms.length !== weights.length) throw new RangeError('a vector needs one weight per term');
  for (let i = 1; i < terms.length; i++)
    if (terms[i]! <= terms[i - 1]!) throw new RangeError('terms must be distinct and ascending');
  for (let i = 0; i < weights.length; i++) requireImpact(weights[i]!);
}

function requireCode(code: number, largest: number, name: string): void {
  if (!Number.isInteger(code) || code < 0 || code > largest)
    throw new RangeError(`${name} must be a whole number 0 … ${largest}, got ${code}`);
}
