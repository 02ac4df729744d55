import { z } from 'zod';
import { day, plainText } from '../../common/fields';
import { consentBasisSchema } from '../../identity/consent/consent.schema';
import { pageQuery } from '../../platform/http/query.schema';
import { recordRoster } from '../../signings/roster.schema';
import { particulars } from '../../taxonomy/document.vocabulary';
import { IMPORT_KINDS } from '../forms/form';
import { IMPORT_STATES } from './import-state';
import { DECISIONS, KNOWN_BY, ROW_STATES } from './import-row.entity';

export const importKind = z.enum(IMPORT_KINDS);

/** The form fields beside the file. */
export const uploadImport = z.strictObject({
  kind: importKind,
  park: plainText(20).optional().describe('may be left out by who works for one park only'),
});
export type UploadImport = z.infer<typeof uploadImport>;

/** Whose list of people it is, and on what ground their records may be used. */
const authorisation = z.strictObject({
  source: plainText(200).describe('来源单位'),
  basis: consentBasisSchema.nullable().describe('授权方式; null: none yet, so that nobody is shown by name'),
  document: z.uuid().optional().describe('the signed paper, as an attachment'),
});

/** The one signing that a roster becomes. */
const rosterChoice = recordRoster
  .pick({
    title: true,
    tier: true,
    activity: true,
    partyA: true,
    partyB: true,
    onSite: true,
    regionOfOrigin: true,
  })
  .extend({
    scan: z.strictObject({
      attachment: z.uuid(),
      datedOn: day,
      particulars: z.array(particulars.schema).max(20).default([]),
    }),
  });

/** How the rows are taken in. */
export const choices = z.strictObject({
  /** What is done with a row whose thing is known already. */
  known: z.enum(['skip', 'update', 'merge']).default('skip'),
  status: z.enum(['draft', 'submitted', 'published']).default('submitted'),
  people: authorisation.optional(),
  roster: rosterChoice.optional(),
});
export type Choices = z.infer<typeof choices>;

export const rowParams = z.strictObject({ id: z.uuid(), row: z.coerce.number().int().min(1) });
export type RowParams = z.infer<typeof rowParams>;

export const rowsQuery = z.strictObject({
  state: z
    .string()
    .max(200)
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(ROW_STATES)))
    .optional(),
  after: z.coerce.number().int().min(0).default(0).describe('row number of the last row shown'),
  limit: pageQuery.limit,
});
export type RowsQuery = z.infer<typeof rowsQuery>;

/** A mended row: new words of some of its columns, or what is done with it. */
export const mendRow = z.strictObject({
  cells: z.record(z.string().max(50), z.string().max(20_000)).optional(),
  decision: z.enum(DECISIONS).nullable().optional(),
});
export type MendRow = z.infer<typeof mendRow>;

/** Takes every suggestion of one column, or only those for one kind of doubt. */
export const takeSuggestions = z.strictObject({ column: plainText(50), code: plainText(60).optional() });
export type TakeSuggestions = z.infer<typeof takeSuggestions>;

/** Which column of the form each column of the file is; null: none. */
export const relabel = z.strictObject({ columns: z.array(plainText(50).nullable()).min(1).max(200) });
export type Relabel = z.infer<typeof relabel>;

/** The sheet of the file that is to be read. */
export const chooseSheet = z.strictObject({ sheet: z.string().min(1).max(100) });
export type ChooseSheet = z.infer<typeof chooseSheet>;

const label = z.object({ zh: z.string(), en: z.string() });
const notice = z.object({ code: z.string(), sentence: z.string() });

export const importView = z
  .object({
    id: z.uuid(),
    kind: importKind,
    state: z.enum(IMPORT_STATES),
    fileName: z.string(),
    park: z.string().nullable(),
    createdBy: z.uuid().nullable(),
    sheet: z.string().nullable().describe('that is read; null for documents'),
    sheets: z.array(z.string()).describe('those of the file that hold something'),
    columns: z.array(
      z.object({
        heading: z.string(),
        field: z.string().nullable(),
        use: z.enum(['read', 'protected', 'ignored', 'kept']),
        label: label.nullable(),
      }),
    ),
    fields: z.array(z.object({ name: z.string(), label, required: z.boolean() })),
    notices: z.array(notice),
    failure: notice.nullable().describe('why the file was refused'),
    choices: choices.nullable(),
    total: z.int(),
    done: z.int(),
    counts: z.partialRecord(z.enum(ROW_STATES), z.int()),
    createdAt: z.string(),
    startedAt: z.string().nullable(),
    finishedAt: z.string().nullable(),
    revertedAt: z.string().nullable(),
  })
  .meta({ id: 'Import' });
export type ImportView = z.infer<typeof importView>;

export const importRowView = z
  .object({
    row: z.int().describe('number of the row in the file, from 1'),
    state: z.enum(ROW_STATES),
    title: z.string().nullable(),
    cells: z
      .record(z.string(), z.string())
      .nullable()
      .describe('what is written, by column; null once it is in'),
    passages: z
      .record(z.string(), z.string())
      .nullable()
      .describe('of a document: where each field was found; null for a list'),
    doubts: z.array(
      z.object({
        column: z.string().describe("of the form; '' for the row as a whole"),
        level: z.enum(['error', 'question']),
        code: z.string(),
        sentence: z.string(),
        suggestion: z.string().nullable(),
      }),
    ),
    known: z
      .object({ id: z.uuid().nullable(), by: z.enum(KNOWN_BY) })
      .nullable()
      .describe('the record that the row is about'),
    decision: z.enum(DECISIONS).nullable(),
    recordId: z.uuid().nullable(),
    failure: notice.nullable(),
  })
  .meta({ id: 'ImportRow' });
export type ImportRowView = z.infer<typeof importRowView>;

export const rowPage = z.object({ items: z.array(importRowView), next: z.int().nullable() });
export type RowPage = z.infer<typeof rowPage>;
