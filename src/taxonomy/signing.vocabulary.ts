import type { z } from 'zod';
import { vocabulary } from './vocabulary';

/** What a signing is about. */
export const signingKinds = vocabulary('signing-kinds', [
  { code: 'project', zh: '项目', en: 'Project' },
  { code: 'talent', zh: '人才', en: 'Talent' },
  { code: 'cooperation', zh: '合作', en: 'Cooperation' },
  { code: 'alliance', zh: '联盟', en: 'Alliance' },
  { code: 'base', zh: '基地', en: 'Base' },
  { code: 'enterprise', zh: '企业', en: 'Enterprise' },
]);
export type SigningKind = z.infer<typeof signingKinds.schema>;

/**
 * What a signing can have reached, in the order shown: the paper first, then the milestones. No level implies another;
 * each has its own date and proof. Only a level that `counts` may be a target's.
 */
export const levels = vocabulary('levels', [
  { code: 'intention', zh: '意向', en: 'Intention', counts: false, milestone: false },
  { code: 'framework', zh: '框架协议', en: 'Framework', counts: false, milestone: false },
  { code: 'signed', zh: '已签约', en: 'Signed', counts: true, milestone: false },
  { code: 'registered', zh: '注册', en: 'Registered', counts: true, milestone: true },
  { code: 'settled', zh: '入驻', en: 'Settled', counts: true, milestone: true },
  { code: 'filed', zh: '备案', en: 'Filed', counts: true, milestone: true },
  { code: 'started', zh: '开工', en: 'Construction started', counts: true, milestone: true },
  { code: 'funded', zh: '到资', en: 'Funds in place', counts: true, milestone: true },
  { code: 'produced', zh: '投产', en: 'In production', counts: true, milestone: true },
  { code: 'at-capacity', zh: '达产', en: 'At design capacity', counts: true, milestone: true },
  { code: 'on-board', zh: '到岗', en: 'On board', counts: true, milestone: true },
  { code: 'fulfilled', zh: '履约', en: 'Fulfilled', counts: true, milestone: true },
  { code: 'unveiled', zh: '揭牌', en: 'Unveiled', counts: true, milestone: true },
]);
export type Level = z.infer<typeof levels.schema>;

/** The shape of the paper behind `signed`: reports count agreements and contracts apart. */
export const signingForms = vocabulary('signing-forms', [
  { code: 'agreement', zh: '协议', en: 'Agreement' },
  { code: 'contract', zh: '技术合同', en: 'Technology contract' },
  { code: 'employment', zh: '劳动/聘用合同', en: 'Employment contract' },
  { code: 'flexible', zh: '柔性引进协议', en: 'Flexible engagement' },
]);
export type SigningForm = z.infer<typeof signingForms.schema>;

/** How the platform came to know of a signing. */
export const signingSources = vocabulary('signing-sources', [
  { code: 'platform', zh: '平台匹配', en: 'Matched here' },
  { code: 'on-site', zh: '现场', en: 'At an activity' },
  { code: 'self-reported', zh: '自报', en: 'Reported by the parties' },
]);
export type SigningSource = z.infer<typeof signingSources.schema>;

export const confirmationStates = vocabulary('confirmation-states', [
  { code: 'park-check', zh: '待初审', en: 'Awaiting the park’s check' },
  { code: 'platform-check', zh: '待复核', en: 'Awaiting the platform’s check' },
  { code: 'confirmed', zh: '已认定', en: 'Confirmed' },
  { code: 'returned', zh: '退回补正', en: 'Returned for papers' },
  { code: 'refused', zh: '不予认定', en: 'Not confirmed' },
  { code: 'revoked', zh: '撤销认定', en: 'Confirmation withdrawn' },
]);
export type ConfirmationState = z.infer<typeof confirmationStates.schema>;

/** The amounts of a signing, each in whole yuan; they are never added to each other. */
export const amountKinds = vocabulary('amount-kinds', [
  { code: 'total-investment', zh: '总投资', en: 'Total investment' },
  { code: 'agreed-investment', zh: '协议引资额', en: 'Investment agreed' },
  { code: 'agreed-investment-outside', zh: '其中省外引资额', en: 'Of it from outside the province' },
  { code: 'contract-value', zh: '合同成交额', en: 'Contract volume' },
  { code: 'technology-value', zh: '技术交易额', en: 'Technology volume' },
  { code: 'funds-in-place', zh: '到位资金', en: 'Funds in place' },
]);
export type AmountKind = z.infer<typeof amountKinds.schema>;
