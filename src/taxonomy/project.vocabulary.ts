import { z } from 'zod';
import { scale, vocabulary } from './vocabulary';

export const projectOrigins = vocabulary('project-origins', [
  { code: 'enterprise', zh: '企业', en: 'Enterprise' },
  { code: 'university', zh: '高校', en: 'University' },
  { code: 'institute', zh: '科研院所', en: 'Research institute' },
  { code: 'student', zh: '大学生', en: 'Students' },
  { code: 'returnee', zh: '留学归国人员', en: 'Overseas returnees' },
]);
export type ProjectOrigin = z.infer<typeof projectOrigins.schema>;

/** Technology readiness (GB/T 22900-2022, materials GB/T 37264-2018); the short labels are ours. */
export const readinessLevels = scale('readiness-levels', [
  { code: '1', zh: '发现基本原理', en: 'Basic principles observed' },
  { code: '2', zh: '形成技术方案', en: 'Technology concept formulated' },
  { code: '3', zh: '关键功能得到验证', en: 'Key functions proved' },
  { code: '4', zh: '实验室样品通过验证', en: 'Sample validated in the laboratory' },
  { code: '5', zh: '模拟环境通过验证', en: 'Validated in a simulated environment' },
  { code: '6', zh: '样机在模拟环境演示', en: 'Prototype shown in a simulated environment' },
  { code: '7', zh: '样机在实际环境验证', en: 'Prototype proved in the real environment' },
  { code: '8', zh: '产品完成并通过验证', en: 'Product complete and qualified' },
  { code: '9', zh: '实际应用并可批量生产', en: 'In use, ready for series production' },
]);

/** A readiness level as records hold it, 1 to 9. */
export const trlSchema = z.int().min(1).max(9);

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
