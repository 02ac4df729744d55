import { z } from 'zod';
import type { Actor } from '../../common/actor';
import type { Locale } from '../../common/locale';
import { problemSchema } from '../../platform/http/problem';
import { matchStages, pairKinds } from '../../taxonomy/match.vocabulary';
import { stageLabel } from '../../taxonomy/match-steps';
import { declineReasons, reasonSides } from '../../taxonomy/reason.vocabulary';
import { type RecordCard, recordCard } from '../cards/record-card';
import { shareState, type ShareState } from '../sharing/share-state';
import { partPoints } from '../shortlists/shortlist.schema';
import type { MatchEntity } from './match.entity';
import type { MatchMoveEntity } from './match-move.entity';
import { canMove } from './match-rights';
import { shownSchema } from './seen.schema';
import { choicesFrom, findMove, NEEDS_REASON } from './stage-table';

const choice = z.object({
  stage: matchStages.schema,
  label: z.string().describe('as this kind of pair calls the stage, in the reader’s language'),
  needsReason: z.boolean(),
});

export const matchView = z
  .object({
    id: z.uuid(),
    code: z.string().describe('what people call it by'),
    pairKind: pairKinds.schema,
    stage: matchStages.schema,
    label: z.string(),
    resumeStage: matchStages.schema.nullable().describe('where a match on hold goes back to'),
    version: z.number().int(),
    demand: recordCard.nullable().describe('null: the record was removed'),
    supply: recordCard.nullable(),
    demandVersion: z.number().int().describe('the version that was judged'),
    supplyVersion: z.number().int(),
    score: z.number().nullable().describe('at the first act; null for a pair that no shortlist held'),
    parts: partPoints.nullable(),
    model: z.number().int().nullable(),
    /** What the reader can do next; empty for the supply's park, which only looks on. */
    choices: z.array(choice),
    canShare: z.boolean(),
    sharedOn: z.string().nullable(),
    share: shareState.nullable().describe('what the enterprise sees now'),
    sampleSet: z.string().nullable(),
    mergedInto: z.uuid().nullable().describe('the match that goes on where two were of one pair'),
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .meta({ id: 'Match' });
export type MatchView = z.infer<typeof matchView>;

/** What a match's answer names beside it. */
export interface MatchFrame {
  demand: RecordCard | null;
  supply: RecordCard | null;
  share: ShareState | null;
}

export function matchViewOf(match: MatchEntity, frame: MatchFrame, actor: Actor, locale: Locale): MatchView {
  const { family } = pairKinds.get(match.pairKind);
  const label = (stage: MatchEntity['stage']) => stageLabel(stage, family, locale);
  const isOurs = canMove(actor, match);
  const choices = isOurs ? choicesFrom(match) : [];
  return {
    id: match.id,
    code: match.code,
    pairKind: match.pairKind,
    stage: match.stage,
    label: label(match.stage),
    resumeStage: match.resumeStage,
    version: match.version,
    ...frame,
    demandVersion: match.demandVersion,
    supplyVersion: match.supplyVersion,
    score: match.score,
    parts: match.parts,
    model: match.model,
    choices: choices.map((stage) => ({ stage, label: label(stage), needsReason: NEEDS_REASON.has(stage) })),
    canShare: isOurs && findMove(match, 'shared') === 'share',
    sharedOn: match.sharedOn,
    sampleSet: match.sampleSet,
    mergedInto: match.mergedInto,
    createdAt: match.createdAt.toISOString(),
    updatedAt: match.updatedAt.toISOString(),
  };
}

export const moveView = z
  .object({
    id: z.uuid(),
    from: matchStages.schema,
    to: matchStages.schema,
    movedBy: z.uuid().nullable(),
    movedAt: z.string(),
    side: reasonSides.schema.nullable(),
    reason: declineReasons.schema.nullable(),
    teaches: z.boolean().nullable().describe('whether the reason speaks of what the score judges'),
    note: z.string().nullable(),
    undoes: z.uuid().nullable().describe('the move that this one took back'),
    shown: shownSchema.nullable().describe('what was on the screen'),
  })
  .meta({ id: 'MatchMove' });
export type MoveView = z.infer<typeof moveView>;

export const moveViewOf = (move: MatchMoveEntity): MoveView => ({
  id: move.id,
  from: move.fromStage,
  to: move.toStage,
  movedBy: move.movedBy,
  movedAt: move.movedAt.toISOString(),
  side: move.side,
  reason: move.reason,
  teaches: move.teaches,
  note: move.note,
  undoes: move.undoes,
  shown: move.seen?.shown ?? null,
});

/** How one of many decisions went. */
export const decisionView = z
  .object({
    index: z.number().int().describe('place of the item in the request, from 0'),
    ok: z.boolean(),
    match: matchView.optional(),
    problem: problemSchema.optional().describe('why not; the other items are not touched by it'),
  })
  .meta({ id: 'DecisionResult' });
export type DecisionView = z.infer<typeof decisionView>;
export const decisionsView = z.object({ items: z.array(decisionView) }).meta({ id: 'DecisionResults' });
export type DecisionsView = z.infer<typeof decisionsView>;
