import type { RecordCard } from '@server/matching/cards/record-card';
import { useWords } from '../vocabulary/vocabularies';
import { type AnyRecord, titleOf } from './kinds';

type Profile = NonNullable<RecordCard['profile']>;

/** What somebody is called who may not be named: tier, title or skill level, degree. */
export function useProfileTitle(): (profile: Profile) => string {
  const { label } = useWords();
  return ({ tier, title, skillLevel, degree }) =>
    [
      label('talent-tiers', tier),
      title ? label('titles', title) : label('skill-levels', skillLevel),
      degree === 'none' ? '' : label('degrees', degree),
    ]
      .filter(Boolean)
      .join(' · ');
}

/** What a record is called on its page and in a list that has its number beside. */
export function useRecordTitle(): (record: AnyRecord) => string {
  const ofProfile = useProfileTitle();
  return (record) =>
    'headline' in record && record.headline === record.code ? ofProfile(record) : titleOf(record);
}
