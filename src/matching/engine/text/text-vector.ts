import type { SparseVector } from '../sparse-vector';
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

/** Terms with their weights in the order of the fields; a term of several fields stands there several times. */
interface FoundTerms {
  readonly terms: number[];
  readonly weights: number[];
}

/** Terms of one field by kind, each as often as it stands there, in ascending order. */
function collectTerms(text: string): Map<TermKind, Uint32Array> {
  const found = new Map<TermKind, number[]>();
  tokenise(normaliseText(text), (term, _start, _end, kind, isFunctional) => {
    if (isFunctional) return;
    const terms = found.get(kind);
    if (terms === undefined) found.set(kind, [term]);
    else terms.push(term);
  });
  return new Map([...found].map(([kind, terms]) => [kind, Uint32Array.from(terms).sort()]));
}

/** Sorted arrays instead of maps: a long text has tens of thousands of terms. */
function addField(found: FoundTerms, text: string, parameters: FieldParameters): void {
  const byKind = collectTerms(text);
  let length = 0;
  for (const [kind, terms] of byKind) if (kind !== 'fragment' && kind !== 'word') length += terms.length;
  const { weight, saturation, lengthShare, typicalLength } = parameters;
  const halfway = saturation * (1 - lengthShare + (lengthShare * length) / typicalLength);
  for (const [kind, terms] of byKind) {
    const full = weight * KIND_WEIGHTS[kind];
    for (let at = 0, next = 0; at < terms.length; at = next) {
      while (next < terms.length && terms[next] === terms[at]) next++;
      const count = next - at;
      found.terms.push(terms[at]!);
      found.weights.push((full * count) / (count + halfway));
    }
  }
}

/** Above every number of terms that a record can have, so that term and place together are one exact number. */
const PLACES = 2 ** 21;

/** Adds up the weights of each term, in the order in which they were found. */
function addUp({ terms, weights }: FoundTerms): SparseVector {
  const order = Float64Array.from(terms, (term, place) => term * PLACES + place).sort();
  const distinct = new Uint32Array(order.length);
  const sums = new Float64Array(order.length);
  let count = 0;
  for (const key of order) {
    const term = Math.floor(key / PLACES);
    if (count === 0 || distinct[count - 1] !== term) distinct[count++] = term;
    sums[count - 1]! += weights[key % PLACES]!;
  }
  return { terms: distinct.slice(0, count), weights: Float32Array.from(sums.subarray(0, count)) };
}

/** The weight of each term: saturated term frequency per field, summed over the fields. */
export function textVector(fields: readonly TextField[], parameters: FieldParameterSet): SparseVector {
  const found: FoundTerms = { terms: [], weights: [] };
  for (const { name, text } of fields) addField(found, text, parameters[name]);
  return addUp(found);
}
