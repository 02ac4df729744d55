import type { ColumnCriterion, ColumnFilter } from '../index/index-record';
import type { Facts, Requirement } from '../record';
import { type FactCodes, judgedValue } from './fact-codes';
import { MUST_WEIGHT } from './score-pair';

interface Judged extends ColumnCriterion {
  readonly requirement: Requirement;
}

/** What a demand requires, judged beforehand for every code of the other side. */
export class DemandCriteria {
  readonly columns: readonly Judged[];
  /** Lets pass whoever may meet every must. */
  readonly filters: readonly ColumnFilter[];

  constructor(
    requirements: readonly Requirement[],
    private readonly codes: FactCodes,
  ) {
    this.columns = requirements.map((requirement) => ({
      requirement,
      column: codes.columnOf(requirement),
      weight: requirement.importance === 'must' ? MUST_WEIGHT : 1,
      values: codes.valuesOf(requirement),
    }));
    this.filters = this.columns
      .filter(({ requirement }) => requirement.importance === 'must')
      .map(({ column, values }) => ({
        column,
        allowed: Uint8Array.from(values, (value) => (value === 0 ? 0 : 1)),
      }));
  }

  /** `criteriaValue` of a record, without its verdicts: null when nothing is known, undefined when a must fails. */
  valueOf(codes: Uint16Array, facts: Facts): number | null | undefined {
    const mean = new KnownMean();
    for (let i = 0; i < this.columns.length; i++) {
      const { requirement, column, values } = this.columns[i]!;
      const code = codes[column]!;
      const value = this.codes.isExact(column, code) ? values[code]! : judgedValue(requirement, facts);
      if (!mean.add(requirement, value)) return undefined;
    }
    return mean.value;
  }
}

/** The same for a single pair. */
export function valueOfFacts(requirements: readonly Requirement[], facts: Facts): number | null | undefined {
  const mean = new KnownMean();
  for (const requirement of requirements)
    if (!mean.add(requirement, judgedValue(requirement, facts))) return undefined;
  return mean.value;
}

class KnownMean {
  private total = 0;
  private weights = 0;

  /** Answers false for a must that fails. */
  add({ importance }: Requirement, value: number): boolean {
    if (Number.isNaN(value)) return true;
    const weight = importance === 'must' ? MUST_WEIGHT : 1;
    this.total += weight * value;
    this.weights += weight;
    return value > 0 || importance !== 'must';
  }

  get value(): number | null {
    return this.weights === 0 ? null : this.total / this.weights;
  }
}
