import type { Cell } from './cell';

/** One row that holds something, with its number in the file, from 1. */
export interface SheetRow {
  readonly number: number;
  readonly cells: readonly Cell[];
}

/** One sheet of a file; a .csv file is one sheet. */
export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly SheetRow[];
}

/** A file as it was read, before anything is made of its words. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  /** The file carries macros, which were not looked at. */
  readonly macros: boolean;
}

/** What is read of a file at most; more is refused. */
export const LIMITS = { rows: 200_000, dataRows: 50_000, columns: 200 } as const;
