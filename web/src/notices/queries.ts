import type { Page } from '@server/common/page';
import type { AlertView } from '@server/notifications/alerts/alert.schema';
import type { NoticeSettingsView } from '@server/notifications/mail/notice-settings.schema';
import type { NoticeView, UnreadView } from '@server/notifications/notices/notice.schema';
import type { WebhookView } from '@server/notifications/webhooks/webhook.schema';
import { queryOptions } from '@tanstack/react-query';
import { get } from '../api/http';

/** How often the bell asks. */
const EVERY_MS = 60_000;

export const unreadQuery = queryOptions({
  queryKey: ['notices', 'unread'],
  queryFn: ({ signal }) => get<UnreadView>('/notices/unread', { signal }),
  refetchInterval: EVERY_MS,
});

export const noticesQuery = queryOptions({
  queryKey: ['notices', 'list'],
  queryFn: ({ signal }) => get<Page<NoticeView>>('/notices', { signal, query: { limit: 100 } }),
});

export const noticeSettingsQuery = queryOptions({
  queryKey: ['notice-settings'],
  queryFn: ({ signal }) => get<NoticeSettingsView>('/notice-settings', { signal }),
});

export const alertsQuery = queryOptions({
  queryKey: ['match-alerts'],
  queryFn: ({ signal }) => get<AlertView[]>('/match-alerts', { signal }),
});

export const webhooksQuery = queryOptions({
  queryKey: ['webhooks'],
  queryFn: ({ signal }) => get<WebhookView[]>('/webhooks', { signal }),
});
