import type { RecordKind } from './record.kind';

const PREFIX: Record<RecordKind, string> = { need: '需', project: '项', talent: '才' };

/** What people call a record by: 需-2022-0137; beyond 9999 in one year the number grows wider. */
export const recordCode = (kind: RecordKind, year: number, number: number): string =>
  `${PREFIX[kind]}-${year}-${String(number).padStart(4, '0')}`;
