import { isFormula, textOf } from '../reading/cell';
import { mistake, NOTHING, type Reader, saysNothing } from './reading';

/** Text as typed, of at most `max` characters. */
export const readText =
  (max: number): Reader<string> =>
  (cell) => {
    if (isFormula(cell)) return mistake('IMPORT.FORMULA');
    const text = textOf(cell);
    if (saysNothing(text)) return NOTHING;
    if (!text.isWellFormed() || text.includes('\0')) return mistake('INPUT.FORBIDDEN_TEXT');
    return text.length > max ? mistake('IMPORT.TOO_LONG', { max }) : { value: text };
  };

const SEPARATORS = /[、,，;；/\n|]+/;

/** Several words in one cell. */
export const readWords =
  (max: number): Reader<string[]> =>
  (cell) => {
    if (isFormula(cell)) return mistake('IMPORT.FORMULA');
    const words = textOf(cell)
      .split(SEPARATORS)
      .map((word) => word.trim())
      .filter((word) => !saysNothing(word) && !/^(?:不限|无要求|等|专业不限|相关专业)$/.test(word));
    if (words.length === 0) return NOTHING;
    return words.some((word) => word.length > 100) || words.length > max
      ? mistake('IMPORT.TOO_LONG', { max: 100 })
      : { value: words };
  };

const YES = /^(?:是|有|√|✓|✔|y|yes|true|1|需要|愿意|拟)$/i;
const NO = /^(?:否|×|✗|✘|n|no|false|0|不需要|不)$/i;

export const readFlag: Reader<boolean> = (cell) => {
  const text = textOf(cell);
  if (saysNothing(text)) return NOTHING;
  if (YES.test(text)) return { value: true };
  return NO.test(text) ? { value: false } : { doubt: { level: 'question', code: 'IMPORT.YES_OR_NO' } };
};
