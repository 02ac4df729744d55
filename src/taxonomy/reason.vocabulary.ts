import type { z } from 'zod';
import type { PairKind } from './match.vocabulary';
import { vocabulary } from './vocabulary';

/** Who declines: the side that asks, the side that answers, or the officer in between. */
export const reasonSides = vocabulary('reason-sides', [
  { code: 'demand', zh: '需求方', en: 'Demand side' },
  { code: 'supply', zh: '供给方', en: 'Supply side' },
  { code: 'officer', zh: '人才专员', en: 'Officer' },
]);
export type ReasonSide = z.infer<typeof reasonSides.schema>;

/** What a pair is about. Investment is talked over when the project of a technology pair would settle or take money. */
export const reasonFamilies = vocabulary('reason-families', [
  { code: 'technology', zh: '技术', en: 'Technology', pairs: ['tech-project', 'tech-expert'] },
  { code: 'talent', zh: '人才', en: 'Talent', pairs: ['hiring-talent', 'tech-expert', 'project-expert'] },
  { code: 'investment', zh: '投资', en: 'Investment', pairs: ['tech-project'] },
  {
    code: 'any',
    zh: '通用',
    en: 'Any',
    pairs: ['tech-project', 'tech-expert', 'hiring-talent', 'project-expert'],
  },
]);
export type ReasonFamily = z.infer<typeof reasonFamilies.schema>;

/**
 * Why a match is declined. A reason `teaches` when it speaks of what the score judges (content, level, place, money);
 * circumstances the two records could not show never do.
 */
