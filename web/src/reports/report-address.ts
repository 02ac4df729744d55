import { queryString } from '../api/query-string';

export const REPORT_KINDS = ['weekly', 'monthly', 'activity', 'parks', 'signings', 'submission'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];
export type Format = 'xlsx' | 'docx' | 'csv';

export interface Choice {
  plan: string;
  on?: string;
  activity?: string;
  target?: string;
  submission?: string;
  /** The language of its words. */
  locale?: string;
}

/** What a report of this kind asks for besides the plan. */
const ASKED: Record<ReportKind, readonly (keyof Choice)[]> = {
  weekly: ['on', 'locale'],
  monthly: ['on', 'locale'],
  activity: ['activity', 'locale'],
  parks: ['locale'],
  signings: ['activity', 'target', 'locale'],
  submission: ['submission'],
};

export const asks = (kind: ReportKind, field: keyof Choice): boolean => ASKED[kind].includes(field);

/** Only what the kind asks for: anything else is refused. */
export function queryOf(kind: ReportKind, choice: Choice): Record<string, string | undefined> {
  return { plan: choice.plan, ...Object.fromEntries(ASKED[kind].map((field) => [field, choice[field]])) };
}

/** Whether all that the kind cannot do without is chosen. */
export const isComplete = (kind: ReportKind, choice: Choice): boolean =>
  (kind !== 'activity' || choice.activity !== undefined) &&
  (kind !== 'submission' || choice.submission !== undefined);

/** Files of a kind: a form for the file that goes up, a sheet to work with. */
export const formatsOf = (kind: ReportKind): Format[] =>
  kind === 'weekly' || kind === 'monthly' ? ['docx', 'xlsx', 'csv'] : ['xlsx', 'csv'];

export const fileAddress = (kind: ReportKind, choice: Choice, format: Format): string =>
  `/api/v1/reports/${kind}/file${queryString({ ...queryOf(kind, choice), format })}`;
