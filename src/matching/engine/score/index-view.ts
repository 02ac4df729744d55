import type { IndexCriteria, IndexFilter, IndexQuery } from '../index/index-record';
import { type Part, PARTS, type PartWeights } from '../model';
import type { SparseVector } from '../sparse-vector';
import type { DemandCriteria } from './demand-criteria';
import type { WeighedRecord } from './weigh-record';
import type { WeighedTerms } from './weighed-terms';

/**
 * What the index needs of a weighed record. Text terms and tag terms live in ranges of their own, so one sparse dot
 * product gives weight·text + weight·tags (text and tags before their cap of 1); the bits say which parts have data.
 */

const PART_BITS: Readonly<Record<Part, number>> = { text: 1, meaning: 2, tags: 4, criteria: 8 };
const BIT_SETS = 256;
/** The bits that `partBits` sets. */
const COUNTED_BITS = 7;

/** The index keeps impacts to 2⁻¹² and drops those below 2⁻²⁴. */
const KEPT_PRECISION = 1 + 2 ** -11;
const DROPPED_POINTS = 1e-3;

function joined(text: WeighedTerms, textFactor: number, tags: WeighedTerms, tagFactor: number): SparseVector {
  const terms = new Uint32Array(text.terms.length + tags.terms.length);
  const weights = new Float32Array(terms.length);
  terms.set(text.terms);
  terms.set(tags.terms, text.terms.length);
  for (let i = 0; i < text.weights.length; i++) weights[i] = text.weights[i]! * textFactor;
  for (let i = 0; i < tags.weights.length; i++)
    weights[text.weights.length + i] = tags.weights[i]! * tagFactor;
  return { terms, weights };
}

/** A record as the indexed side: kind-independent impacts. */
export function impactVector(record: WeighedRecord): SparseVector {
  return joined(record.text, 1, record.tags, 1);
}

/** Which of text, meaning and tags the record has data for. */
export function partBits(record: WeighedRecord): number {
  return (
    (record.text.terms.length > 0 ? PART_BITS.text : 0) |
    (record.meaning === undefined ? 0 : PART_BITS.meaning) |
    (record.tags.terms.length > 0 ? PART_BITS.tags : 0)
  );
}

/** A demand as stage 1 asks it, and how far the full score may lie above what stage 1 gives. */
export interface StageOne {
  readonly query: IndexQuery;
  readonly filter: IndexFilter;
  /** Whether stage 1 gives the full score but for caps and rounding. */
  readonly isWhole: boolean;
  /** The most that the full score of any record can be, by a bound on its score in stage 1. */
  mostFullScore(bound: number): number;
}

/**
 * Asks for the full score without its meaning part: the weights are shared out as `combineParts` does, meaning counting as
 * 0 where both sides have it, and text and tags without their cap of 1. So the full score is at most this one, but for
 * the meaning and for what the index rounds; a record on whose criteria nothing is known has their weight shared out too.
 */
export function stageOne(demand: WeighedRecord, criteria: DemandCriteria, weights: PartWeights): StageOne {
  const own = partBits(demand);
  const factors = (extra: number): Float64Array => {
    const byBits = Float64Array.from({ length: COUNTED_BITS + 1 }, (_, bits) => {
      const shared = PARTS.filter((part) => (own & bits & PART_BITS[part]) !== 0);
      const available = shared.reduce((sum, part) => sum + weights[part], extra);
      return available > 0 ? 100 / available : 0;
    });
    return new Float64Array(BIT_SETS).map((_, bits) => byBits[bits & COUNTED_BITS]!);
  };
  const multiplierWhenUnknown = factors(0);
  const required = criteria.columns.length > 0 ? weights.criteria : 0;
  const multiplier = factors(required);
  const indexCriteria: IndexCriteria = {
    columns: criteria.columns,
    points: multiplier.map((factor) => factor * required),
    multiplierWhenUnknown,
  };
  const mostMeaning =
    demand.meaning === undefined
      ? 0
      : weights.meaning * multiplierWhenUnknown[PART_BITS.text | PART_BITS.meaning]!;
  return {
    query: {
      vector: joined(demand.text, weights.text, demand.tags, weights.tags),
      multiplier,
      criteria: indexCriteria,
    },
    filter: criteria.filters.length > 0 ? { columns: criteria.filters } : {},
    isWhole: mostMeaning === 0,
    mostFullScore: (bound) => bound * KEPT_PRECISION + DROPPED_POINTS + mostMeaning,
  };
}
