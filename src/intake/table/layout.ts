import { FORMS } from '../forms/forms';
import type { ImportKind } from '../forms/form';
import headings from '../forms/headings.json';
import { type Cell, isBlank, isDay, isFormula, textOf } from '../reading/cell';
import type { Sheet, SheetRow } from '../reading/sheet';
import { plain } from '../values/reading';
import { bareNameOf, isIgnored, isProtected, nameOf, namesLike } from './heading';

/** One column of a list and what it is taken for. */
export interface Column {
  /** As the file has it. */
  readonly heading: string;
  /** The form's column; null: none, and `use` says why. */
  readonly field: string | null;
  /** read; skipped: protected by law or a mere number; kept: its words go into the text. */
  readonly use: 'read' | 'protected' | 'ignored' | 'kept';
}

/** Where a list begins and what its columns are. */
export interface Layout {
  readonly kind: ImportKind;
  /** Row number of the header, from 1; of the lower one where there are two. */
  readonly headerRow: number;
  readonly columns: readonly Column[];
}

/** The header is looked for in so many rows from the top: titles and notes come before it. */
const LOOK_ROWS = 40;
const LEAST_FIELDS = 2;

/** The fields a heading may be, and how near each is to it: the first word listed for a field is the nearest. */
type Aliases = ReadonlyMap<string, readonly { readonly field: string; readonly distance: number }[]>;
const aliasesOf = (kind: ImportKind): Aliases => {
  const aliases = new Map<string, { field: string; distance: number }[]>();
  const words = headings.fields[kind] as Record<string, string[]>;
  for (const [field, { zh, en }] of Object.entries(FORMS[kind].fields))
    for (const [distance, name] of [zh, en, ...(words[field] ?? [])].entries()) {
      const key = distance < 2 ? bareNameOf(name) : plain(name).toLowerCase();
      const fields = aliases.get(key) ?? [];
      if (!fields.some((known) => known.field === field))
        aliases.set(key, [...fields, { field, distance: Math.max(0, distance - 1) }]);
    }
  return aliases;
};
const ALIASES = new Map((Object.keys(FORMS) as ImportKind[]).map((kind) => [kind, aliasesOf(kind)]));

const fieldsOf = (cell: Cell, aliases: Aliases) =>
  aliases.get(nameOf(cell)) ?? aliases.get(bareNameOf(cell)) ?? [];

/** For a heading that nobody has listed: what another that says the same stands for. */
const likelyFieldsOf = (cell: Cell, aliases: Aliases) =>
  namesLike(bareNameOf(cell)).flatMap((name) => aliases.get(name) ?? []);

/** A heading of two rows, such as 联系方式 over 手机: the lower one counts, and both are the column's words. */
const joined = (upper: SheetRow | undefined, lower: SheetRow): Cell[] => {
  const width = Math.max(upper?.cells.length ?? 0, lower.cells.length);
  return Array.from({ length: width }, (_, at) => {
    const below = lower.cells[at] ?? null;
    return isBlank(below) ? (upper?.cells[at] ?? null) : below;
  });
};

/** Which column each field is in: that whose heading is nearest to it, and the first of those that are alike. */
function assign(cells: readonly Cell[], aliases: Aliases): Map<number, string> {
  const fields = new Map<number, string>();
  const taken = new Set<string>();
  const place = (candidatesOf: typeof fieldsOf) => {
    const candidates = cells.flatMap((cell, at) =>
      fields.has(at) || isBlank(cell) || isIgnored(cell)
        ? []
        : candidatesOf(cell, aliases).map((candidate, order) => ({ ...candidate, at, order })),
    );
    candidates.sort((a, b) => a.order - b.order || a.distance - b.distance || a.at - b.at);
    for (const { field, at } of candidates)
      if (!taken.has(field) && !fields.has(at)) {
        fields.set(at, field);
        taken.add(field);
      }
  };
  place(fieldsOf);
  place((cell) =>
    isProtected(cell) || fieldsOf(cell, aliases).length > 0 ? [] : likelyFieldsOf(cell, aliases),
  );
  return fields;
}

function columnsOf(cells: readonly Cell[], aliases: Aliases): Column[] {
  const fields = assign(cells, aliases);
  return cells.map((cell, at): Column => {
    const heading = textOf(cell).replace(/\s+/g, ' ').slice(0, 100);
    const field = fields.get(at);
    if (field !== undefined) return { heading, field, use: 'read' };
    if (heading === '' || isIgnored(cell)) return { heading, field: null, use: 'ignored' };
    return { heading, field: null, use: isProtected(cell) ? 'protected' : 'kept' };
  });
}

const count = (columns: readonly Column[]): number => columns.filter(({ field }) => field !== null).length;

/** Cells that are words, as headings are; a row of data has figures and days too. */
const isWordy = ({ cells }: SheetRow): boolean =>
  cells.every((cell) => isBlank(cell) || (typeof cell === 'string' && !isDay(cell) && !isFormula(cell)));

interface Found extends Layout {
  fields: number;
}

/** The best header of one kind in a sheet: the row most of whose cells are headings of the form. */
function findIn(sheet: Sheet, kind: ImportKind): Found | undefined {
  const aliases = ALIASES.get(kind) as Aliases;
  let best: Found | undefined;
  const top = sheet.rows.slice(0, LOOK_ROWS);
  top.forEach((row, at) => {
    if (!isWordy(row)) return;
    const upper = top[at - 1];
    for (const cells of [row.cells, ...(upper && isWordy(upper) ? [joined(upper, row)] : [])]) {
      const columns = columnsOf(cells, aliases);
      const fields = count(columns);
      if (fields > (best?.fields ?? LEAST_FIELDS - 1))
        best = { kind, headerRow: row.number, columns, fields };
    }
  });
  return best;
}

/** How far the required columns of a form are there: they tell kinds apart that share most headings. */
const required = ({ kind, columns }: Layout): number => {
  const present = new Set(columns.map(({ field }) => field));
  const names = Object.entries(FORMS[kind].fields).filter(([, field]) => field.required);
  return names.filter(([name]) => present.has(name)).length / names.length;
};

const rank = (found: Found): number => found.fields + 100 * required(found);

/** The sheet and header that fit one of `kinds` best; a hidden sheet only where no other has any. */
export function findLayout(
  sheets: readonly Sheet[],
  kinds: readonly ImportKind[],
): { sheet: Sheet; layout: Layout } | undefined {
  const found = sheets.flatMap((sheet) =>
    kinds.flatMap((kind) => {
      const layout = findIn(sheet, kind);
      return layout ? [{ sheet, layout }] : [];
    }),
  );
  const visible = found.filter(({ sheet }) => !sheet.hidden);
  const [first, ...others] = visible.length > 0 ? visible : found;
  if (first === undefined) return undefined;
  const best = others.reduce((top, next) => (rank(next.layout) > rank(top.layout) ? next : top), first);
  const { kind, headerRow, columns } = best.layout;
  return { sheet: best.sheet, layout: { kind, headerRow, columns } };
}
