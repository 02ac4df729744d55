import { writeXlsx } from 'hucre/xlsx';
import type { Locale } from '../../common/locale';
import { FORMS } from '../forms/forms';
import type { ImportKind } from '../forms/form';
import { EXAMPLE } from '../table/read-table';

const LAST_ROW = 2_000;

/** 0 → A, 26 → AA. */
const letterOf = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : letterOf(Math.floor(column / 26) - 1) + letterOf(column % 26);

const HINTS: Record<Locale, string> = {
  'zh-CN': '填表说明：带*为必填；请勿改动表头；示例行不会导入；身份证号、信用代码请以文本填写。',
  en: '说明 / Note: columns with * must be filled in; keep the headings; the example row is not imported; enter codes as text.',
};

/** An empty list with its headings, a row of example, and drop-downs where a column has a vocabulary. */
export function templateFile(kind: ImportKind, locale: Locale): Promise<Uint8Array> {
  const fields = Object.values(FORMS[kind].fields);
  const headings = fields.map(({ zh, en, required }) => `${locale === 'en' ? en : zh}${required ? '*' : ''}`);
  return writeXlsx({
    sheets: [
      {
        name: locale === 'en' ? 'List' : '填报表',
        columns: [{ width: 8 }, ...fields.map(() => ({ width: 20 }))],
        freezePane: { rows: 2 },
        merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: fields.length }],
        rows: [
          [HINTS[locale]],
          ['序号', ...headings],
          [EXAMPLE, ...fields.map(({ example }) => example ?? null)],
        ],
        dataValidations: fields.flatMap(({ options }, at) =>
          options === undefined
            ? []
            : [
                {
                  type: 'list' as const,
                  values: [...options],
                  allowBlank: true,
                  // A cell may hold several, or words of its own: the import asks then.
                  errorStyle: 'information' as const,
                  range: `${letterOf(at + 1)}3:${letterOf(at + 1)}${LAST_ROW}`,
                },
              ],
        ),
      },
    ],
  });
}
