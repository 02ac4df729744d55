import { FORMS } from '../forms/forms';
import { bareNameOf } from '../table/heading';
import type { Layout } from '../table/layout';
import type { Extracted } from './document';
import type { DocumentKind } from './extract-fields';

/** A document as a row: every column of the form, so that what it does not say can be filled in beside what it does. */
export function rowOfDocument(kind: DocumentKind, found: readonly Extracted[]) {
  const byField = new Map(found.map((one) => [one.field, one]));
  const fields = Object.entries(FORMS[kind].fields);
  // Without the unit of the printed form: an amount in a document says its own, or it is asked for.
  const columns = fields.map(([field, { zh }]) => ({ heading: bareNameOf(zh), field, use: 'read' as const }));
  const layout: Layout = { kind, headerRow: 0, columns };
  return {
    layout,
    row: {
      number: 1,
      cells: fields.map(([field]) => byField.get(field)?.words ?? null),
      passages: Object.fromEntries(found.map(({ field, passage }) => [field, passage.slice(0, 2_000)])),
    },
  };
}
