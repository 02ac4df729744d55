import type { Ranked } from '../engine/matcher';
import { PARTS } from '../engine/model';

const ID_BYTES = 16;
const POINT_BYTES = 4;

/** Where a row holds what, all in PostgreSQL's byte order; points are binary32, one for each part, NaN for none. */
export const ROW = {
  id: 0,
  version: ID_BYTES,
  score: ID_BYTES + 4,
  points: ID_BYTES + 12,
  bytes: ID_BYTES + 12 + PARTS.length * POINT_BYTES,
} as const;

/** The entries of a list, best first, as rows of bytes: so they travel between shards and to the database. */
export class RankedRows {
  constructor(readonly bytes: Buffer) {}

  static of(ranked: readonly Ranked[]): RankedRows {
    const bytes = Buffer.allocUnsafe(ranked.length * ROW.bytes);
    for (const [at, { id, version, score, points }] of ranked.entries()) {
      const row = at * ROW.bytes;
      bytes.write(id.replaceAll('-', ''), row + ROW.id, ID_BYTES, 'hex');
      bytes.writeInt32BE(version, row + ROW.version);
      bytes.writeDoubleBE(score, row + ROW.score);
      for (const [part, value] of points.entries())
        bytes.writeFloatBE(value ?? NaN, row + ROW.points + part * POINT_BYTES);
    }
    return new RankedRows(bytes);
  }

  get count(): number {
    return this.bytes.length / ROW.bytes;
  }

  get scores(): Float64Array {
    return Float64Array.from({ length: this.count }, (_, at) => this.scoreAt(at));
  }

  /**
   * The best `places` of both, equal scores by id. A score hangs on two records and the model alone, so this is the list
   * of one process that holds the records of both.
   */
  merge(other: RankedRows, places: number): RankedRows {
    const count = Math.min(places, this.count + other.count);
    const bytes = Buffer.allocUnsafe(count * ROW.bytes);
    let own = 0;
    for (let at = 0; at < count; at++) {
      const theirs = at - own;
      const [source, from] = this.isBefore(own, other, theirs) ? [this, own++] : [other, theirs];
      source.bytes.copy(bytes, at * ROW.bytes, from * ROW.bytes, (from + 1) * ROW.bytes);
    }
    return new RankedRows(bytes);
  }

  private scoreAt(at: number): number {
    return this.bytes.readDoubleBE(at * ROW.bytes + ROW.score);
  }

  private isBefore(at: number, other: RankedRows, otherAt: number): boolean {
    if (at === this.count || otherAt === other.count) return at < this.count;
    const difference = this.scoreAt(at) - other.scoreAt(otherAt);
    return difference === 0 ? this.idAt(at).compare(other.idAt(otherAt)) < 0 : difference > 0;
  }

  private idAt(at: number): Buffer {
    return this.bytes.subarray(at * ROW.bytes + ROW.id, at * ROW.bytes + ROW.id + ID_BYTES);
  }
}
