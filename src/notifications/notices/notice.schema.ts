import { z } from 'zod';
import { pageQuery } from '../../platform/http/query.schema';
import { told } from '../told';

export const noticeQuery = z.strictObject({
  ...pageQuery,
  unread: z
    .enum(['true', 'false'])
    .default('false')
    .transform((value) => value === 'true'),
});
export type NoticeQuery = z.infer<typeof noticeQuery>;

export const noticeView = z
  .object({
    id: z.uuid(),
    event: told,
    about: z.object({ kind: z.string(), id: z.uuid() }),
    text: z.string().describe('in the reader’s language'),
    createdAt: z.string(),
    readAt: z.string().nullable(),
  })
  .meta({ id: 'Notice' });
export type NoticeView = z.infer<typeof noticeView>;

export const unreadView = z.object({ unread: z.number().int() }).meta({ id: 'UnreadNotices' });
export type UnreadView = z.infer<typeof unreadView>;

export const markRead = z.strictObject({
  ids: z.array(z.uuid()).min(1).max(200).optional().describe('all of mine unless given'),
});
export type MarkRead = z.infer<typeof markRead>;
