import type { CriterionGain, IndexFilter, IndexQuery } from './index-record';
import type { RecordTable } from './record-table';

const EVEN = new Float64Array(256).fill(1);

/** Turns the dot product of one record of a table into its score, and says whether the record may be an answer. */
export class Ranking {
  private readonly parts: Uint8Array;
  private readonly dead: Uint8Array;
  private readonly multiplier: Float64Array;
  private readonly criteria: readonly CriterionGain[];

  constructor(
    private readonly records: RecordTable,
    query: IndexQuery,
    private readonly filter: IndexFilter = {},
  ) {
    this.parts = records.parts;
    this.dead = records.dead;
    this.multiplier = query.multiplier ?? EVEN;
    this.criteria = query.criteria ?? [];
  }

  score(position: number, dot: number): number {
    let score = this.multiplier[this.parts[position]!]! * dot;
    for (let i = 0; i < this.criteria.length; i++) {
      const { column, gain } = this.criteria[i]!;
      const code = this.records.columns[column]![position]!;
      if (code < gain.length) score += gain[code]!;
    }
    return score;
  }

  passes(position: number): boolean {
    if (this.dead[position] !== 0) return false;
    const { columns, test } = this.filter;
    if (columns !== undefined)
      for (let i = 0; i < columns.length; i++) {
        const { column, allowed } = columns[i]!;
        if (allowed[this.records.columns[column]![position]!] !== 1) return false;
      }
    return test === undefined || test((column) => this.records.columns[column]![position]!);
  }
}
