import type { PartWeights } from '../model';
import { pointsOf, sumOfPoints } from './combine-parts';
import type { PartNumbers } from './part-values';
import { meaningValue } from './score-pair';
import { TermProbe } from './term-probe';
import type { WeighedRecord } from './weigh-record';
import type { WeighedTerms } from './weighed-terms';

/** One record, of either side, that is put to many others: score and parts of `scoreWeighed`, bit for bit. */
export class PairScorer {
  private readonly text: TermProbe;
  private readonly tags: TermProbe;

  constructor(
    private readonly record: WeighedRecord,
    private readonly weights: PartWeights,
  ) {
    this.text = new TermProbe(record.text);
    this.tags = new TermProbe(record.tags);
  }

  /** Of each part; `criteria` is the pair's `criteriaValue`. */
  valuesOf(other: WeighedRecord, criteria: number | null): PartNumbers {
    return {
      text: similarity(this.text, this.record.text, other.text),
      meaning: meaningValue(this.record.meaning, other.meaning),
      tags: similarity(this.tags, this.record.tags, other.tags),
      criteria,
    };
  }

  scoreOf(values: PartNumbers): number {
    return sumOfPoints(values, this.weights);
  }

  /** What the score is the sum of, in the order of the parts; null for one without data. */
  pointsOf(values: PartNumbers): (number | null)[] {
    return pointsOf(values, this.weights);
  }
}

function similarity(probe: TermProbe, own: WeighedTerms, other: WeighedTerms): number | null {
  return own.terms.length === 0 || other.terms.length === 0 ? null : Math.min(1, probe.overlap(other));
}
