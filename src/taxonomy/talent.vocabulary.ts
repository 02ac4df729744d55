import type { z } from 'zod';
import { scale, vocabulary } from './vocabulary';

export const talentTiers = vocabulary('talent-tiers', [
  { code: 'phd-expert', zh: '博士专家', en: 'PhD expert' },
  { code: 'professional', zh: '专业技术人才', en: 'Professional' },
  { code: 'team-lead', zh: '团队带头人', en: 'Team lead' },
  { code: 'skilled-worker', zh: '技能人才', en: 'Skilled worker' },
  { code: 'other', zh: '其他', en: 'Other' },
]);
export type TalentTier = z.infer<typeof talentTiers.schema>;

/** Schooling completed; the degree is a fact of its own. */
export const educations = scale('educations', [
  { code: 'below', zh: '初中及以下', en: 'Below upper secondary' },
  { code: 'secondary', zh: '中职/高中', en: 'Upper secondary' },
  { code: 'college', zh: '大学专科', en: 'Junior college' },
  { code: 'bachelor', zh: '大学本科', en: 'Undergraduate' },
  { code: 'master', zh: '硕士研究生', en: 'Postgraduate (master)' },
  { code: 'doctoral', zh: '博士研究生', en: 'Postgraduate (doctoral)' },
]);
export type Education = z.infer<typeof educations.schema>;

export const degrees = scale('degrees', [
  { code: 'none', zh: '无学位', en: 'None' },
  { code: 'bachelor', zh: '学士', en: 'Bachelor' },
  { code: 'master', zh: '硕士', en: 'Master' },
  { code: 'doctor', zh: '博士', en: 'Doctor' },
]);
export type Degree = z.infer<typeof degrees.schema>;

/** The eight grades of skilled workers. */
export const skillLevels = scale('skill-levels', [
  { code: 'apprentice', zh: '学徒工', en: 'Apprentice' },
  { code: 'junior', zh: '初级工(五级)', en: 'Junior worker (level 5)' },
  { code: 'intermediate', zh: '中级工(四级)', en: 'Intermediate worker (level 4)' },
  { code: 'senior', zh: '高级工(三级)', en: 'Senior worker (level 3)' },
  { code: 'technician', zh: '技师(二级)', en: 'Technician (level 2)' },
  { code: 'senior-technician', zh: '高级技师(一级)', en: 'Senior technician (level 1)' },
  { code: 'special-technician', zh: '特级技师', en: 'Special-grade technician' },
  { code: 'chief-technician', zh: '首席技师', en: 'Chief technician' },
]);
export type SkillLevel = z.infer<typeof skillLevels.schema>;

/** Ranks of professional titles; the names each series gives them are in title-series.ts. */
export const titles = scale('titles', [
  { code: 'elementary', zh: '员级', en: 'Elementary' },
  { code: 'assistant', zh: '助理级', en: 'Assistant' },
  { code: 'intermediate', zh: '中级', en: 'Intermediate' },
  { code: 'associate-senior', zh: '副高级', en: 'Associate senior' },
  { code: 'full-senior', zh: '正高级', en: 'Full senior' },
]);
export type Title = z.infer<typeof titles.schema>;

export const engagements = vocabulary('engagements', [
  { code: 'full-time', zh: '全职', en: 'Full-time' },
  { code: 'flexible', zh: '柔性', en: 'Flexible' },
]);
export type Engagement = z.infer<typeof engagements.schema>;

export const flexibleForms = vocabulary('flexible-forms', [
  { code: 'advising', zh: '顾问指导', en: 'Advising' },
  { code: 'part-time', zh: '兼职', en: 'Part-time' },
  { code: 'project', zh: '项目合作', en: 'Project work' },
  { code: 'secondment', zh: '挂职', en: 'Secondment' },
  { code: 'seasonal', zh: '候鸟式', en: 'Seasonal' },
]);
export type FlexibleForm = z.infer<typeof flexibleForms.schema>;

/** On what ground an imported person's record may be used. */
export const authorisations = vocabulary('authorisations', [
  { code: 'signed', zh: '本人签字', en: 'Signed by the person' },
  { code: 'employer-pledge', zh: '单位承诺已告知', en: 'Employer pledges to have informed them' },
  { code: 'public-information', zh: '公开信息', en: 'Public information' },
]);
export type Authorisation = z.infer<typeof authorisations.schema>;

export const authorisationStates = vocabulary('authorisation-states', [
  { code: 'missing', zh: '未授权', en: 'Not authorised' },
  { code: 'sent', zh: '已发送', en: 'Link sent' },
  { code: 'given', zh: '已授权', en: 'Authorised' },
]);
export type AuthorisationState = z.infer<typeof authorisationStates.schema>;
