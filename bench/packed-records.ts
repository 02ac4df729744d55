import type { RecordFeatures } from '../src/matching/engine/features';
import { roundImpact } from '../src/matching/engine/index/impact';
import type { IndexRecord } from '../src/matching/engine/index/index-record';
import { buildModel } from '../src/matching/engine/build-model';
import { PIPELINE_VERSION } from '../src/matching/engine/features';
import type { Model } from '../src/matching/engine/model';
import { FactCodes } from '../src/matching/engine/score/fact-codes';
import { impactVector, partBits } from '../src/matching/engine/score/index-view';
import { type WeighedRecord, weighRecord } from '../src/matching/engine/score/weigh-record';
import type { SparseVector } from '../src/matching/engine/sparse-vector';
import { factsOf, requirementsOf } from './corpus/generated-facts';
import type { GeneratedCorpus } from './corpus/generated-corpus';

/** The features of a generated corpus, one after the other in two arrays, and the model frozen on them. */
export class PackedRecords {
  private readonly ends: Float64Array;
  private terms = new Uint32Array(1 << 20);
  private frequencies = new Float32Array(1 << 20);
  readonly model: Model;
  readonly codes = new FactCodes();

  constructor(readonly corpus: GeneratedCorpus) {
    this.ends = new Float64Array(corpus.size + 1);
    const counts = new Map<number, number>();
    for (let number = 0; number < corpus.size; number++) {
      const { terms, weights } = corpus.record(number);
      const start = this.ends[number]!;
      this.makeRoom(start + terms.length);
      this.terms.set(terms, start);
      this.frequencies.set(weights, start);
      this.ends[number + 1] = start + terms.length;
      for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
      for (const term of factsOf(number).tags.terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    }
    const terms = Uint32Array.from(counts.keys()).sort();
    const frequencies = Uint32Array.from(terms, (term) => counts.get(term)!);
    this.model = buildModel({ version: 0, statistics: { records: corpus.size, terms, frequencies } });
  }

  get size(): number {
    return this.corpus.size;
  }

  get termsPerRecord(): number {
    return this.ends[this.size]! / this.size;
  }

  text(number: number): SparseVector {
    const [from, to] = [this.ends[number]!, this.ends[number + 1]!];
    return { terms: this.terms.subarray(from, to), weights: this.frequencies.subarray(from, to) };
  }

  weighed(number: number): WeighedRecord {
    const { facts, tags } = factsOf(number);
    return weighRecord(this.features('talent', this.text(number), { facts, tags }), this.model);
  }

  weighedQuery(number: number): WeighedRecord {
    const { requirements, tags } = requirementsOf(number);
    const text = this.corpus.query(number);
    return weighRecord(this.features('hiring-need', text, { requirements, tags }), this.model);
  }

  indexRecord(number: number, id = recordId(number)): IndexRecord {
    const weighed = this.weighed(number);
    const { facts, place } = factsOf(number);
    const attributes = [...this.codes.codesOf(facts), ...place];
    return { id, vector: impactVector(weighed), attributes, parts: partBits(weighed) };
  }

  /** The vector as the index keeps it. */
  keptVector(number: number): SparseVector {
    const { terms, weights } = this.indexRecord(number).vector;
    return { terms, weights: weights.map(roundImpact) };
  }

  *indexRecords(): Iterable<IndexRecord> {
    for (let number = 0; number < this.size; number++) yield this.indexRecord(number);
  }

  private features(
    kind: RecordFeatures['kind'],
    text: SparseVector,
    rest: Partial<RecordFeatures> & { tags: SparseVector },
  ): RecordFeatures {
    return { pipelineVersion: PIPELINE_VERSION, kind, text, facts: {}, requirements: [], ...rest };
  }

  private makeRoom(length: number): void {
    if (length <= this.terms.length) return;
    const terms = new Uint32Array(this.terms.length * 2);
    const frequencies = new Float32Array(this.terms.length * 2);
    terms.set(this.terms);
    frequencies.set(this.frequencies);
    [this.terms, this.frequencies] = [terms, frequencies];
  }
}

/** As long as the ids of the product. */
export function recordId(number: number): string {
  return `01938a5b-0000-7000-8000-${String(number).padStart(12, '0')}`;
}
