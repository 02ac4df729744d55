import { FORMS } from '../forms/forms';
import { bareNameOf } from '../table/heading';
import type { Layout } from '../table/layout';
import type { Extracted } from './document';
import type { DocumentKind } from './labels';

/** Documents have every column of the form, so that what one does not say can be filled in beside what it does. */
export const layoutOfDocuments = (kind: DocumentKind): Layout => ({
  kind,
  headerRow: 0,
  // Without the unit of the printed form: an amount in a document says its own, or it is asked for.
  columns: Object.entries(FORMS[kind].fields).map(([field, { zh }]) => ({
    heading: bareNameOf(zh),
    field,
    use: 'read' as const,
  })),
});

/** What was found in a document, as a row under those columns. */
export function rowOfDocument(kind: DocumentKind, found: readonly Extracted[]) {
  const byField = new Map(found.map((one) => [one.field, one]));
  return {
    cells: Object.keys(FORMS[kind].fields).map((field) => byField.get(field)?.words ?? null),
    passages: Object.fromEntries(found.map(({ field, passage }) => [field, passage.slice(0, 2_000)])),
  };
}
