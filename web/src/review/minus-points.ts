import type { ExplanationView } from '@server/matching/explanations/explanation.schema';
import { useMessages } from '../i18n/use-messages';
import { useWords } from '../vocabulary/vocabularies';
import { isBetter, pointsText } from './bars';
import { criterionWords, unsaidOf } from './criterion-words';

/** What speaks against the pair, in plain sentences, and what would speak for it. */
export function useMinusPoints({ score, supply, criteria, missing, counterfactuals }: ExplanationView): {
  against: string[];
  couldBe: string | undefined;
} {
  const { say } = useMessages();
  const { label } = useWords();
  const speech = { say, label };
  const failing = criteria
    .filter(({ verdict }) => verdict === 'not' || verdict === 'partly')
    .map(({ criterion, required, found }) =>
      say('minus.criterion', {
        criterion: label('criteria', criterion),
        required: criterionWords(criterion, required, speech) ?? say('value.none'),
        found: criterionWords(criterion, found, speech) ?? say(unsaidOf(supply)),
      }),
    );
  const unknown = criteria.filter(
    ({ verdict, importance }) => verdict === 'unknown' && importance === 'must',
  );
  const separator = say('list.separator');
  const sentences = [...failing];
  if (unknown.length > 0)
    sentences.push(
      say('minus.unknown', {
        criteria: unknown.map(({ criterion }) => label('criteria', criterion)).join(separator),
      }),
    );
  const unsaid = [...new Set(missing.terms.map(({ text }) => text))].slice(0, 5);
  if (unsaid.length > 0) sentences.push(say('minus.terms', { terms: unsaid.join(separator) }));
  for (const part of missing.parts) sentences.push(say('minus.part', { part: label('score-parts', part) }));
  const best = [...counterfactuals].sort((a, b) => b.score - a.score).find((could) => isBetter(could, score));
  const couldBe =
    best &&
    say('minus.couldBe', { criterion: label('criteria', best.criterion), score: pointsText(best.score) });
  return { against: sentences, couldBe };
}
