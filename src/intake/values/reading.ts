import type { Cell } from '../reading/cell';

/** Why a cell was not taken as it is. An error must be mended; a question may also be answered by its suggestion. */
export interface Doubt {
  readonly level: 'error' | 'question';
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
  /** What the cell may mean, as one would type it; never taken unless a person says so. */
  readonly suggestion?: string;
}

/**
 * What a cell says: nothing, a value, or a doubt. `words` are kept in the record's text where a value does not say all
 * that was written (面议, 长期).
 */
export type Reading<T = unknown> =
  | { readonly value?: undefined; readonly doubt?: undefined; readonly words?: string }
  | { readonly value: T; readonly doubt?: undefined; readonly words?: string }
  | { readonly value?: undefined; readonly doubt: Doubt; readonly words?: undefined };

/** Reads a cell under a heading; the heading's own words may carry the unit. */
export type Reader<T = unknown> = (cell: Cell, heading: string) => Reading<T>;

export const NOTHING: Reading<never> = {};

export const question = (code: string, suggestion?: string, params?: Doubt['params']): { doubt: Doubt } => ({
  doubt: {
    level: 'question',
    code,
    ...(suggestion !== undefined && { suggestion }),
    ...(params && { params }),
  },
});

export const mistake = (code: string, params?: Doubt['params']): { doubt: Doubt } => ({
  doubt: { level: 'error', code, ...(params && { params }) },
});

/** Full width, blanks inside and Chinese numerals' marks are how people write, not what they mean. */
export const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

/** Ways to write "nothing" in a form. */
const EMPTY = /^(?:[-—–/\\_.…]+|无|暂无|没有|N\/?A|null|未填|空)$/i;
export const saysNothing = (text: string): boolean => text === '' || EMPTY.test(text);

/** Words that leave a figure or a day open on purpose. */
const OPEN =
  /^(?:面议|面谈|可面议|待定|待议|另议|商议|协商|双方协商|视情况而定|不限|无要求|长期|长期有效|无固定期限|随时|常年)$/;
export const leavesOpen = (text: string): boolean => OPEN.test(text);
