import type { z } from 'zod';
import { vocabulary } from './vocabulary';

export const needKinds = vocabulary('need-kinds', [
  { code: 'technology', zh: '技术需求', en: 'Technology need' },
  { code: 'hiring', zh: '人才需求', en: 'Hiring need' },
]);
export type NeedKind = z.infer<typeof needKinds.schema>;

export const needStatuses = vocabulary('need-statuses', [
  { code: 'draft', zh: '草稿', en: 'Draft' },
  { code: 'submitted', zh: '待审核', en: 'Awaiting review' },
  { code: 'returned', zh: '退回补充', en: 'Returned for completion' },
  { code: 'published', zh: '已发布', en: 'Published' },
  { code: 'engaged', zh: '对接中', en: 'In talks' },
  { code: 'closed', zh: '已关闭', en: 'Closed' },
  { code: 'withdrawn', zh: '已撤回', en: 'Withdrawn' },
  { code: 'archived', zh: '已归档', en: 'Archived' },
]);
export type NeedStatus = z.infer<typeof needStatuses.schema>;

export const closeReasons = vocabulary('close-reasons', [
  { code: 'platform', zh: '平台促成', en: 'Met through the platform' },
  { code: 'self-solved', zh: '自行解决', en: 'Solved otherwise' },
  { code: 'cancelled', zh: '取消', en: 'Cancelled' },
  { code: 'no-match', zh: '无合适', en: 'Nothing suitable found' },
]);
export type CloseReason = z.infer<typeof closeReasons.schema>;

/** What of a need or project may leave its park. */
export const confidentialities = vocabulary('confidentialities', [
  { code: 'public', zh: '公开', en: 'Public' },
  { code: 'hide-organisation', zh: '隐去单位', en: 'Organisation hidden' },
  { code: 'park-only', zh: '仅园区', en: 'This park only' },
  { code: 'sealed', zh: '保密', en: 'Sealed' },
]);
export type Confidentiality = z.infer<typeof confidentialities.schema>;

export const visibilities = vocabulary('visibilities', [
  { code: 'network', zh: '全网可见', en: 'All parks' },
  { code: 'park', zh: '本园区可见', en: 'This park' },
  { code: 'sealed', zh: '保密', en: 'Sealed' },
]);
export type Visibility = z.infer<typeof visibilities.schema>;

/** Who owns the intellectual property that a technology need leads to. */
export const ipOwnerships = vocabulary('ip-ownerships', [
  { code: 'enterprise', zh: '归需求方', en: 'Enterprise' },
  { code: 'shared', zh: '双方共有', en: 'Shared' },
  { code: 'supplier', zh: '归供给方', en: 'Supplier' },
  { code: 'negotiable', zh: '协商确定', en: 'Negotiable' },
]);
export type IpOwnership = z.infer<typeof ipOwnerships.schema>;
