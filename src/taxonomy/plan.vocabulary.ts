import type { z } from 'zod';
import { vocabulary } from './vocabulary';

export const activityStates = vocabulary('activity-states', [
  { code: 'preparing', zh: '筹备', en: 'In preparation' },
  { code: 'held', zh: '已举办', en: 'Held' },
  { code: 'postponed', zh: '延期', en: 'Postponed' },
  { code: 'cancelled', zh: '取消', en: 'Cancelled' },
  { code: 'merged', zh: '合并', en: 'Merged' },
  { code: 'online', zh: '线上', en: 'Held online' },
]);
export type ActivityState = z.infer<typeof activityStates.schema>;

/** What a target counts one of, however many signings it has. */
export const subjects = vocabulary('subjects', [
  { code: 'project', zh: '项目', en: 'Project' },
  { code: 'person', zh: '人', en: 'Person' },
  { code: 'organisation', zh: '单位', en: 'Organisation' },
  { code: 'alliance', zh: '联盟', en: 'Alliance' },
  { code: 'base', zh: '基地', en: 'Base' },
]);
export type Subject = z.infer<typeof subjects.schema>;

/** Words of a plan that nobody has defined: a person decides each case, with reason and basis. */
export const qualityWords = vocabulary('quality-words', [
  { code: 'excellent', zh: '优秀', en: 'Excellent' },
  { code: 'high-quality', zh: '高质量', en: 'High quality' },
  { code: 'fine', zh: '优质', en: 'Fine' },
  { code: 'key', zh: '重点', en: 'Key' },
]);
export type QualityWord = z.infer<typeof qualityWords.schema>;

/** How an amount named for several signings is to be read. */
export const amountScopes = vocabulary('amount-scopes', [
  { code: 'each', zh: '每个', en: 'Each' },
  { code: 'total', zh: '合计', en: 'In total' },
  { code: 'undecided', zh: '未定', en: 'Undecided' },
]);
export type AmountScope = z.infer<typeof amountScopes.schema>;
