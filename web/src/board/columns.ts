import type { MatchView } from '@server/matching/review/match.view';
import type { Stage } from '../review/rows';

/** The stages a board has columns for, in order. */
export const COLUMNS = [
  'shortlisted',
  'shared',
  'negotiating',
  'agreed',
  'signed',
  'on-hold',
] as const satisfies readonly Stage[];

export const columnsOf = (matches: readonly MatchView[]): { stage: Stage; cards: MatchView[] }[] =>
  COLUMNS.map((stage) => ({ stage, cards: matches.filter((match) => match.stage === stage) }));

/** What dropping a match on a column means: a move, sharing it, or nothing that is allowed. */
export function landingOf(
  match: Pick<MatchView, 'choices' | 'canShare' | 'stage'>,
  to: Stage,
): 'move' | 'share' | 'refused' {
  if (to === 'shared' && match.canShare) return 'share';
  return match.choices.some(({ stage, needsReason }) => stage === to && !needsReason) ? 'move' : 'refused';
}
