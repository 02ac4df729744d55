import type { DuplicateKind } from '@server/duplicates/duplicate-kind';
import { DUPLICATE_KINDS } from '../duplicates/kinds';
import { KINDS, type Kind as ImportListKind } from '../intake/kinds';
import { REPORT_KINDS, type ReportKind } from '../reports/report-address';

/** What the pages keep in their address; anything else a link may carry is dropped. */
type Raw = Record<string, unknown>;

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined;
const flag = (value: unknown): true | undefined => (value === true || value === 'true' ? true : undefined);

const instant = (value: unknown): string | undefined => {
  const given = text(value);
  return given !== undefined && !Number.isNaN(Date.parse(given)) ? given : undefined;
};

/** Only addresses of this client: a link from elsewhere must not lead away after the sign-in. */
const ownAddress = (value: unknown): string | undefined => {
  const address = text(value);
  return address?.startsWith('/') && !address.startsWith('//') && !address.startsWith('/\\')
    ? address
    : undefined;
};

export const signIn = (raw: Raw): { to?: string; failed?: string } => ({
  to: ownAddress(raw.to),
  failed: typeof raw.failed === 'string' ? raw.failed : undefined,
});

/** The reply that the letter's link was for. */
export const invitation = (raw: Raw): { reply?: 'accepted' | 'declined' } => ({
  reply: raw.reply === 'accepted' || raw.reply === 'declined' ? raw.reply : undefined,
});

export interface RecordSearch {
  q?: string;
  status?: string;
  screening?: string;
  kind?: string;
  tier?: string;
  origin?: string;
  stage?: string;
  park?: string;
  tag?: string;
  mine?: true;
  sort?: string;
}
export const records = (raw: Raw): RecordSearch => ({
  q: text(raw.q),
  status: text(raw.status),
  screening: text(raw.screening),
  kind: text(raw.kind),
  tier: text(raw.tier),
  origin: text(raw.origin),
  stage: text(raw.stage),
  park: text(raw.park),
  tag: text(raw.tag),
  mine: flag(raw.mine),
  sort: text(raw.sort),
});

/** One record; `kept`: as it was when it was merged into another. */
export const record = (raw: Raw): { kept?: true } => ({ kept: flag(raw.kept) });

export const duplicates = (raw: Raw): { kind?: DuplicateKind; record?: string } => ({
  kind: DUPLICATE_KINDS.find((kind) => kind === raw.kind),
  record: text(raw.record),
});

export const newNeed = (raw: Raw): { kind?: 'technology' | 'hiring' } => ({
  kind: raw.kind === 'technology' || raw.kind === 'hiring' ? raw.kind : undefined,
});

export interface ReviewSearch {
  /** The supply that is open. */
  at?: string;
  /** Which rows: all, or those not decided, or decided. */
  show?: 'open' | 'done';
  q?: string;
}
export const review = (raw: Raw): ReviewSearch => ({
  at: text(raw.at),
  show: raw.show === 'open' || raw.show === 'done' ? raw.show : undefined,
  q: text(raw.q),
});

/** The supplies that are compared, two to four. */
export const compare = (raw: Raw): { ids?: string } => ({ ids: text(raw.ids) });

export interface SigningSearch {
  q?: string;
  state?: string;
  kind?: string;
  park?: string;
  activity?: string;
}
export const signings = (raw: Raw): SigningSearch => ({
  q: text(raw.q),
  state: text(raw.state),
  kind: text(raw.kind),
  park: text(raw.park),
  activity: text(raw.activity),
});

/** The match that a signing is of; the activity at which it was signed, and on which day. */
export const newSigning = (raw: Raw): { match?: string; activity?: string; day?: string } => ({
  match: text(raw.match),
  activity: text(raw.activity),
  day: text(raw.day),
});

export interface TargetSearch {
  plan?: string;
  /** An instant: what was known then. */
  asOf?: string;
  /** The target whose signings are open, and at which level. */
  target?: string;
  level?: string;
}
export const targets = (raw: Raw): TargetSearch => ({
  plan: text(raw.plan),
  asOf: instant(raw.asOf),
  target: text(raw.target),
  level: text(raw.level),
});

export interface PlanSearch {
  plan?: string;
  tab?: string;
  /** What is open in the tab: an activity, a target, a submission. */
  at?: string;
}
export const plan = (raw: Raw): PlanSearch => ({
  plan: text(raw.plan),
  tab: text(raw.tab),
  at: text(raw.at),
});

/** What a new plan begins with: another one's file, moved by a year or as it is. */
export interface NewPlanSearch {
  from?: string;
  edit?: true;
}
export const newPlan = (raw: Raw): NewPlanSearch => ({ from: text(raw.from), edit: flag(raw.edit) });

export const events = (raw: Raw): { tab?: string } => ({ tab: text(raw.tab) });

export interface SessionSearch {
  tab?: string;
  /** What a guest's code said to the camera of a phone. */
  scan?: string;
  /** How the timetable is put together. */
  by?: 'slot' | 'person' | 'table';
}
export const session = (raw: Raw): SessionSearch => ({
  tab: text(raw.tab),
  scan: text(raw.scan),
  by: raw.by === 'slot' || raw.by === 'person' || raw.by === 'table' ? raw.by : undefined,
});

export interface ReportSearch {
  plan?: string;
  kind?: ReportKind;
  on?: string;
  activity?: string;
  target?: string;
  submission?: string;
  locale?: 'zh-CN' | 'en';
}
export const reports = (raw: Raw): ReportSearch => ({
  plan: text(raw.plan),
  kind: REPORT_KINDS.find((kind) => kind === raw.kind),
  on: text(raw.on),
  activity: text(raw.activity),
  target: text(raw.target),
  submission: text(raw.submission),
  locale: raw.locale === 'zh-CN' || raw.locale === 'en' ? raw.locale : undefined,
});

export interface AuditSearch {
  action?: string;
  subjectKind?: string;
  subjectId?: string;
  actorUserId?: string;
  from?: string;
  to?: string;
}
export const audit = (raw: Raw): AuditSearch => ({
  action: text(raw.action),
  subjectKind: text(raw.subjectKind),
  subjectId: text(raw.subjectId),
  actorUserId: text(raw.actorUserId),
  from: text(raw.from),
  to: text(raw.to),
});

export const settings = (raw: Raw): { tab?: string } => ({ tab: text(raw.tab) });

/** Which kind of list is sent next. */
export const imports = (raw: Raw): { kind?: ImportListKind } => ({
  kind: KINDS.find((kind) => kind === raw.kind),
});
