import type { NoticeView } from '@server/notifications/notices/notice.schema';

/** Where a notice leads: to what it is about. */
export function addressOf({ about: { kind, id } }: Pick<NoticeView, 'about'>): string {
  switch (kind) {
    case 'project':
      return `/projects/${id}`;
    case 'talent':
      return `/talents/${id}`;
    case 'signing':
      return `/signings/${id}`;
    case 'session':
      return `/events/${id}?tab=follow-ups`;
    case 'share':
      return '/shares';
    default:
      return `/needs/${id}`;
  }
}
