import type { NoticeView } from '@server/notifications/notices/notice.schema';
import type { Role } from '../session/session';

type Told = NoticeView['event'];

/** What each role can be told of, in the order of the work. */
const STAFF: readonly Told[] = [
  'need-submitted',
  'project-submitted',
  'talent-submitted',
  'share-answered',
  'signing-recorded',
  'signing-passed',
  'signing-returned',
  'signing-confirmed',
  'session-follow-ups',
  'alert-found',
];
const OWNER: readonly Told[] = [
  'need-accepted',
  'need-published',
  'need-returned',
  'need-declined',
  'project-accepted',
  'project-published',
  'project-returned',
  'project-declined',
  'share-sent',
];

export const eventsOf = (role: Role): readonly Told[] =>
  role === 'enterprise' || role === 'project-owner' || role === 'talent' ? OWNER : STAFF;

/** What systems can be told of. */
export const WEBHOOK_EVENTS = [...STAFF, ...OWNER].filter((event) => event !== 'alert-found');
