import type { PairKind } from './pair-kind';
import type { WeighedTerms } from './score/weighed-terms';
import { TermTable } from './term-table';

/** Parts of a score, in the order in which they are summed. */
export const PARTS = ['text', 'meaning', 'tags', 'criteria'] as const;
export type Part = (typeof PARTS)[number];

/** How much each part can add; only the proportions matter. Range 0…1. */
export type PartWeights = Readonly<Record<Part, number>>;

/** Term statistics of the records that a model was frozen on, over all kinds. `terms` ascends. */
export interface TermStatistics {
  readonly records: number;
  readonly terms: Uint32Array;
  /** In how many records each term occurs. */
  readonly frequencies: Uint32Array;
}

/** Latent factors of the meaning part: row `i` of `vectors` belongs to `terms[i]`, ascending. */
export interface LatentFactors {
  readonly dimensions: number;
  readonly terms: Uint32Array;
  readonly vectors: Float32Array;
}

/** What texts with each tag look like, as unit vectors by the tag's code. */
export type TagProfiles = ReadonlyMap<string, WeighedTerms>;

/** Monotone map from score to the share of pairs judged fitting, linear between its points; scores ascend. */
export interface Calibration {
  readonly scores: readonly number[];
  readonly fits: readonly number[];
  /** Labelled pairs behind it. */
  readonly labelled: number;
}

/** Everything that a model is, as plain values. */
export interface ModelValues {
  readonly version: number;
  readonly pipelineVersion: number;
  readonly statistics: TermStatistics;
  readonly weights: Readonly<Record<PairKind, PartWeights>>;
  readonly calibration: Readonly<Partial<Record<PairKind, Calibration>>>;
  readonly factors?: LatentFactors;
  /** The embedding model whose vectors are the meaning part, in place of the factors. */
  readonly embeddings?: string;
  /** Behind tag suggestions; they take no part in scores. */
  readonly tagProfiles?: TagProfiles;
}

/** An immutable model: named by every score that it gave. */
export class Model {
  private readonly frequencies: TermTable;

  constructor(readonly values: ModelValues) {
    this.frequencies = new TermTable(values.statistics.terms, values.statistics.frequencies);
  }

  get version(): number {
    return this.values.version;
  }

  /**
   * Inverse document frequency, ln(1 + (N − df + ½) / (df + ½)) (Robertson and Spärck Jones as BM25 writes it);
   * an unseen term takes the maximum. Always above 0.
   */
  idf(term: number): number {
    const { records } = this.values.statistics;
    const frequency = this.frequency(term);
    return Math.log(1 + (records - frequency + 0.5) / (frequency + 0.5));
  }

  /** In how many of the records a term occurs. */
  frequency(term: number): number {
    return Math.min(this.frequencies.get(term), this.values.statistics.records);
  }

  weightsOf(pair: PairKind): PartWeights {
    return this.values.weights[pair];
  }
}
