/** Cells that a spreadsheet would take for a formula, full width and after blanks too. */
const FORMULA = /^[\s\u3000]*[=+\-@＝＋－＠\t\r]/;

/** A text that no spreadsheet program takes for a formula; numbers with a sign stay as they are. */
export const safeCell = (text: string): string =>
  FORMULA.test(text) && !/^[+-]?\d[\d,.]*$/.test(text.trim()) ? `'${text}` : text;
