import type { z } from 'zod';
import type { Reader } from '../values/reading';

export const IMPORT_KINDS = [
  'technology-needs',
  'hiring-needs',
  'projects',
  'talents',
  'rosters',
  'organisations',
] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** One column of a form. The words it is headed by in the field are in headings.json. */
export interface Field<T = unknown> {
  readonly zh: string;
  readonly en: string;
  readonly read: Reader<T>;
  readonly required?: true;
  /** What the template offers to choose from. */
  readonly options?: readonly string[];
  /** As our template's example row has it. */
  readonly example?: string;
}

export type Fields = Readonly<Record<string, Field>>;

/** What was read of a row, by column. */
export type Values<F extends Fields> = {
  readonly [K in keyof F]?: F[K] extends Field<infer T> ? T : never;
};

/** The organisation a row names: found by its code or name, else entered with what the row says. */
export interface NamedOrganisation {
  readonly name: string;
  readonly uscc?: string | undefined;
  readonly qualities?: readonly string[] | undefined;
  readonly kind?: string | undefined;
}

/** A row as the API's own schema will judge it. */
export interface Draft {
  readonly organisation?: NamedOrganisation | undefined;
  readonly record: object;
}

/** A list that people send: its columns, and what becomes of a row. */
export interface Form<F extends Fields = Fields> {
  readonly kind: ImportKind;
  readonly fields: F;
  /** What decides whether a row makes a record. */
  readonly schema: z.ZodType;
  /** `kept`: words of columns that have no place of their own, as lines for the text. */
  assemble(values: Values<F>, kept: readonly string[]): Draft;
  /** The column that a path of the schema's issues comes from. */
  readonly columnOf: Readonly<Record<string, string>>;
  /** What the law keeps a row from saying, by column; the words as they stand there. */
  readonly forbidden?: (values: Values<F>) => readonly { readonly column: string; readonly code: string }[];
  /** Whose values together say which thing a row is about; '' where a row lacks one. */
  identity(values: Values<F>): string;
}

/** Ties the types of a form's columns to its assemble. */
export const formOf = <const F extends Fields>(form: Form<F>): Form<F> => form;

/** Without what is undefined, which a strict schema would refuse. */
export const stated = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;

/** Lines "名称：内容" for what a row says beside its main text. */
export const withLines = (
  text: string,
  lines: readonly (readonly [name: string, words: string | undefined])[],
  kept: readonly string[],
): string =>
  [text, ...lines.flatMap(([name, words]) => (words === undefined ? [] : [`${name}：${words}`])), ...kept]
    .filter((line) => line !== '')
    .join('\n');

/** Names are the same whatever their width, case and blanks. */
export const folded = (...parts: (string | undefined)[]): string =>
  parts.some((part) => part === undefined || part === '')
    ? ''
    : parts
        .map((part) =>
          (part ?? '')
            .normalize('NFKC')
            .replace(/[\s()（）·.,，。、“”"'-]/g, '')
            .toLowerCase(),
        )
        .join('|');
