import type { RecordCard } from '@server/matching/cards/record-card';
import { useProfileTitle } from '../records/profile-title';

/** What a record is called on a list or board; a talent who may not be named yet by what they are, with the number. */
export function useCardTitle(): (card: Pick<RecordCard, 'title' | 'profile'>) => string {
  const titleOf = useProfileTitle();
  return ({ title, profile }) => (profile === null ? title : `${titleOf(profile)} · ${title}`);
}
