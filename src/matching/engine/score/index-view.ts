import { type Part, PARTS, type PartWeights } from '../model';
import type { SparseVector } from '../sparse-vector';
import type { WeighedRecord } from './weigh-record';
import type { WeighedTerms } from './weighed-terms';

/**
 * What the index needs of a weighed record. Text terms and tag terms live in ranges of their own, so one sparse dot
 * product gives weight·text + weight·tags (text and tags before their cap of 1); the bits say which parts have data.
 */

const PART_BITS: Readonly<Record<Part, number>> = { text: 1, meaning: 2, tags: 4, criteria: 8 };

function joined(text: WeighedTerms, textFactor: number, tags: WeighedTerms, tagFactor: number): SparseVector {
  const terms = new Uint32Array(text.terms.length + tags.terms.length);
  const weights = new Float32Array(terms.length);
  terms.set(text.terms);
  terms.set(tags.terms, text.terms.length);
  text.weights.forEach((weight, i) => (weights[i] = weight * textFactor));
  tags.weights.forEach((weight, i) => (weights[text.weights.length + i] = weight * tagFactor));
  return { terms, weights };
}

/** A record as the indexed side: kind-independent impacts. */
export function impactVector(record: WeighedRecord): SparseVector {
  return joined(record.text, 1, record.tags, 1);
}

/** A record as the asking side, for one pair kind. */
export function queryVector(record: WeighedRecord, weights: PartWeights): SparseVector {
  return joined(record.text, weights.text, record.tags, weights.tags);
}

/** Which of text, meaning and tags the record has data for. */
export function partBits(record: WeighedRecord): number {
  return (
    (record.text.terms.length > 0 ? PART_BITS.text : 0) |
    (record.meaning === undefined ? 0 : PART_BITS.meaning) |
    (record.tags.terms.length > 0 ? PART_BITS.tags : 0)
  );
}

/**
 * For each of the 256 bit sets of the other side, the factor that shares out the weight of text and tags without
 * data and scales to 100: 100 / Σ weights of the parts that both sides have.
 */
export function partMultipliers(record: WeighedRecord, weights: PartWeights): Float64Array {
  const own = partBits(record);
  return Float64Array.from({ length: 256 }, (_, bits) => {
    const available = PARTS.filter((part) => (own & bits & PART_BITS[part]) !== 0);
    const total = available.reduce((sum, part) => sum + weights[part], 0);
    return total > 0 ? 100 / total : 0;
  });
}
