import type { MatchStage } from '../../taxonomy/match.vocabulary';

/** The command that makes a move; stages with a command of their own are reached in no other way. */
export type MoveCommand = 'review' | 'share' | 'withdraw-share' | 'sign' | 'void-contract';

/** Stages in which a match is being worked on, in order. */
export const OPEN_STAGES = ['suggested', 'shortlisted', 'shared', 'negotiating', 'agreed'] as const;
export type OpenStage = (typeof OPEN_STAGES)[number];

type Ways = Partial<Record<MatchStage, MoveCommand>>;

/** Every stage can be left to the side; a hold goes back to where it was (see {@link findMove}). */
const aside: Ways = { 'on-hold': 'review', declined: 'review', terminated: 'review' };

/** All moves there are: from, to, and the command that makes it. */
export const STAGE_TABLE: Record<MatchStage, Ways> = {
  suggested: { shortlisted: 'review', ...aside },
  shortlisted: { shared: 'share', ...aside },
  shared: { negotiating: 'review', shortlisted: 'withdraw-share', ...aside },
  negotiating: { agreed: 'review', signed: 'sign', shortlisted: 'withdraw-share', ...aside },
  agreed: { negotiating: 'review', signed: 'sign', ...aside },
  signed: { terminated: 'void-contract' },
  'on-hold': { declined: 'review', terminated: 'review' },
  declined: { suggested: 'review' },
  terminated: {},
};

/** The stages a person must give a reason for. */
export const NEEDS_REASON: ReadonlySet<MatchStage> = new Set(['declined', 'terminated']);

export interface Position {
  stage: MatchStage;
  /** Where a match on hold was; null otherwise. */
  resumeStage: OpenStage | null;
}

/** The command that takes a match from `position` to `to`, or undefined when there is no such move. */
export function findMove(position: Position, to: MatchStage): MoveCommand | undefined {
  if (position.stage === 'on-hold' && position.resumeStage === to) return 'review';
  return STAGE_TABLE[position.stage][to];
}

/** Where the match stands after the move; it must be one that {@link findMove} knows. */
export const positionAfter = (position: Position, to: MatchStage): Position => ({
  stage: to,
  resumeStage: to === 'on-hold' && isOpen(position.stage) ? position.stage : null,
});

export const isOpen = (stage: MatchStage): stage is OpenStage =>
  (OPEN_STAGES as readonly string[]).includes(stage);

/** Stages in which the enterprise knows of the match; a hold counts as where it goes back to. */
export const TALK_STAGES: readonly MatchStage[] = ['shared', 'negotiating', 'agreed', 'signed'];
export const isInTalks = ({ stage, resumeStage }: Position): boolean =>
  TALK_STAGES.includes(resumeStage ?? stage);

/** Stages a reviewer can choose from here, for menus and refusals that say what is possible. */
export function choicesFrom(position: Position): MatchStage[] {
  const ways = Object.entries(STAGE_TABLE[position.stage]) as [MatchStage, MoveCommand][];
  const choices = ways.filter(([, command]) => command === 'review').map(([to]) => to);
  return position.resumeStage === null ? choices : [position.resumeStage, ...choices];
}

/** A mistake can be taken back this long. */
export const UNDO_MINUTES = 30;

export interface LastMove {
  from: MatchStage;
  to: MatchStage;
  movedBy: string | null;
  movedAt: Date;
  /** The move is itself an undo. */
  isUndo: boolean;
}

export type UndoRefusal = 'other-person' | 'too-late' | 'not-undoable';

/** Why the last move cannot be taken back, or undefined when it can. Nothing crosses shared or signed: others have acted on it. */
export function refuseUndo(last: LastMove, userId: string | null, now: Date): UndoRefusal | undefined {
  const crossed: MatchStage[] = ['shared', 'signed'];
  if (last.isUndo || crossed.includes(last.from) || crossed.includes(last.to)) return 'not-undoable';
  if (last.movedBy === null || last.movedBy !== userId) return 'other-person';
  if (now.getTime() - last.movedAt.getTime() > UNDO_MINUTES * 60_000) return 'too-late';
  return undefined;
}
