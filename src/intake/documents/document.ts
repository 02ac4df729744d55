/** One line of a document: a paragraph, or a row of a table cell by cell. */
export interface DocumentLine {
  readonly cells: readonly string[];
  /** Set apart by its style or size. */
  readonly isHeading?: boolean;
  /** A row of a table, whose first cell says what the others are. */
  readonly isRow?: boolean;
}

/** The words of a document in reading order. */
export interface DocumentText {
  readonly lines: readonly DocumentLine[];
}

/** A field as the document has it, and the words it was taken from. */
export interface Extracted {
  readonly field: string;
  readonly words: string;
  readonly passage: string;
}

/** More is not a CV or a proposal. */
export const MOST_LINES = 5_000;

/** Radicals that PDFs put in the place of characters (博⼠), and blanks of all widths. */
export const cleanWords = (words: string): string =>
  words
    .replace(/[\u2e80-\u2fdf]/g, (radical) => radical.normalize('NFKC'))
    .replace(/[\u00a0\u2000-\u200b\u3000\t]/g, ' ')
    .replace(/\0/g, '')
    .trim();
