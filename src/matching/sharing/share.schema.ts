import { z } from 'zod';
import { criteria, verdicts } from '../../taxonomy/match.vocabulary';
import { projectOrigins, projectStages } from '../../taxonomy/project.vocabulary';
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
 * All that an enterprise is told of a person before an officer releases more: vocabulary fields, criteria verdicts and
 * tags. No text, file, name, employer, school, record id, or date narrower than a year.
 */
export const anonymousView = z.strictObject({
  tags: z.array(z.string()),
  tier: talentTiers.schema.optional(),
  education: educations.schema.optional(),
  degree: degrees.schema.optional(),
  skillLevel: skillLevels.schema.optional(),
  title: titles.schema.optional(),
  /** Years of experience as a band of five, '5-9'. */
  years: z.string().optional(),
  city: z.string().optional(),
  engagement: z.array(engagements.schema).optional(),
  origin: projectOrigins.schema.optional(),
  stage: projectStages.schema.optional(),
  criteria: z.array(verdictView),
  /** Only of a project whose owner lets it be read. */
  headline: z.string().optional(),
  text: z.string().optional(),
});
export type AnonymousView = z.infer<typeof anonymousView>;

/** What an officer has let out beyond the anonymous view. */
export const released = z.strictObject({
  identity: z.boolean().default(false),
  contact: z.boolean().default(false),
});
export type Released = z.infer<typeof released>;