export const declineReasons = vocabulary('decline-reasons', [
  {
    code: 'indicators-missed',
    zh: '指标达不到',
    en: 'Indicators not reached',
    family: 'technology',
    side: 'demand',
    teaches: true,
  },
  {
    code: 'not-yet-piloted',
    zh: '仅小试/需中试',
    en: 'Only a lab trial, pilot needed',
    family: 'technology',
    side: 'demand',
    teaches: true,
  },
  {
    code: 'line-incompatible',
    zh: '与产线不兼容',
    en: 'Does not fit the production line',
    family: 'technology',
    side: 'demand',
    teaches: true,
  },
  {
    code: 'over-budget',
    zh: '报价超预算',
    en: 'Quote above budget',
    family: 'technology',
    side: 'demand',
    teaches: true,
  },
  {
    code: 'ip-disagreement',
    zh: '知识产权谈不拢',
    en: 'No agreement on intellectual property',
    family: 'technology',
    side: 'demand',
    teaches: false,
  },
  {
    code: 'takes-too-long',
    zh: '周期太长',
    en: 'Takes too long',
    family: 'technology',
    side: 'demand',
    teaches: false,
  },
  {
    code: 'self-solved',
    zh: '已自行解决',
    en: 'Solved by themselves',
    family: 'technology',
    side: 'demand',
    teaches: false,
  },
  {
    code: 'has-partner',
    zh: '已有合作方',
    en: 'Has a partner already',
    family: 'technology',
    side: 'demand',
    teaches: false,
  },
  {
    code: 'need-cancelled',
    zh: '需求取消',
    en: 'Need cancelled',
    family: 'technology',
    side: 'demand',
    teaches: false,
  },
  {
    code: 'no-capacity',
    zh: '无档期',
    en: 'No capacity',
    family: 'technology',
    side: 'supply',
    teaches: false,
  },
  {
    code: 'credit-doubted',
    zh: '资信存疑',
    en: 'Doubts about creditworthiness',
    family: 'technology',
    side: 'supply',
    teaches: false,
  },
  {
    code: 'need-unclear',
    zh: '需求不清',
    en: 'Need unclear',
    family: 'technology',
    side: 'supply',
    teaches: false,
  },
  {
    code: 'exclusively-licensed',
    zh: '已独家授权',
    en: 'Licensed exclusively elsewhere',
    family: 'technology',
    side: 'supply',
    teaches: false,
  },
  {
    code: 'field-mismatch',
    zh: '专业不对口',
    en: 'Field does not match',
    family: 'talent',
    side: 'demand',
    teaches: true,
  },
  {
    code: 'level-too-low',
    zh: '等级/职称不够',
    en: 'Level or title too low',
    family: 'talent',
    side: 'demand',
    teaches: true,
  },
  {
    code: 'experience-short',
    zh: '经验不足',
    en: 'Too little experience',
    family: 'talent',
    side: 'demand',
    teaches: true,
  },
  {
    code: 'pay-over-budget',
    zh: '薪酬超预算',
    en: 'Pay above budget',
    family: 'talent',
    side: 'demand',
    teaches: true,
  },
  {
    code: 'position-filled',
    zh: '已招满/冻结',
    en: 'Filled or frozen',
    family: 'talent',
    side: 'demand',
    teaches: false,
  },
  {
    code: 'interview-failed',
    zh: '面试未过',
    en: 'Interview not passed',
    family: 'talent',
    side: 'demand',
    teaches: false,
  },
  {
    code: 'background-check-failed',
    zh: '背调未过',
    en: 'Background check not passed',
    family: 'talent',
    side: 'demand',
    teaches: false,
  },
  { code: 'pay-too-low', zh: '薪酬低', en: 'Pay too low', family: 'talent', side: 'supply', teaches: true },
  {
    code: 'location',
    zh: '地点/家属',
    en: 'Place or family',
    family: 'talent',
    side: 'supply',
    teaches: true,
  },
  {
    code: 'not-released',
    zh: '原单位不放/竞业',
    en: 'Not released, or a non-compete',
    family: 'talent',
    side: 'supply',
    teaches: false,
  },
  {
    code: 'accepted-elsewhere',
    zh: '已接受他方',
    en: 'Accepted another offer',
    family: 'talent',
    side: 'supply',
    teaches: false,
  },
  {
    code: 'flexible-only',
    zh: '只考虑柔性',
    en: 'Flexible engagement only',
    family: 'talent',
    side: 'supply',
    teaches: true,
  },
  {
    code: 'not-looking',
    zh: '暂不看机会',
    en: 'Not looking at present',
    family: 'talent',
    side: 'supply',
    teaches: false,
  },
  {
    code: 'site-or-permit',
    zh: '用地/厂房/能耗环评',
    en: 'Land, plant, energy or environmental permit',
    family: 'investment',
    side: 'supply',
    teaches: false,
  },
  {
    code: 'policy-disagreement',
    zh: '政策谈不拢',
    en: 'No agreement on support',
    family: 'investment',
    side: 'supply',
    teaches: false,
  },
  {
    code: 'strategy-changed',
    zh: '资金/战略变化',
    en: 'Funds or strategy changed',
    family: 'investment',
    side: 'supply',
    teaches: false,
  },
  {
    code: 'due-diligence-failed',
    zh: '尽调未过',
    en: 'Due diligence not passed',
    family: 'investment',
    side: 'demand',
    teaches: false,
  },
  {
    code: 'invested-elsewhere',
    zh: '转投外地',
    en: 'Invested elsewhere',
    family: 'investment',
    side: 'supply',
    teaches: false,
  },
  { code: 'wrong-match', zh: '匹配错误', en: 'Wrong match', family: 'any', side: 'officer', teaches: true },
  {
    code: 'unreachable',
    zh: '联系不上',
    en: 'Cannot be reached',
    family: 'any',
    side: 'officer',
    teaches: false,
  },
  { code: 'duplicate', zh: '重复', en: 'Duplicate', family: 'any', side: 'officer', teaches: false },
  { code: 'outdated', zh: '信息过期', en: 'Out of date', family: 'any', side: 'officer', teaches: false },
]);
export type DeclineReason = z.infer<typeof declineReasons.schema>;

/** The reasons that can be given for a match of this kind. */
export const reasonsFor = (pair: PairKind) =>
  declineReasons.terms.filter((reason) =>
    (reasonFamilies.get(reason.family).pairs as readonly PairKind[]).includes(pair),
  );
