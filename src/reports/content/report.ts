import type { Locale } from '../../common/locale';
import type { Say } from './say';

/** A value of a report; money is in whole 元, a share is 0 to 1, a day is 'YYYY-MM-DD'. */
export type Cell = string | number | null;

/** How a column is written. */
export type ColumnKind = 'text' | 'count' | 'number' | 'money' | 'share' | 'day';

export interface Column {
  name: string;
  kind: ColumnKind;
  /** In characters. */
  width: number;
}

export interface ReportTable {
  name: string;
  columns: Column[];
  rows: Cell[][];
}

export const REPORT_KINDS = ['weekly', 'monthly', 'activity', 'parks', 'signings', 'submission'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** A report as data: the same whether it is shown, printed or written to a file. */
export interface Report {
  /** The language of its words; what people typed stays as it is. */
  locale: Locale;
  title: string;
  /** What it covers: '2022年6月13日至6月19日'. */
  period: string;
  /** The instant its numbers were taken at, ISO UTC. */
  asOf: string;
  /** Not null: it is about sample data, and says so. */
  sampleSet: string | null;
  /** What it says in sentences; the body of a Word file. */
  summary: string[];
  tables: ReportTable[];
  /** How to read its numbers. */
  notes: string[];
}

export const text = (name: string, width = 16): Column => ({ name, kind: 'text', width });
export const count = (name: string, width = 10): Column => ({ name, kind: 'count', width });
export const number = (name: string, width = 10): Column => ({ name, kind: 'number', width });
export const money = (name: string, width = 14): Column => ({ name, kind: 'money', width });
export const share = (name: string, width = 10): Column => ({ name, kind: 'share', width });
export const day = (name: string, width = 12): Column => ({ name, kind: 'day', width });

/** The heading of an amount, with the unit that files show it in. */
export const inWan = (name: string, say: Say): string => name + say('(万元)', ' (10,000 yuan)');
