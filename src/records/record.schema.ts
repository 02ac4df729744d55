import { z } from 'zod';
import { day, plainText } from '../common/fields';
import { listOf, pageQuery } from '../platform/http/query.schema';
import { closeReasons, confidentialities, needStatuses, visibilities } from '../taxonomy/need.vocabulary';
import { tagSchema } from '../taxonomy/tags';
import { REQUESTED_MOVES } from './life-cycle';

/** The fields a caller states of a need or project; a talent has all but organisation and confidentiality. */
export const recordFields = {
  /** A park's code, 'NO.3'; may be left out by who works for one park only. */
  park: plainText(20).optional(),
  organisation: z.uuid().optional(),
  title: plainText(500),
  text: plainText(20_000),
  tags: z.array(tagSchema).max(50).default([]),
  confidentiality: confidentialities.schema.default('public'),
  /** network unless the confidentiality keeps the record in its park. */
  visibility: visibilities.schema.optional(),
  publicSummary: plainText(2000).optional(),
  expiresOn: day.optional(),
};

const SCREENING_STATES = ['waiting', 'accepted', 'overdue'] as const;
export type ScreeningState = (typeof SCREENING_STATES)[number];

export const RECORD_SORTS = ['created', 'updated', 'code', 'answer'] as const;

/** Filters that the lists of all three kinds take, beside cursor and limit. */
export const recordQuery = {
  ...pageQuery,
  status: listOf(needStatuses.schema).optional(),
  park: plainText(20).optional(),
  organisation: z.uuid().optional(),
  tag: tagSchema.optional().describe('a tag, or one of its parents'),
  q: plainText(100).optional().describe('part of the code, title or text'),
  mine: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional(),
  screening: z
    .enum(SCREENING_STATES)
    .optional()
    .describe('of what was submitted: nobody has taken it on, somebody has, the answer is overdue'),
  sort: z
    .enum(RECORD_SORTS)
    .default('created')
    .describe('newest first; code ascends; answer: what was submitted, the next to be answered first'),
};

/** For `@Param({ schema })` of POST :id/:move. */
export const moveParams = z.strictObject({ id: z.uuid(), move: z.enum(REQUESTED_MOVES) });
export type MoveParams = z.infer<typeof moveParams>;

/** `reason` is required to return or decline a record, `closeReason` to close one. */
export const moveBody = z
  .strictObject({ reason: plainText(1000).optional(), closeReason: closeReasons.schema.optional() })
  .prefault({});
export type MoveBody = z.infer<typeof moveBody>;
