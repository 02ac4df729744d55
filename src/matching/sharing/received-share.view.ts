import { z } from 'zod';
import { dayOf } from '../../common/clock';
import { pairKinds } from '../../taxonomy/match.vocabulary';
import { declineReasons } from '../../taxonomy/reason.vocabulary';
import { type RecordCard, recordCard } from '../cards/record-card';
import type { MatchEntity } from '../review/match.entity';
import type { ShareEntity } from './share.entity';
import { type AnonymousView, anonymousView, answers } from './share.schema';

const identity = z.object({
  name: z.string().nullable().describe('of the person, or of the project’s owner'),
  headline: z.string(),
  employer: z.string().optional(),
  school: z.string().optional(),
  text: z.string(),
});
export type Identity = z.infer<typeof identity>;

/** What an enterprise is told: never a match, a record of others, a code, or a date but that of the share. */
export const receivedShareView = z
  .object({
    id: z.uuid().describe('of the share; it leads to nothing else'),
    pairKind: pairKinds.schema,
    sharedOn: z.string(),
    demand: recordCard.nullable().describe('one’s own need or project'),
    supply: anonymousView,
    summary: z.string().nullable().describe('written by an officer'),
    identity: identity.nullable().describe('once released'),
    contactReleased: z.boolean(),
    answer: answers.nullable(),
    answerReason: declineReasons.schema.nullable(),
    answerNote: z.string().nullable(),
    canAnswer: z.boolean(),
  })
  .meta({ id: 'ReceivedShare' });
export type ReceivedShareView = z.infer<typeof receivedShareView>;

/** Answers can be given and changed until the match moves on. */
export const canAnswer = ({ stage, resumeStage }: MatchEntity): boolean =>
  (resumeStage ?? stage) === 'shared';

export interface Told {
  demand: RecordCard | null;
  supply: AnonymousView;
  identity: Identity | null;
}

export const receivedShareOf = (share: ShareEntity, match: MatchEntity, told: Told): ReceivedShareView => ({
  id: share.id,
  pairKind: match.pairKind,
  sharedOn: dayOf(share.sharedAt),
  ...told,
  summary: share.redactedSummary,
  contactReleased: share.released.contact,
  answer: share.answer,
  answerReason: share.answerReason,
  answerNote: share.answerNote,
  canAnswer: canAnswer(match),
});
