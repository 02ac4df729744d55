import { z } from 'zod';
import { documentKinds, particulars } from '../taxonomy/document.vocabulary';
import { regions } from '../taxonomy/organisation.vocabulary';
import { subjects } from '../taxonomy/plan.vocabulary';
import {
  amountKinds,
  confirmationStates,
  levels,
  signingForms,
  signingKinds,
  signingSources,
} from '../taxonomy/signing.vocabulary';
import { milestoneLevels, paperLevels } from './paper-level';
import { subjectFacts } from './subject-facts.schema';

const amounts = z.partialRecord(amountKinds.schema, z.number());
const provenLevel = z.object({
  level: levels.schema,
  on: z.string(),
  documentIds: z.array(z.uuid()).readonly(),
  subjectId: z.uuid().optional().describe('of `subjects`; without it, all of them'),
});
const subject = z.object({
  id: z.uuid(),
  kind: subjects.schema,
  subjectId: z.uuid(),
  name: z.string().nullable(),
  line: z.number().int().nullable().describe('row of the roster'),
  facts: subjectFacts,
});
const paper = z.object({
  id: z.uuid(),
  kind: documentKinds.schema,
  attachment: z.uuid(),
  number: z.string().nullable(),
  datedOn: z.string(),
  particulars: z.array(particulars.schema),
  certifiedAmount: z.number().nullable(),
});
const milestone = z.object({
  id: z.uuid(),
  subjectId: z.uuid().nullable(),
  level: milestoneLevels,
  reachedOn: z.string(),
  documentIds: z.array(z.uuid()),
});

/** A signing in a list. */
export const signingSummary = z
  .object({
    id: z.uuid(),
    code: z.string(),
    kind: signingKinds.schema,
    form: signingForms.schema.nullable(),
    title: z.string(),
    level: paperLevels.nullable(),
    state: confirmationStates.schema,
    park: z.string().nullable(),
    match: z.uuid().nullable(),
    need: z.uuid().nullable(),
    project: z.uuid().nullable(),
    talent: z.uuid().nullable(),
    partyA: z.uuid().nullable(),
    partyB: z.uuid().nullable(),
    activity: z.uuid().nullable(),
    regionOfOrigin: regions.schema.nullable(),
    onSite: z.boolean(),
    source: signingSources.schema,
    contractOn: z.string().nullable(),
    ceremonyOn: z.string().nullable(),
    amounts,
    recordedBy: z.uuid().nullable(),
    checkedBy: z.uuid().nullable(),
    checkedAt: z.string().nullable(),
    confirmedBy: z.uuid().nullable(),
    confirmedAt: z.string().nullable(),
    voidedAt: z.string().nullable(),
    voidReason: z.string().nullable(),
    version: z.number().int(),
    sampleSet: z.string().nullable(),
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .meta({ id: 'SigningSummary' });
export type SigningSummary = z.infer<typeof signingSummary>;

/** A signing with all that belongs to it. */
export const signingView = signingSummary
  .extend({
    subjects: z.array(subject),
    documents: z.array(paper),
    milestones: z.array(milestone),
    provenLevels: z.array(provenLevel),
    countedAmounts: amounts.describe(
      'what the papers let count, at certified figures where the rules ask for them',
    ),
    explanation: z.unknown().nullable(),
  })
  .meta({ id: 'Signing' });
export type SigningView = z.infer<typeof signingView>;

export const signingAct = z
  .object({
    action: z.string(),
    state: confirmationStates.schema,
    version: z.number().int(),
    missing: z.array(documentKinds.schema),
    note: z.string().nullable(),
    actedBy: z.uuid().nullable(),
    actedAs: z.string(),
    actedAt: z.string(),
  })
  .meta({ id: 'SigningAct' });
export type SigningActView = z.infer<typeof signingAct>;
