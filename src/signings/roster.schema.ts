import { z } from 'zod';
import { day, plainText } from '../common/fields';
import { normaliseIdentifier } from '../common/identifiers/normalise';
import { isResidentId } from '../common/identifiers/resident-id';
import { isUscc } from '../common/identifiers/uscc';
import { regions } from '../taxonomy/organisation.vocabulary';
import { signingSources } from '../taxonomy/signing.vocabulary';
import { skillLevels, talentTiers } from '../taxonomy/talent.vocabulary';
import { paperInput } from './signing.schema';

/** An identity number as people type it; kept in the standard's form. */
const idNumber = z
  .string()
  .max(40)
  .transform(normaliseIdentifier)
  .refine(isResidentId, { error: 'SIGNING.ROSTER_ID_NUMBER' });

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

/** What a line says of a person's work; the person themselves are kept with the persons. */
const workFields = {
  skillLevel: skillLevels.schema,
  certificateNo: plainText(50).optional(),
  employer: plainText(200),
  uscc: z
    .string()
    .max(40)
    .transform(normaliseIdentifier)
    .refine(isUscc, { error: 'ORGANISATION.USCC' })
    .optional(),
  post: plainText(100).optional(),
  termFrom: day.optional(),
  termTo: day.optional(),
  onBoardOn: day.optional(),
  socialInsuranceFrom: month.optional().describe('first month of social insurance, 2022-08'),
  sendingBody: plainText(200).optional(),
};
export const rosterWork = z.strictObject(workFields);
export type RosterWork = z.infer<typeof rosterWork>;

const rosterLine = z
  .strictObject({ name: plainText(100), idNumber, ...workFields })
  .refine(({ termFrom, termTo }) => !termFrom || !termTo || termFrom <= termTo, {
    path: ['termTo'],
    error: 'INPUT.RANGE',
  });
export type RosterLine = z.infer<typeof rosterLine>;

/** A 花名册: one sealed scan and its lines, signed as one signing with a subject for each person. */
export const recordRoster = z.strictObject({
  title: plainText(300),
  tier: talentTiers.schema.default('skilled-worker'),
  park: plainText(20).optional(),
  partyA: z.uuid().optional(),
  partyB: z.uuid().optional(),
  activity: z.uuid().optional(),
  regionOfOrigin: regions.schema.optional(),
  onSite: z.boolean().default(false),
  source: signingSources.schema.optional(),
  ceremonyOn: day.optional(),
  scan: paperInput.omit({ kind: true, certifiedAmount: true }),
  lines: z.array(rosterLine).min(1).max(2000),
});
export type RecordRoster = z.infer<typeof recordRoster>;

/** A line as it is shown to those who keep the roster, without the identity number. */
export const rosterLineView = z
  .object({
    subjectId: z.uuid().describe('of the signing’s subjects'),
    line: z.number().int(),
    name: z.string().nullable().describe('null: deleted'),
    work: rosterWork.nullable(),
  })
  .meta({ id: 'RosterLine' });
export type RosterLineView = z.infer<typeof rosterLineView>;
