import type { SparseVector } from '../engine/sparse-vector';
import { OFFER_FIELDS, textVector } from '../engine/text/text-vector';

/** What is compared: a record that exists, a draft, or a row of the list at hand. */
export interface Document<T> {
  readonly of: T;
  readonly title: string;
  readonly text: string;
  /** Its terms, where they were read before. */
  readonly vector?: SparseVector;
}

export interface Resembling<T> {
  readonly of: T;
  /** Cosine of the two texts' weighed terms, 0 to 1. */
  readonly similarity: number;
}

/**
 * From here on two texts are taken for one thing said twice. Found on 200 paraphrases of the sample's needs and projects:
 * test/intake/similar.spec.ts prints what it finds and how often it is wrong.
 */
export const ALIKE = 0.6;

/** Only the heaviest terms of a text are compared, which bounds memory and time for any length. */
const TERMS = 96;
/** A term that more than this share of all texts has tells nothing apart. */
const COMMON = 0.2;
/** Where there are few texts, chance makes terms common. */
const FEW = 20;

interface Held<T> {
  readonly of: T;
  readonly terms: readonly number[];
  readonly weights: readonly number[];
}

/** The terms of a text, by the engine's own reading. */
export const termsOf = ({ title, text }: Omit<Document<unknown>, 'of'>): SparseVector =>
  textVector(
    [
      { name: 'title', text: title },
      { name: 'text', text: text.slice(0, 4_000) },
    ],
    OFFER_FIELDS,
  );

/** Finds, among many texts, those that say the same as another. */
export class NearTexts<T> {
  private readonly held: Held<T>[] = [];
  /** By term: where it stands, and its weight there. */
  private readonly postings = new Map<number, { places: number[]; weights: number[] }>();

  /** The texts are known from the start, since what is rare among them weighs most. */
  constructor(documents: readonly Document<T>[]) {
    const vectors = documents.map((document) => document.vector ?? termsOf(document));
    const frequency = new Map<number, number>();
    for (const { terms } of vectors)
      for (const term of terms) frequency.set(term, (frequency.get(term) ?? 0) + 1);
    const worth = worthOf(frequency, documents.length);
    vectors.forEach((vector, at) => {
      const held = heaviest((documents[at] as Document<T>).of, vector, worth);
      this.held.push(held);
      held.terms.forEach((term, nth) => {
        const list = this.postings.get(term) ?? { places: [], weights: [] };
        list.places.push(at);
        list.weights.push(held.weights[nth] ?? 0);
        this.postings.set(term, list);
      });
    });
  }

  /**
   * What the text at `place` of the list given resembles, among those before `before`, the likest first; none below ALIKE. Its terms
   * are looked up from the heaviest on; once those that are left cannot make two alike by themselves, or with what was found, the
   * long lists of common terms need not be read.
   */
  alike(place: number, before = this.held.length): Resembling<T>[] {
    const own = this.held[place] as Held<T>;
    const sums = new Map<number, number>();
    let left = 1;
    for (const [at, term] of own.terms.entries()) {
      if (Math.sqrt(Math.max(0, left)) < ALIKE) break;
      const weight = own.weights[at] ?? 0;
      left -= weight * weight;
      const list = this.postings.get(term);
      list?.places.forEach((other, nth) => {
        if (other >= before || other === place) return;
        sums.set(other, (sums.get(other) ?? 0) + weight * (list.weights[nth] ?? 0));
      });
    }
    const most = Math.sqrt(Math.max(0, left));
    const weights = new Map(own.terms.map((term, at) => [term, own.weights[at] ?? 0]));
    return [...sums]
      .filter(([, sum]) => sum + most >= ALIKE)
      .map(([other]) => {
        const { of, terms, weights: theirs } = this.held[other] as Held<T>;
        const similarity = terms.reduce(
          (sum, term, at) => sum + (weights.get(term) ?? 0) * (theirs[at] ?? 0),
          0,
        );
        return { other, of, similarity };
      })
      .filter(({ similarity }) => similarity >= ALIKE)
      .sort((a, b) => b.similarity - a.similarity || a.other - b.other)
      .map(({ of, similarity }) => ({ of, similarity: Math.min(1, similarity) }));
  }
}

/** Inverse document frequency; 0 for what nearly every text has. */
function worthOf(frequency: ReadonlyMap<number, number>, documents: number): (term: number) => number {
  const most = documents < FEW ? documents : documents * COMMON;
  return (term) => {
    const count = frequency.get(term) ?? 1;
    return count > most ? 0 : Math.log(1 + documents / count);
  };
}

function heaviest<T>(of: T, { terms, weights }: SparseVector, worth: (term: number) => number): Held<T> {
  const weighed = Array.from(terms, (term, at) => [term, (weights[at] ?? 0) * worth(term)] as const)
    .filter(([, weight]) => weight > 0)
    .sort((a, b) => b[1] - a[1])
    .slice(0, TERMS);
  const length = Math.hypot(...weighed.map(([, weight]) => weight)) || 1;
  return {
    of,
    terms: weighed.map(([term]) => term),
    weights: weighed.map(([, weight]) => weight / length),
  };
}
