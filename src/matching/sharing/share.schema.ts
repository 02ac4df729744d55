import { z } from 'zod';
import { plainText } from '../../common/fields';
import { pageQuery } from '../../platform/http/query.schema';
import { criteria, verdicts } from '../../taxonomy/match.vocabulary';
import { projectOrigins, projectStages } from '../../taxonomy/project.vocabulary';
import { declineReasons } from '../../taxonomy/reason.vocabulary';
import {
  degrees,
  educations,
  engagements,
  skillLevels,
  talentTiers,
  titles,
} from '../../taxonomy/talent.vocabulary';

const verdictView = z.object({
  criterion: criteria.schema,
  verdict: verdicts.schema,
  importance: z.enum(['must', 'should']),
});

/**
 * All that an enterprise is told of a supply before more is released. Of a person: vocabulary fields, criteria verdicts
 * and tags; no text, file, name, employer, school, record id, or date narrower than a year. Of a project: what its
 * owner's confidentiality lets be read.
 */
export const anonymousView = z
  .strictObject({
    kind: z.enum(['project', 'talent']),
    tags: z.array(z.string()),
    tier: talentTiers.schema.optional(),
    education: educations.schema.optional(),
    degree: degrees.schema.optional(),
    skillLevel: skillLevels.schema.optional(),
    title: titles.schema.optional(),
    /** Years of experience as a band of five, '5-9'; '40+' is the last. */
    years: z.string().optional(),
    /** A province or a city of prefecture level; other places are not told. */
    city: z.string().optional(),
    engagement: z.array(engagements.schema).optional(),
    origin: projectOrigins.schema.optional(),
    stage: projectStages.schema.optional(),
    criteria: z.array(verdictView),
    /** Of a project only, as are the next two. */
    headline: z.string().optional(),
    text: z.string().optional(),
    owner: z.string().optional(),
  })
  .meta({ id: 'AnonymousView' });
export type AnonymousView = z.infer<typeof anonymousView>;

/** What has been let out beyond the anonymous view. */
export const released = z.strictObject({ identity: z.boolean(), contact: z.boolean() });
export type Released = z.infer<typeof released>;

export const answers = z.enum(['interested', 'not-interested']);
export type Answer = z.infer<typeof answers>;

export const withdrawShare = z.strictObject({ note: plainText(2000).optional() }).prefault({});
export type WithdrawShare = z.infer<typeof withdrawShare>;

/** What is left out stays as it is; false and null take back. */
export const releaseShare = z.strictObject({
  identity: z.boolean().optional(),
  contact: z.boolean().optional(),
  /** Written by the officer, without anything that leads to the person. */
  summary: plainText(2000).nullable().optional(),
});
export type ReleaseShare = z.infer<typeof releaseShare>;

export const shareQuery = z.strictObject({ ...pageQuery, need: z.uuid().optional() });
export type ShareQuery = z.infer<typeof shareQuery>;

export const answerShare = z
  .strictObject({
    answer: answers,
    /** Why not; of the demand's side. */
    reason: declineReasons.schema.optional(),
    note: plainText(2000).optional(),
  })
  .refine(({ answer, reason }) => answer === 'not-interested' || reason === undefined, {
    path: ['reason'],
    error: 'SHARE.REASON_UNWANTED',
  });
export type AnswerShare = z.infer<typeof answerShare>;
