import { isFormula, textOf } from '../reading/cell';
import { leavesOpen, mistake, NOTHING, plain, question, type Reader, saysNothing } from './reading';

const WHOLE = /^(\d{1,9})(?:\.0+)?(?:人|名|位|个|岁|年|天|日)?$/;
const BETWEEN = /^(\d{1,9})[-~—–至到](\d{1,9})(?:人|名|位|个|年|天|日)?$/;

/** A whole number, such as how many people are wanted. */
export const readCount =
  (least: number, most: number): Reader<number> =>
  (cell) => {
    if (isFormula(cell)) return mistake('IMPORT.FORMULA');
    const text = plain(textOf(cell));
    if (saysNothing(text)) return NOTHING;
    const exact = WHOLE.exec(text)?.[1];
    if (exact !== undefined) {
      const value = Number(exact);
      return value >= least && value <= most ? { value } : mistake('IMPORT.OUT_OF_RANGE', { least, most });
    }
    const [, , high] = BETWEEN.exec(text) ?? [];
    return question('IMPORT.HOW_MANY', high);
  };

const AT_LEAST = /^(?:不少于|至少|≥|>=)?(\d{1,2})年?(?:及)?(?:以上|起|\+)?(?:工作|相关)*(?:经验|经历)?$/;

/** Years of experience; "3-5年" and "5年以上" say the least. */
export const readYears: Reader<number> = (cell) => {
  const text = plain(textOf(cell));
  if (saysNothing(text) || leavesOpen(text)) return NOTHING;
  if (/^(?:应届(?:毕业)?生?(?:均?可)?|经验不限|无经验(?:可|要求)?)$/.test(text)) return { value: 0 };
  const least =
    AT_LEAST.exec(text)?.[1] ?? BETWEEN.exec(text.replace(/(?:工作|相关)*(?:经验|经历)$/, ''))?.[1];
  return least === undefined ? question('IMPORT.YEARS') : { value: Number(least) };
};

const AREA = /^(?:约|近)?(\d{1,8}(?:\.\d+)?)(?:㎡|m2|m²|平方米|平方|平米|平)?$/i;
const MU_SQUARE_METRES = 2000 / 3;

/** Square metres; 亩 is asked about, since it may be land and not floor. */
export const readArea: Reader<number> = (cell) => {
  const text = plain(textOf(cell)).replaceAll(',', '');
  if (saysNothing(text) || leavesOpen(text)) return NOTHING;
  const metres = AREA.exec(text)?.[1];
  if (metres !== undefined)
    return /^[约近]/.test(text) ? question('IMPORT.ABOUT', metres) : { value: Number(metres) };
  const mu = /^(\d{1,6}(?:\.\d+)?)亩$/.exec(text)?.[1];
  return question('IMPORT.AREA', mu && String(Math.round(Number(mu) * MU_SQUARE_METRES)));
};
