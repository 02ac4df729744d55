import { z } from 'zod';
import type { Actor } from '../../common/actor';
import { type Disclosure, disclosureTo, summaryOf } from '../../records/disclosure';
import type { RecordLine } from '../../records/matching-record';
import { isAtHome } from '../../records/record-rights';
import type { TalentLine } from '../../talent/talent.service';
import { degrees, skillLevels, talentTiers, titles } from '../../taxonomy/talent.vocabulary';

/** A record as a line of a shortlist or board names it. */
export const recordCard = z
  .object({
    id: z.uuid(),
    kind: z.enum(['need', 'project', 'talent']),
    code: z.string(),
    title: z.string(),
    tags: z.array(z.string()),
    parkId: z.uuid().nullable(),
    organisationId: z.uuid().nullable(),
    disclosure: z.enum(['full', 'without-organisation', 'summary']),
    version: z.number().int(),
    profile: z
      .object({
        tier: talentTiers.schema,
        degree: degrees.schema.optional(),
        title: titles.schema.optional(),
        skillLevel: skillLevels.schema.optional(),
      })
      .nullable()
      .describe('what to call a talent by who may not be named; null: the title says it'),
  })
  .meta({ id: 'RecordCard' });
export type RecordCard = z.infer<typeof recordCard>;

export const isTalent = (record: RecordLine): record is TalentLine => record.kind === 'talent';

/**
 * How much of a matched record a reader is told. Matching looks at every record; what is kept in its park or sealed is
 * told to others by its public summary only.
 */
export function disclosureOfMatched(actor: Actor, record: RecordLine): Disclosure {
  if (record.visibility !== 'network' && !isAtHome(actor, record)) return 'summary';
  return disclosureTo(actor, record);
}

/** `publicSummary` stands for the title where the reader may not be told more. */
export function cardOf(
  actor: Actor,
  record: RecordLine,
  disclosure = disclosureOfMatched(actor, record),
): RecordCard {
  return {
    id: record.id,
    kind: record.kind,
    code: record.code,
    title: disclosure === 'summary' ? summaryOf(record).title : record.title,
    tags: record.tags,
    parkId: record.parkId,
    organisationId: disclosure === 'full' ? record.organisationId : null,
    disclosure,
    version: record.version,
    profile: disclosure === 'summary' && isTalent(record) ? profileOf(record) : null,
  };
}

const profileOf = ({ tier, details }: TalentLine): RecordCard['profile'] => ({
  tier,
  degree: details.degree,
  title: details.title,
  skillLevel: details.skillLevel,
});
