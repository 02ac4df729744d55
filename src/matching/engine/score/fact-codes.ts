import type { Column } from '../index/index-record';
import type { Criterion, Facts, Requirement } from '../record';
import { verdictOf } from './judge-criteria';
import { VERDICT_VALUES } from './score-pair';

/** Which fact each criterion reads, in the order of the columns. */
const FACT_OF = {
  education: 'education',
  degree: 'degree',
  field: 'fields',
  skillLevel: 'skillLevel',
  title: 'title',
  years: 'years',
  city: 'cities',
  engagement: 'engagement',
  pay: 'pay',
  budget: 'price',
  trl: 'trl',
  mode: 'modes',
  investment: 'investment',
} as const satisfies Record<Criterion, keyof Facts>;

const CRITERIA = Object.keys(FACT_OF) as Criterion[];

/** One column of the index per criterion. */
export const FACT_COLUMNS: readonly Column[] = CRITERIA.map((name) => ({ name }));

/** A record that says nothing, and one whose value got no code of its own: it may meet anything. */
const UNKNOWN = 0;
const ANYTHING = 1;
const MOST_CODES = 2048;
/** Tables kept for requirements that many demands share. */
const MOST_TABLES = 4096;

/** What one criterion reads of some facts. */
interface Reading {
  readonly key: string;
  readonly facts: Facts;
  /** Not the facts themselves, but ones that are judged at least as well. */
  readonly isRounded: boolean;
}

/**
 * The facts of one kind of record as small codes, a column per criterion, numbered as they appear. Requirements are
 * judged once per code instead of once per record, by the same judge.
 */
export class FactCodes {
  private readonly columns = CRITERIA.map(() => new CodedColumn());
  private readonly tables = new Map<string, Float64Array>();

  /** The codes of a record, in the order of `FACT_COLUMNS`; unseen values get new ones. */
  codesOf(facts: Facts): Uint16Array {
    return Uint16Array.from(CRITERIA, (criterion, column) => {
      const reading = readFact(criterion, facts);
      return reading === undefined ? UNKNOWN : this.columns[column]!.codeOf(reading);
    });
  }

  columnOf({ criterion }: Requirement): number {
    return CRITERIA.indexOf(criterion);
  }

  /** How far each code meets the requirement, at the most: 0 … 1, NaN for "says nothing". */
  valuesOf(requirement: Requirement): Float64Array {
    const column = this.columns[this.columnOf(requirement)]!;
    const key = JSON.stringify(requirement);
    const known = this.tables.get(key);
    if (known?.length === column.representatives.length) return known;
    const values = Float64Array.from(column.representatives, (facts, code) =>
      code < (known?.length ?? 0) ? known![code]! : code === ANYTHING ? 1 : judgedValue(requirement, facts),
    );
    if (this.tables.size >= MOST_TABLES) this.tables.clear();
    this.tables.set(key, values);
    return values;
  }

  /** Whether the value of a code is that of every record with it. */
  isExact(column: number, code: number): boolean {
    return code !== ANYTHING && this.columns[column]!.isExact[code] === true;
  }
}

/** How far the facts meet the requirement: 0 … 1, NaN when that is unknown. */
export function judgedValue(requirement: Requirement, facts: Facts): number {
  const verdict = verdictOf(requirement, facts);
  return verdict === 'unknown' ? NaN : VERDICT_VALUES[verdict];
}

class CodedColumn {
  /** By code. */
  readonly representatives: Facts[] = [{}, {}];
  readonly isExact: boolean[] = [true, false];
  private readonly codes = new Map<string, number>();

  codeOf({ key, facts, isRounded }: Reading): number {
    const known = this.codes.get(key);
    if (known !== undefined) return known;
    if (this.representatives.length === MOST_CODES) return ANYTHING;
    const code = this.representatives.push(facts) - 1;
    this.isExact.push(!isRounded);
    this.codes.set(key, code);
    return code;
  }
}

function readFact(criterion: Criterion, facts: Facts): Reading | undefined {
  const name = FACT_OF[criterion];
  const fact = facts[name];
  if (fact === undefined) return undefined;
  if (name === 'pay' || name === 'price') return readAmount(name, facts);
  return {
    key: typeof fact === 'object' ? JSON.stringify(fact) : String(fact),
    facts: { [name]: fact },
    isRounded: false,
  };
}

/** Amounts are many: they are rounded down to two digits, and who asks less meets any ceiling better. */
function readAmount(name: 'pay' | 'price', facts: Facts): Reading | undefined {
  const asked = facts[name]?.min ?? facts[name]?.max;
  if (asked === undefined) return undefined;
  const step = Math.max(1, 10 ** (Math.floor(Math.log10(asked)) - 1));
  const least = asked > 0 && asked < Infinity ? Math.floor(asked / step) * step : asked;
  return { key: String(least), facts: { [name]: { min: least } }, isRounded: true };
}
