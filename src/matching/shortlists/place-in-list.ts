import type { ShortlistEntity } from './shortlist.entity';
import { SHORTLIST_LENGTH } from './shortlist.repository';

/**
 * The place, from 1, that a supply would have in a list with this score, the others staying as they are; null when a
 * full list has no room for it.
 */
export function placeWith(
  score: number,
  supplyId: string,
  { supplyIds, scores }: Pick<ShortlistEntity, 'supplyIds' | 'scores'>,
): number | null {
  const others = scores.filter((_, at) => supplyIds[at] !== supplyId);
  const place = 1 + others.filter((other) => other > score).length;
  return place > SHORTLIST_LENGTH ? null : place;
}
