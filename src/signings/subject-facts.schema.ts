import { z } from 'zod';
import { day, plainText } from '../common/fields';
import { regions } from '../taxonomy/organisation.vocabulary';
import { projectOrigins } from '../taxonomy/project.vocabulary';
import { tagSchema } from '../taxonomy/tags';
import {
  degrees,
  educations,
  engagements,
  skillLevels,
  talentTiers,
  titles,
} from '../taxonomy/talent.vocabulary';

/** What the filters of targets read of a subject; a fact that is not known is left out. */
export const subjectFacts = z.strictObject({
  tags: z.array(tagSchema).default([]).describe('stated ones only'),
  origin: projectOrigins.schema.optional(),
  industrialisation: z.boolean().optional(),
  keyEnterprise: z.boolean().optional(),
  tier: talentTiers.schema.optional(),
  education: educations.schema.optional(),
  degree: degrees.schema.optional(),
  title: titles.schema.optional(),
  skillLevel: skillLevels.schema.optional(),
  engagement: engagements.schema.optional().describe('as the contract says'),
  regionOfOrigin: regions.schema.optional(),
  city: plainText(50).optional(),
  onBoardOn: day.optional().describe('of a roster’s line'),
  socialInsuranceFrom: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional()
    .describe('month, of a roster’s line'),
});
export type SubjectFacts = z.infer<typeof subjectFacts>;
