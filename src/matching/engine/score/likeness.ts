import type { WeighedRecord } from './weigh-record';
import { overlap } from './weighed-terms';

/** How much two records say the same, 0…1: the cosine of their texts, whatever their kinds and lengths. */
export function likeness({ text: a }: WeighedRecord, { text: b }: WeighedRecord): number {
  const selves = overlap(a, a) * overlap(b, b);
  return selves === 0 ? 0 : Math.min(1, overlap(a, b) / Math.sqrt(selves));
}
