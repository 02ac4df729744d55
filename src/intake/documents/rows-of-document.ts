import { DomainError } from '../../common/errors';
import { FORMS } from '../forms/forms';
import type { Cell } from '../reading/cell';
import type { Workbook } from '../reading/sheet';
import { bareNameOf } from '../table/heading';
import type { Layout } from '../table/layout';
import type { Extracted } from './document';
import { extractFields } from './extract-fields';
import { formsOf, listedRowsOf } from './filled-sheets';
import type { DocumentKind } from './labels';
import type { ArchivedDocument } from './read-archive';

export const NO_FIELDS = 'IMPORT.NO_FIELDS';

/** Over what lists in an archive say in columns that the form does not have. */
const OTHERS = '其他';

/**
 * Documents have every column of the form, so that what one does not say can be filled in beside what it does, and one for the
 * rest.
 */
export const layoutOfDocuments = (kind: DocumentKind): Layout => ({
  kind,
  headerRow: 0,
  columns: [
    // Without the unit of the printed form: an amount in a document says its own, or it is asked for.
    ...Object.entries(FORMS[kind].fields).map(([field, { zh }]) => ({
      heading: bareNameOf(zh),
      field,
      use: 'read' as const,
    })),
    { heading: OTHERS, field: null, use: 'kept' as const },
  ],
});

/** A row under those columns. */
export interface DocumentRow {
  readonly cells: readonly Cell[];
  readonly passages?: Readonly<Record<string, string>>;
  /** The document it was read from. */
  readonly file: string;
  /** The code of why it could not be. */
  readonly refusal?: string | undefined;
}

/** What a document comes to: one row, or those of the list that it is. */
export function rowsOfDocument(kind: DocumentKind, document: ArchivedDocument): DocumentRow[] {
  const { name: file } = document;
  if ('refusal' in document) return [{ ...rowOf(kind, []), file, refusal: document.refusal }];
  if ('workbook' in document) return rowsOfWorkbook(kind, document.workbook, file);
  const found = extractFields(document.text, kind);
  return [{ ...rowOf(kind, found), file, refusal: found.length === 0 ? NO_FIELDS : undefined }];
}

/** The forms that are filled in on a workbook's sheets; undefined where there are none. */
export function rowsOfForms(kind: DocumentKind, workbook: Workbook, file: string): DocumentRow[] | undefined {
  const forms = formsOf(workbook, kind);
  return forms.length > 0
    ? forms.map(({ found, cellOf }) => ({ ...rowOf(kind, found, cellOf), file }))
    : undefined;
}

function rowsOfWorkbook(kind: DocumentKind, workbook: Workbook, file: string): DocumentRow[] {
  const forms = rowsOfForms(kind, workbook, file);
  if (forms) return forms;
  try {
    return listedRowsOf(workbook, kind).map(({ cells, others }) => ({
      cells: [...Object.keys(FORMS[kind].fields).map((field) => cells.get(field) ?? null), others || null],
      file,
    }));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return [{ ...rowOf(kind, []), file, refusal: error.code }];
  }
}

function rowOf(
  kind: DocumentKind,
  found: readonly Extracted[],
  cellOf: (one: Extracted) => Cell = ({ words }) => words,
): Pick<DocumentRow, 'cells' | 'passages'> {
  const byField = new Map(found.map((one) => [one.field, one]));
  return {
    cells: Object.keys(FORMS[kind].fields).map((field) => {
      const one = byField.get(field);
      return one ? cellOf(one) : null;
    }),
    passages: Object.fromEntries(found.map(({ field, passage }) => [field, passage.slice(0, 2_000)])),
  };
}
