import type { RecordCard } from '@server/matching/cards/record-card';
import type { MessageKey } from '../i18n/i18n';
import type { Say } from '../i18n/use-messages';
import { moneyWords } from '../ui/money';

/** Which vocabulary a criterion's values come from. */
const VOCABULARY: Record<string, string> = {
  education: 'educations',
  degree: 'degrees',
  skillLevel: 'skill-levels',
  title: 'titles',
  engagement: 'engagements',
  mode: 'modes',
};
const MONEY = new Set(['pay', 'budget', 'investment']);

interface Speech {
  say: Say;
  label: (vocabulary: string, code: string) => string;
}

/** What stands for a value that is not there: nobody said it, or the reader is not told. */
export const unsaidOf = ({ disclosure }: Pick<RecordCard, 'disclosure'>): MessageKey =>
  disclosure === 'summary' ? 'value.withheld' : 'value.none';

/** What a demand asks, or a supply states, of one criterion, as people say it; undefined when there is nothing to say. */
export function criterionWords(criterion: string, value: unknown, speech: Speech): string | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  if (Array.isArray(value)) {
    const words = [...new Set(value)].map((item) => criterionWords(criterion, item, speech));
    return words.filter(Boolean).join(speech.say('list.separator')) || undefined;
  }
  if (typeof value === 'object') return stated(criterion, value as Record<string, unknown>, speech);
  return single(criterion, value as string | number | boolean, speech);
}

function single(criterion: string, value: string | number | boolean, { say, label }: Speech): string {
  const vocabulary = VOCABULARY[criterion];
  if (vocabulary) return label(vocabulary, String(value));
  if (typeof value === 'number') {
    if (MONEY.has(criterion)) return moneyWords(value, say);
    if (criterion === 'years') return say('value.years', { count: value });
    if (criterion === 'trl') return say('value.trl', { level: value });
  }
  return String(value);
}

function stated(criterion: string, value: Record<string, unknown>, speech: Speech): string | undefined {
  const words = (part: unknown) => criterionWords(criterion, part, speech);
  if ('atLeast' in value) return speech.say('value.atLeast', { value: words(value.atLeast) ?? '' });
  if ('anyOf' in value) return words(value.anyOf);
  const from = words(value.min);
  const to = words(value.max);
  if (from && to) return speech.say('value.range', { from, to });
  if (from) return speech.say('value.atLeast', { value: from });
  if (to) return speech.say('value.atMost', { value: to });
  return words(Object.values(value).filter((part) => typeof part !== 'object'));
}
