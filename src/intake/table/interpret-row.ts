import { FORMS } from '../forms/forms';
import type { Draft } from '../forms/form';
import { type Cell, textOf } from '../reading/cell';
import type { Doubt } from '../values/reading';
import type { Layout } from './layout';

/** A doubt about one cell of a row; `column` is the form's, or '' where it is the row as a whole. */
export interface RowDoubt extends Doubt {
  readonly column: string;
}

/** What a row came to: a draft, unless there are doubts. */
export interface Interpreted {
  readonly doubts: readonly RowDoubt[];
  readonly draft: Draft | undefined;
  /** Which thing the row is about; '' where it does not say. */
  readonly identity: string;
  /** The contact that a row of needs or projects names. */
  readonly contact: RowContact | undefined;
  /** What people know the row by. */
  readonly title: string;
}

export interface RowContact {
  readonly name?: string;
  readonly post?: string;
  readonly phone?: string;
  readonly email?: string;
}

/** Reads the cells of a row as the layout says; whatever is not certain comes back as a doubt. */
export function interpretRow({ kind, columns }: Layout, cells: readonly Cell[]): Interpreted {
  const form = FORMS[kind];
  const values: Record<string, unknown> = {};
  const doubts: RowDoubt[] = [];
  const kept: string[] = [];
  columns.forEach(({ heading, field, use }, at) => {
    const cell = cells[at] ?? null;
    if (use === 'kept') {
      const words = textOf(cell);
      if (words !== '' && heading !== '') kept.push(`${heading}：${words}`.slice(0, 2_000));
    }
    if (field === null) return;
    const reading = form.fields[field]?.read(cell, heading);
    if (reading?.doubt) doubts.push({ ...reading.doubt, column: field });
    else if (reading?.value !== undefined) values[field] = reading.value;
    if (reading?.words !== undefined) kept.push(`${heading}：${reading.words}`);
  });
  const inDoubt = new Set(doubts.map(({ column }) => column));
  for (const [name, field] of Object.entries(form.fields))
    if (field.required && values[name] === undefined && !inDoubt.has(name))
      doubts.push({ level: 'error', code: 'IMPORT.MISSING', column: name });
  for (const { column, code } of form.forbidden?.(values) ?? [])
    doubts.push({ level: 'error', code, column });
  // A person's title is a rank; people, rosters and organisations are known by their name.
  const { name: named = values.title } = values;
  const title = typeof named === 'string' ? named : '';
  const identity = form.identity(values);
  const draft = doubts.length === 0 ? form.assemble(values, kept) : undefined;
  if (draft) doubts.push(...issuesOf(form, draft));
  const settled = doubts.length === 0 ? draft : undefined;
  return { doubts, draft: settled, identity, title, contact: contactOf(kind, values) };
}

/** What the API's schema holds against a draft, at the columns it came from. */
function issuesOf({ schema, columnOf }: (typeof FORMS)[keyof typeof FORMS], { record }: Draft): RowDoubt[] {
  const { error } = schema.safeParse(record);
  return (error?.issues ?? []).map(({ path, message }): RowDoubt => {
    const at = path.map(String).join('.');
    const column = columnOf[at] ?? columnOf[String(path[0] ?? '')] ?? '';
    const isCode = /^[A-Z]+\.[A-Z_]+$/.test(message);
    return { level: 'error', code: isCode ? message : 'IMPORT.REFUSED_VALUE', column };
  });
}

function contactOf(kind: Layout['kind'], values: Record<string, unknown>): RowContact | undefined {
  if (kind === 'talents' || kind === 'rosters' || kind === 'organisations') return undefined;
  const person = (values.contact ?? {}) as { name?: string; phone?: string };
  const contact = {
    ...person,
    ...(values.contactPost !== undefined && { post: values.contactPost as string }),
    ...(values.phone !== undefined && { phone: values.phone as string }),
    ...(values.email !== undefined && { email: values.email as string }),
  };
  return Object.keys(contact).length > 0 ? contact : undefined;
}
