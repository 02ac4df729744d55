import type { MergePreview } from '@server/duplicates/merging/merge.schema';
import type { MessageKey } from '../i18n/i18n';
import { useMessages } from '../i18n/use-messages';
import { useFieldWords } from '../records/form/field-words';
import { useWords } from '../vocabulary/vocabularies';

/** Fields that no form of a record has, or has by another name, and the vocabulary of their codes. */
const OWN: Record<string, readonly [label: MessageKey, vocabulary?: string]> = {
  organisationId: ['field.organisation'],
  parkId: ['field.park'],
  contact: ['records.contact'],
  privacy: ['field.confidentiality'],
  visibility: ['duplicates.visibility', 'visibilities'],
  kind: ['field.kind', 'organisation-kinds'],
  uscc: ['duplicates.uscc'],
  region: ['duplicates.region', 'regions'],
  industry: ['duplicates.industry'],
  qualities: ['duplicates.qualities', 'organisation-qualities'],
  keyEnterprise: ['duplicates.keyEnterprise'],
  'details.budget': ['field.budget'],
  'details.pay': ['field.pay'],
};

/** What a merge sets side by side, and what it moves, in the reader's words. */
export function useMergeWords() {
  const { say } = useMessages();
  const { label } = useWords();
  const { nameOf, wordsOf } = useFieldWords();
  const one = (name: string, value: unknown): string => {
    const vocabulary = OWN[name]?.[1];
    if (vocabulary && typeof value === 'string') return label(vocabulary, value);
    if (name === 'contact') return say(`records.${value === 'email' ? 'email' : 'phone'}`);
    return wordsOf(name, value);
  };
  const valueOf = (name: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return say('value.none');
    if (Array.isArray(value))
      return value.length === 0
        ? say('value.none')
        : value.map((item) => one(name, item)).join(say('list.separator'));
    // Values that mean something only together.
    if (typeof value === 'object' && OWN[name])
      return Object.entries(value)
        .filter(([, part]) => part !== null && part !== undefined)
        .map(([part, item]) => one(part, item))
        .join(name === 'privacy' ? say('list.separator') : '–');
    return one(name, value);
  };
  return {
    nameOf: (name: string) => (OWN[name] ? say(OWN[name][0]) : nameOf(name)),
    valueOf,
    /** '3 matches, 1 signing, 2 contacts'. */
    countsOf: ({ counts, matchesJoined }: Pick<MergePreview, 'counts' | 'matchesJoined'>): string =>
      [
        ...Object.entries(counts).map(([name, count]) => say('duplicates.count', { name, count })),
        ...(matchesJoined > 0 ? [say('duplicates.joined', { count: matchesJoined })] : []),
      ].join(say('list.separator')),
  };
}
