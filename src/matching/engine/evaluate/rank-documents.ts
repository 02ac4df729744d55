import { fnv1a } from '../text/term-id';

/** Orders positions by score, highest first; equal scores by FNV-1a of the id, since ids often follow the answers. */
export function rankDocuments(
  scores: Float64Array,
  candidates: readonly number[],
  ties: Uint32Array,
): number[] {
  return [...candidates].sort((a, b) => {
    return (scores[b] ?? 0) - (scores[a] ?? 0) || (ties[a] ?? 0) - (ties[b] ?? 0) || a - b;
  });
}

export function tieKeys(ids: readonly string[]): Uint32Array {
  return Uint32Array.from(ids, (id) => fnv1a(id));
}

/** The best `depth` positions of all, in order. */
export function rankTop(scores: Float64Array, ties: Uint32Array, depth: number): number[] {
  const sorted = Float64Array.from(scores).sort();
  const threshold = sorted[Math.max(0, sorted.length - depth)] ?? 0;
  const candidates: number[] = [];
  scores.forEach((score, i) => {
    if (score >= threshold) candidates.push(i);
  });
  return rankDocuments(scores, candidates, ties).slice(0, depth);
}
