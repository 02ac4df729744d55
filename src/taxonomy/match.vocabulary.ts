import type { z } from 'zod';
import { vocabulary } from './vocabulary';

/** Who is matched with whom: `demand` asks, `supply` answers; `family` names the usual steps of their talks. */
export const pairKinds = vocabulary('pair-kinds', [
  {
    code: 'tech-project',
    zh: '技术需求—项目',
    en: 'Technology need – project',
    demand: 'need',
    supply: 'project',
    family: 'technology',
  },
  {
    code: 'tech-expert',
    zh: '技术需求—专家',
    en: 'Technology need – expert',
    demand: 'need',
    supply: 'talent',
    family: 'technology',
  },
  {
    code: 'hiring-talent',
    zh: '人才需求—人才',
    en: 'Hiring need – talent',
    demand: 'need',
    supply: 'talent',
    family: 'talent',
  },
  {
    code: 'project-expert',
    zh: '项目—专家',
    en: 'Project – expert',
    demand: 'project',
    supply: 'talent',
    family: 'talent',
  },
]);
export type PairKind = z.infer<typeof pairKinds.schema>;

/** The stages in order, then the side exits; which move is allowed is review's table. */
export const matchStages = vocabulary('match-stages', [
  { code: 'suggested', zh: '待筛选', en: 'To review' },
  { code: 'shortlisted', zh: '已入围', en: 'Shortlisted' },
  { code: 'shared', zh: '已推荐', en: 'Shared with the enterprise' },
  { code: 'negotiating', zh: '对接中', en: 'In talks' },
  { code: 'agreed', zh: '拟签约', en: 'About to sign' },
  { code: 'signed', zh: '已签约', en: 'Signed' },
  { code: 'on-hold', zh: '暂缓', en: 'On hold' },
  { code: 'declined', zh: '不合适', en: 'Declined' },
  { code: 'terminated', zh: '终止', en: 'Terminated' },
]);
export type MatchStage = z.infer<typeof matchStages.schema>;

/** What a need can require of a project or talent; each can be a must or a should. */
export const criteria = vocabulary('criteria', [
  { code: 'education', zh: '学历', en: 'Education' },
  { code: 'degree', zh: '学位', en: 'Degree' },
  { code: 'field', zh: '专业', en: 'Field of study' },
  { code: 'skillLevel', zh: '技能等级', en: 'Skill level' },
  { code: 'title', zh: '职称', en: 'Professional title' },
  { code: 'years', zh: '工作年限', en: 'Years of experience' },
  { code: 'city', zh: '城市', en: 'City' },
  { code: 'engagement', zh: '引进方式', en: 'Engagement' },
  { code: 'pay', zh: '薪酬', en: 'Pay' },
  { code: 'budget', zh: '预算', en: 'Budget' },
  { code: 'trl', zh: '技术成熟度', en: 'Technology readiness' },
  { code: 'mode', zh: '合作方式', en: 'Mode of cooperation' },
  { code: 'investment', zh: '投资额', en: 'Investment' },
]);
export type Criterion = z.infer<typeof criteria.schema>;

export const verdicts = vocabulary('verdicts', [
  { code: 'satisfied', zh: '满足', en: 'Satisfied' },
  { code: 'partly', zh: '部分满足', en: 'Partly' },
  { code: 'not', zh: '不满足', en: 'Not satisfied' },
  { code: 'unknown', zh: '无数据', en: 'No data' },
]);
export type Verdict = z.infer<typeof verdicts.schema>;

/** The parts of a score. */
export const scoreParts = vocabulary('score-parts', [
  { code: 'text', zh: '文本', en: 'Text' },
  { code: 'meaning', zh: '语义', en: 'Meaning' },
  { code: 'tags', zh: '产业领域', en: 'Industry tags' },
  { code: 'criteria', zh: '条件', en: 'Criteria' },
]);
export type ScorePart = z.infer<typeof scoreParts.schema>;
