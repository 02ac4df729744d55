import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  Footer,
  type ISectionOptions,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { dayOf } from '../../common/clock';
import { longDay } from '../content/period';
import type { Report, ReportTable } from '../content/report';
import { sayIn } from '../content/say';
import { cellText } from './cell-text';

/** Half-points of the Chinese sizes: 2号 22 pt, 3号 16 pt, 4号 14 pt, 小五 9 pt. */
const SIZE_2 = 44;
const SIZE_3 = 32;
const SIZE_4 = 28;
const SIZE_SMALL_5 = 18;
const fonts = (eastAsia: string) => ({ ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia });
const BODY = fonts('仿宋_GB2312');
const HEADING = fonts('黑体');
const TITLE = fonts('方正小标宋简体');

/** Line of 28 pt, in twentieths of a point. */
const LINE = { line: 28 * 20, lineRule: LineRuleType.EXACT };
const TABLE_LINE = { line: 14 * 20, lineRule: LineRuleType.AT_LEAST };
/** Two characters of 3号. */
const INDENT = { firstLine: 2 * 16 * 20 };

/** A4; margins of GB/T 9704-2012: 37 mm above, 35 below, 28 left (of the binding), 26 right. */
const A4 = { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) };
const [TOP, BOTTOM, LEFT, RIGHT] = [37, 35, 28, 26].map(convertMillimetersToTwip) as [
  number,
  number,
  number,
  number,
];

/** An official document after GB/T 9704-2012: body in 3号 仿宋 on lines of 28 pt, its tables as annexes across. */
export function renderDocx(report: Report): Promise<Buffer> {
  const sections = [bodyOf(report), ...report.tables.map((table, at) => annexOf(report, table, at))];
  return Packer.toBuffer(
    new Document({
      title: report.title,
      styles: { default: { document: { run: { font: BODY, size: SIZE_3 } } } },
      sections,
    }),
  );
}

function bodyOf(report: Report): ISectionOptions {
  const say = sayIn(report.locale);
  return {
    properties: {
      page: {
        size: A4,
        margin: { top: TOP, bottom: BOTTOM, left: LEFT, right: RIGHT, footer: convertMillimetersToTwip(28) },
      },
    },
    footers: { default: pageNumber() },
    children: [
      line(report.title, { font: TITLE, size: SIZE_2 }, AlignmentType.CENTER),
      line(say(`（${report.period}）`, `(${report.period})`), {}, AlignmentType.CENTER),
      line('', {}),
      ...report.summary.map((sentence) =>
        /^([一二三四五六七八九十]、|\d\. )/.test(sentence)
          ? paragraph(sentence, HEADING)
          : paragraph(sentence, BODY),
      ),
      line('', {}),
      ...report.tables.map(({ name }, at) =>
        paragraph(say(`附件${at + 1}：${name}`, `Annex ${at + 1}: ${name}`), BODY),
      ),
      line('', {}),
      line(longDay(dayOf(new Date(report.asOf)), report.locale), {}, AlignmentType.RIGHT),
    ],
  };
}

function annexOf(report: Report, table: ReportTable, at: number): ISectionOptions {
  const isLast = at === report.tables.length - 1;
  return {
    properties: {
      page: {
        size: { ...A4, orientation: PageOrientation.LANDSCAPE },
        // The sheet is turned: its upper edge is the left of the others.
        margin: { top: LEFT, bottom: RIGHT, left: BOTTOM, right: TOP, footer: convertMillimetersToTwip(18) },
      },
    },
    footers: { default: pageNumber() },
    children: [
      line(sayIn(report.locale)(`附件${at + 1}`, `Annex ${at + 1}`), { font: HEADING }),
      line(table.name, { font: TITLE, size: SIZE_3 }, AlignmentType.CENTER),
      tableOf(table, A4.height - BOTTOM - TOP),
      ...(isLast ? report.notes : []).map(
        (note) =>
          new Paragraph({ spacing: TABLE_LINE, children: [new TextRun({ text: note, size: SIZE_SMALL_5 })] }),
      ),
    ],
  };
}

function tableOf({ columns, rows }: ReportTable, width: number): Table {
  const characters = columns.reduce((sum, column) => sum + column.width, 0);
  const widths = columns.map((column) => Math.floor((width * column.width) / characters));
  const cell = (text: string, at: number, isHeader: boolean) =>
    new TableCell({
      width: { size: widths[at]!, type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      margins: { left: 40, right: 40 },
      children: [
        new Paragraph({
          alignment: isHeader || columns[at]!.kind !== 'text' ? AlignmentType.CENTER : AlignmentType.LEFT,
          spacing: TABLE_LINE,
          children: [new TextRun({ text, size: SIZE_SMALL_5, font: isHeader ? HEADING : BODY })],
        }),
      ],
    });
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      new TableRow({ tableHeader: true, children: columns.map(({ name }, at) => cell(name, at, true)) }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: row.map((value, at) => cell(cellText(value, columns[at]!.kind), at, false)),
          }),
      ),
    ],
  });
}

type Alignment = (typeof AlignmentType)[keyof typeof AlignmentType];

const line = (
  text: string,
  style: { font?: typeof BODY; size?: number },
  alignment: Alignment = AlignmentType.LEFT,
): Paragraph => new Paragraph({ alignment, spacing: LINE, children: [new TextRun({ text, ...style })] });

const paragraph = (text: string, font: typeof BODY): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    spacing: LINE,
    indent: INDENT,
    children: [new TextRun({ text, font })],
  });

/** — 1 —, in 4号 at the foot. */
const pageNumber = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({ font: fonts('宋体'), size: SIZE_4, children: ['— ', PageNumber.CURRENT, ' —'] }),
        ],
      }),
    ],
  });
