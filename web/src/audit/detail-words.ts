import type { AuditEntryView } from '@server/identity/audit/audit.schema';

/** What an entry says besides: codes and numbers, as they are kept. */
export const detailWords = (detail: AuditEntryView['detail']): string =>
  Object.entries(detail)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}=${String(value)}`)
    .join(' ');
