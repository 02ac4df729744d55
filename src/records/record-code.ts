import type { RecordKind } from './record.kind';

/** What bears a code: records, and what becomes of them. */
export type CodedKind = RecordKind | 'match' | 'signing';

const PREFIX: Record<CodedKind, string> = {
  need: '需',
  project: '项',
  talent: '才',
  match: '配',
  signing: '签',
};

/** What people call a record by: 需-2022-0137; beyond 9999 in one year the number grows wider. */
export const recordCode = (kind: CodedKind, year: number, number: number): string =>
  `${PREFIX[kind]}-${year}-${String(number).padStart(4, '0')}`;
