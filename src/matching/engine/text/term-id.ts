/**
 * Terms are known by a hash, so that features need no shared dictionary: text terms have ids below 2³¹, tag terms
 * from 2³¹ on. With a million terms about 230 pairs share an id, which moves a score by one wrong term at most.
 */
const TAG_RANGE = 0x80000000;
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** Kinds of text terms, kept apart so that the word `a` never meets the model name `a`. */
export type TermKind = 'character' | 'bigram' | 'word' | 'stem' | 'fragment' | 'compound' | 'quantity';

const KIND_SEEDS: Record<TermKind, number> = {
  character: 0x1f3d5b79,
  bigram: 0x2e4c6a88,
  word: 0x7997b5d3,
  stem: 0x4c6a88a6,
  fragment: 0x3d5b7997,
  compound: 0x5b7997b5,
  quantity: 0x6a88a6c4,
};

/** FNV-1a over UTF-16 units, from `seed`. */
export function fnv1a(text: string, seed: number = FNV_OFFSET): number {
  let hash = seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), FNV_PRIME);
  return hash >>> 0;
}

/** Murmur3's finaliser: spreads a hash over all 32 bits. */
export function mix(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** The id of a term given as text. */
export function textTermId(kind: TermKind, term: string): number {
  return mix(fnv1a(term, KIND_SEEDS[kind])) >>> 1;
}

/** The id of a term given as the units `from … to` of a normalised text. */
export function unitsTermId(kind: TermKind, units: Uint16Array, from: number, to: number): number {
  let hash = KIND_SEEDS[kind];
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ (units[i] ?? 0), FNV_PRIME);
  return mix(hash) >>> 1;
}

/** The id of a tag code. */
export function tagTermId(code: string): number {
  return (mix(fnv1a(code)) >>> 1) + TAG_RANGE;
}

export function isTagTerm(id: number): boolean {
  return id >= TAG_RANGE;
}
