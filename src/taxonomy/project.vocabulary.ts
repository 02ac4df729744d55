import type { z } from 'zod';
import { scale, vocabulary } from './vocabulary';

export const projectOrigins = vocabulary('project-origins', [
  { code: 'enterprise', zh: '企业', en: 'Enterprise' },
  { code: 'university', zh: '高校', en: 'University' },
  { code: 'institute', zh: '科研院所', en: 'Research institute' },
  { code: 'student', zh: '大学生', en: 'Students' },
  { code: 'returnee', zh: '留学归国人员', en: 'Overseas returnees' },
]);
export type ProjectOrigin = z.infer<typeof projectOrigins.schema>;

/** How far a project has come; `trl` is the range of readiness levels a stage stands for (inclusive), ours. */
export const projectStages = scale('project-stages', [
  { code: 'research', zh: '研发', en: 'Research', trl: [1, 3] },
  { code: 'lab', zh: '小试', en: 'Laboratory trial', trl: [4, 5] },
  { code: 'pilot', zh: '中试', en: 'Pilot', trl: [6, 7] },
  { code: 'industrial', zh: '产业化', en: 'Industrial', trl: [8, 9] },
]);
export type ProjectStage = z.infer<typeof projectStages.schema>;

/** Ways to work together: the five technology contracts, and the three ways of investment. */
export const modes = vocabulary('modes', [
  { code: 'development', zh: '技术开发', en: 'Development' },
  { code: 'transfer', zh: '技术转让', en: 'Transfer' },
  { code: 'licence', zh: '技术许可', en: 'Licence' },
  { code: 'consulting', zh: '技术咨询', en: 'Consulting' },
  { code: 'service', zh: '技术服务', en: 'Service' },
  { code: 'equity', zh: '作价入股', en: 'Equity for technology' },
  { code: 'financing', zh: '融资', en: 'Financing' },
  { code: 'settlement', zh: '入驻', en: 'Settling in a park' },
]);
export type Mode = z.infer<typeof modes.schema>;

export const patentKinds = vocabulary('patent-kinds', [
  { code: 'invention', zh: '发明专利', en: 'Invention patent' },
  { code: 'utility-model', zh: '实用新型', en: 'Utility model' },
  { code: 'design', zh: '外观设计', en: 'Design' },
  { code: 'software', zh: '软件著作权', en: 'Software copyright' },
  { code: 'other', zh: '其他知识产权', en: 'Other right' },
]);
export type PatentKind = z.infer<typeof patentKinds.schema>;
