/** A calendar day in a cell that the spreadsheet formatted as a date, 'YYYY-MM-DD'. */
export interface DayCell {
  readonly day: string;
}

/** A formula whose last result the file does not hold. */
export interface FormulaCell {
  readonly formula: string;
}

/** What one cell holds; null: nothing. A number stays one, so that an identifier stored as a number is noticed. */
export type Cell = string | number | boolean | DayCell | FormulaCell | null;

export const isDay = (cell: Cell): cell is DayCell =>
  typeof cell === 'object' && cell !== null && 'day' in cell;

export const isFormula = (cell: Cell): cell is FormulaCell =>
  typeof cell === 'object' && cell !== null && 'formula' in cell;

/** What a person sees in the cell, without blanks at its ends; '' when it is empty. */
export function textOf(cell: Cell): string {
  if (cell === null) return '';
  if (isDay(cell)) return cell.day;
  if (isFormula(cell)) return '';
  if (typeof cell === 'boolean') return cell ? '是' : '否';
  return String(cell)
    .replace(/[\u200b\ufeff\u00a0\u3000]/g, ' ')
    .trim();
}

export const isBlank = (cell: Cell): boolean => !(cell !== null && isFormula(cell)) && textOf(cell) === '';
