import type { Part, PartWeights } from '../model';
import { sumOfPoints } from './combine-parts';
import { meaningValue } from './score-pair';
import { TermProbe } from './term-probe';
import type { WeighedRecord } from './weigh-record';
import type { WeighedTerms } from './weighed-terms';

/** One record, of either side, that is put to many others: the score of `scoreWeighed`, bit for bit, and nothing else. */
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

  /** `criteria` is the pair's `criteriaValue`. */
  scoreOf(other: WeighedRecord, criteria: number | null): number {
    const values: Record<Part, number | null> = {
      text: similarity(this.text, this.record.text, other.text),
      meaning: meaningValue(this.record.meaning, other.meaning),
      tags: similarity(this.tags, this.record.tags, other.tags),
      criteria,
    };
    return sumOfPoints(values, this.weights);
  }
}

function similarity(probe: TermProbe, own: WeighedTerms, other: WeighedTerms): number | null {
  return own.terms.length === 0 || other.terms.length === 0 ? null : Math.min(1, probe.overlap(other));
}
