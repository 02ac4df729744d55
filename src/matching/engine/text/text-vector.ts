import { type SparseVector, toSparseVector } from '../sparse-vector';
import { normaliseText } from './normalise-text';
import type { TermKind } from './term-id';
import { tokenise } from './tokenise';

/** A field of a record as the text part reads it. */
export type FieldName = 'title' | 'text' | 'keywords';

interface FieldParameters {
  /** What a term that fills the field is worth. Range 0.5…4. */
  readonly weight: number;
  /** Frequency at which half of a term's weight is reached. Range 0.5…10. */
  readonly saturation: number;
  /** How much a field longer than `typicalLength` terms raises the saturation: 0 not at all, 1 in proportion. */
  readonly lengthShare: number;
  readonly typicalLength: number;
}

export type FieldParameterSet = Readonly<Record<FieldName, FieldParameters>>;

const SHORT = { lengthShare: 0, typicalLength: 20 } as const;

/** A need says a thing once and means it; its title names what is wanted. docs/scoring.md has the figures. */
export const NEED_FIELDS: FieldParameterSet = {
  title: { ...SHORT, weight: 3, saturation: 1.2 },
  text: { weight: 1, saturation: 1.2, lengthShare: 0, typicalLength: 400 },
  keywords: { ...SHORT, weight: 3, saturation: 1.2 },
};

/** An offer is about what it says again and again. */
export const OFFER_FIELDS: FieldParameterSet = {
  title: { ...SHORT, weight: 0.7, saturation: 2 },
  text: { weight: 1, saturation: 3, lengthShare: 0.5, typicalLength: 400 },
  keywords: { ...SHORT, weight: 0.7, saturation: 2 },
};

/** What a term of each kind is worth; fragments only bring inflected and compound words nearer. Range 0…2. */
const KIND_WEIGHTS: Readonly<Record<TermKind, number>> = {
  character: Math.sqrt(1.5),
  bigram: 1,
  word: Math.sqrt(0.65),
  stem: 1,
  fragment: Math.sqrt(0.1),
  compound: 1,
  quantity: 1,
};

export interface TextField {
  readonly name: FieldName;
  readonly text: string;
}

interface CountedTerm {
  count: number;
  readonly kind: TermKind;
}

function addField(weights: Map<number, number>, text: string, parameters: FieldParameters): void {
  const counts = new Map<number, CountedTerm>();
  let length = 0;
  tokenise(normaliseText(text), (term, _start, _end, kind, isFunctional) => {
    if (isFunctional) return;
    const counted = counts.get(term);
    if (counted === undefined) counts.set(term, { count: 1, kind });
    else counted.count++;
    if (kind !== 'fragment' && kind !== 'word') length++;
  });
  const { weight, saturation, lengthShare, typicalLength } = parameters;
  const halfway = saturation * (1 - lengthShare + (lengthShare * length) / typicalLength);
  for (const [term, { count, kind }] of counts) {
    const worth = (weight * KIND_WEIGHTS[kind] * count) / (count + halfway);
    weights.set(term, (weights.get(term) ?? 0) + worth);
  }
}

/** The weight of each term: saturated term frequency per field, summed over the fields. */
export function textVector(fields: readonly TextField[], parameters: FieldParameterSet): SparseVector {
  const weights = new Map<number, number>();
  for (const { name, text } of fields) addField(weights, text, parameters[name]);
  return toSparseVector(weights);
}
