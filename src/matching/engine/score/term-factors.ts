import type { Model } from '../model';
import { TEXT_PARAMETERS } from './text-parameters';

const made = new WeakMap<Model, TermFactors>();

/** What a term of a text counts under one model: √(idf^idfExponent), 0 for common terms. */
export class TermFactors {
  /** By how many records hold a term, for many terms are held by equally many; NaN where not asked for yet. */
  private readonly known: Float64Array;

  private constructor(private readonly model: Model) {
    this.known = new Float64Array(model.values.statistics.records + 1).fill(NaN);
  }

  static of(model: Model): TermFactors {
    const known = made.get(model);
    if (known !== undefined) return known;
    const factors = new TermFactors(model);
    made.set(model, factors);
    return factors;
  }

  get(term: number): number {
    const frequency = this.model.frequency(term);
    const known = this.known[frequency]!;
    return Number.isNaN(known) ? (this.known[frequency] = this.factorOf(term, frequency)) : known;
  }

  private factorOf(term: number, frequency: number): number {
    const { commonShare, commonFrom, idfExponent } = TEXT_PARAMETERS;
    const { records } = this.model.values.statistics;
    const isCommon = records >= commonFrom && frequency / records > commonShare;
    return isCommon ? 0 : this.model.idf(term) ** (idfExponent / 2);
  }
}
