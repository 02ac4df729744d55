import type { MatchStage } from '../../../src/taxonomy/match.vocabulary';

/** One move of a match; `undo` takes the move before it back. */
export interface Move {
  from: MatchStage;
  to: MatchStage;
  undo: boolean;
}

const OPEN: readonly MatchStage[] = ['suggested', 'shortlisted', 'shared', 'negotiating', 'agreed'];
/** The moves of docs/architecture.md's stages, written down a second time: the product's own table does not judge itself. */
const WAYS = [
  'suggested>shortlisted',
  'shortlisted>shared',
  'shared>negotiating',
  'shared>shortlisted',
  'negotiating>agreed',
  'negotiating>signed',
  'negotiating>shortlisted',
  'agreed>negotiating',
  'agreed>signed',
  'signed>terminated',
  'declined>suggested',
  'on-hold>declined',
  'on-hold>terminated',
  ...OPEN.flatMap((from) => [`${from}>on-hold`, `${from}>declined`, `${from}>terminated`]),
];
const EDGES: ReadonlySet<string> = new Set(WAYS);

/** The first moves that a match at the start cannot make, in a history of it. */
export function illegalMoves(history: readonly Move[], start: MatchStage = 'suggested'): Move[] {
  const stood: MatchStage[] = [start];
  let heldFrom: MatchStage | undefined;
  return history.filter((move, index) => {
    const here = stood.at(-1);
    const isNext = move.from === here;
    const isLegal = move.undo
      ? isReverse(move, history[index - 1])
      : EDGES.has(`${move.from}>${move.to}`) || (move.from === 'on-hold' && move.to === heldFrom);
    if (move.to === 'on-hold' && !move.undo) heldFrom = move.from;
    stood.push(move.to);
    return !isNext || !isLegal;
  });
}

const isReverse = (move: Move, last: Move | undefined): boolean =>
  last !== undefined && !last.undo && last.from === move.to && last.to === move.from;

/** Where a match may go without ending at once, for those who try mostly what leads far. */
export const likelyFrom = (stage: MatchStage): MatchStage[] =>
  WAYS.filter(
    (way) => way.startsWith(`${stage}>`) && !(OPEN.includes(stage) && way.endsWith('>terminated')),
  ).map((way) => way.slice(stage.length + 1) as MatchStage);
