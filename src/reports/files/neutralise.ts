/** What a spreadsheet takes for the beginning of a formula, in half and full width, also behind blanks and quotes. */
const FORMULA_LIKE = /^[\s\u200B\uFEFF]*["']?[=+\-@＝＋－＠]|^[\t\r\n]/u;

/**
 * Text that no spreadsheet program will take for a formula, when a .csv is opened or a cell edited: an apostrophe in
 * front of what looks like one. Everything else stays as it is.
 */
export const neutralise = (text: string): string => (FORMULA_LIKE.test(text) ? `'${text}` : text);
