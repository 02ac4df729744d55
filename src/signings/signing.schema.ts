import { z } from 'zod';
import { day, patchOf, plainText, yuan } from '../common/fields';
import { listOf, pageQuery } from '../platform/http/query.schema';
import { documentKinds, particulars } from '../taxonomy/document.vocabulary';
import { regions } from '../taxonomy/organisation.vocabulary';
import {
  amountKinds,
  confirmationStates,
  signingForms,
  signingKinds,
  signingSources,
} from '../taxonomy/signing.vocabulary';

/** A paper handed in: a file uploaded before, and what it is. */
export const paperInput = z.strictObject({
  kind: documentKinds.schema,
  attachment: z.uuid(),
  number: plainText(100).optional(),
  datedOn: day,
  particulars: z.array(particulars.schema).max(20).default([]).describe('what the paper states or carries'),
  certifiedAmount: yuan.optional().describe('核定 amount, whole 元; for registrations and receipts'),
});
export type PaperInput = z.infer<typeof paperInput>;

const amounts = z
  .partialRecord(amountKinds.schema, yuan)
  .describe('whole 元, as the parties wrote them')
  .refine((given) => (given['agreed-investment-outside'] ?? 0) <= (given['agreed-investment'] ?? 0), {
    error: 'SIGNING.OUTSIDE_ABOVE_AGREED',
  });

/** What is stated of every signing and may be changed until it is confirmed. */
const statedFields = {
  title: plainText(300),
  form: signingForms.schema
    .optional()
    .describe('of the agreement intended; its papers decide once they prove it'),
  partyA: z.uuid().optional().describe('甲方, the organisation that receives'),
  partyB: z.uuid().optional().describe('乙方, the organisation that comes'),
  activity: z.uuid().optional(),
  regionOfOrigin: regions.schema.optional(),
  onSite: z.boolean().default(false),
  contractOn: day.optional().describe('unless given, the day of the paper that proves the contract'),
  ceremonyOn: day.optional(),
  amounts: amounts.default({}),
};

export const recordSigning = z
  .strictObject({
    ...statedFields,
    kind: signingKinds.schema,
    match: z.uuid().optional(),
    project: z.uuid().optional(),
    talent: z.uuid().optional(),
    establishment: plainText(200).optional().describe('the name of the alliance or base'),
    park: plainText(20).optional().describe('a park’s code, unless a match brings its own'),
    source: signingSources.schema.optional().describe('platform with a match, else self-reported'),
    documents: z.array(paperInput).min(1).max(50),
  })
  .superRefine((signing, check) => {
    for (const field of misplacedFields(signing))
      check.addIssue({ code: 'custom', path: [field], message: 'SIGNING.WRONG_SUBJECT' });
  });
export type RecordSigning = z.infer<typeof recordSigning>;

export const editSigning = z.strictObject(patchOf(statedFields));
export type EditSigning = z.infer<typeof editSigning>;

export const checkSigning = z
  .strictObject({
    decision: z.enum(['pass', 'return', 'refuse']),
    missing: z.array(documentKinds.schema).max(40).default([]).describe('papers ticked as missing'),
    note: plainText(1000).optional(),
  })
  .refine(({ decision, missing, note }) => decision === 'pass' || missing.length > 0 || note !== undefined, {
    path: ['note'],
    error: 'SIGNING.REASON_MISSING',
  });
export type CheckSigning = z.infer<typeof checkSigning>;

export const resubmitSigning = z.strictObject({ note: plainText(1000).optional() }).prefault({});
export type ResubmitSigning = z.infer<typeof resubmitSigning>;

export const signingQuery = z.strictObject({
  ...pageQuery,
  state: listOf(confirmationStates.schema).optional(),
  kind: listOf(signingKinds.schema).optional(),
  park: plainText(20).optional(),
  activity: z.uuid().optional(),
  match: z.uuid().optional(),
  q: plainText(100).optional().describe('part of the code or title'),
  voided: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional()
    .describe('only void ones, or none; both unless given'),
});
export type SigningQuery = z.infer<typeof signingQuery>;

type SubjectField = 'project' | 'talent' | 'establishment' | 'partyB';
type SubjectInput = { [F in SubjectField | 'match']?: string | undefined } & {
  kind: z.infer<typeof signingKinds.schema>;
};

/** What names the subject of a signing without a match. A cooperation is with a partner, or about a base. */
const SUBJECT_FIELDS: Record<SubjectInput['kind'], readonly SubjectField[]> = {
  project: ['project'],
  talent: ['talent'],
  alliance: ['establishment'],
  base: ['establishment'],
  cooperation: ['establishment', 'partyB'],
  enterprise: ['partyB'],
};
const NAMING: readonly SubjectField[] = ['project', 'talent', 'establishment'];

/** The fields that contradict the kind, or the one that is missing. */
function misplacedFields(signing: SubjectInput): string[] {
  if (signing.match !== undefined) return NAMING.filter((field) => signing[field] !== undefined);
  const wanted = SUBJECT_FIELDS[signing.kind];
  const foreign = NAMING.filter((field) => signing[field] !== undefined && !wanted.includes(field));
  const named = wanted.some((field) => signing[field] !== undefined);
  return named ? foreign : [...foreign, ...wanted.slice(0, 1)];
}
