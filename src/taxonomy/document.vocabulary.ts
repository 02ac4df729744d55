import type { z } from 'zod';
import { vocabulary } from './vocabulary';

/** Papers that a signing can carry; what each proves is in document-rules.ts. */
export const documentKinds = vocabulary('document-kinds', [
  { code: 'letter-of-intent', zh: '意向书', en: 'Letter of intent' },
  { code: 'memorandum', zh: '备忘录', en: 'Memorandum' },
  { code: 'onsite-intention', zh: '现场意向表', en: 'On-site intention form' },
  { code: 'offer', zh: '录用通知(offer)', en: 'Offer' },
  { code: 'tripartite-agreement', zh: '三方协议', en: 'Tripartite agreement' },
  { code: 'framework-agreement', zh: '框架/战略合作协议', en: 'Framework agreement' },
  { code: 'investment-agreement', zh: '投资协议', en: 'Investment agreement' },
  { code: 'settlement-agreement', zh: '入驻协议', en: 'Settlement agreement' },
  { code: 'incubation-agreement', zh: '孵化协议', en: 'Incubation agreement' },
  { code: 'technology-contract', zh: '技术合同', en: 'Technology contract' },
  { code: 'contract-registration', zh: '技术合同登记证明', en: 'Technology contract registration' },
  { code: 'employment-contract', zh: '劳动/聘用合同', en: 'Employment contract' },
  { code: 'flexible-agreement', zh: '柔性引进协议', en: 'Flexible engagement agreement' },
  { code: 'social-insurance', zh: '社保缴纳证明', en: 'Social insurance record' },
  { code: 'payroll-slip', zh: '工资回单', en: 'Payroll slip' },
  { code: 'service-record', zh: '服务记录', en: 'Service record' },
  { code: 'payment-proof', zh: '付款凭证', en: 'Proof of payment' },
  { code: 'business-licence', zh: '营业执照', en: 'Business licence' },
  { code: 'lease', zh: '租赁合同', en: 'Lease' },
  { code: 'rent-receipt', zh: '租金缴费凭证', en: 'Rent receipt' },
  { code: 'handover-record', zh: '场地交接单', en: 'Handover record' },
  { code: 'filing-certificate', zh: '项目备案证', en: 'Filing certificate' },
  { code: 'construction-permit', zh: '施工许可证', en: 'Construction permit' },
  { code: 'funds-receipt', zh: '到账凭证', en: 'Receipt of funds' },
  { code: 'production-record', zh: '投产证明', en: 'Record of production start' },
  { code: 'capacity-record', zh: '达产证明', en: 'Record of design capacity' },
  { code: 'founding-document', zh: '批复/成立文件', en: 'Approval or founding document' },
  { code: 'charter', zh: '章程', en: 'Charter' },
  { code: 'member-list', zh: '成员名单', en: 'List of members' },
  { code: 'roster', zh: '花名册', en: 'Roster' },
  { code: 'photo', zh: '照片', en: 'Photo' },
  { code: 'news', zh: '新闻稿', en: 'News report' },
]);
export type DocumentKind = z.infer<typeof documentKinds.schema>;

/** What a paper must state or carry before it proves anything. */
export const particulars = vocabulary('particulars', [
  { code: 'seal', zh: '盖章', en: 'Seal' },
  { code: 'parties', zh: '签约各方', en: 'Parties' },
  { code: 'content', zh: '合作内容', en: 'Content' },
  { code: 'task', zh: '任务', en: 'Task' },
  { code: 'term', zh: '期限', en: 'Term' },
  { code: 'days', zh: '每年服务天数', en: 'Days a year' },
  { code: 'amount', zh: '金额', en: 'Amount' },
  { code: 'pay', zh: '报酬', en: 'Pay' },
  { code: 'insurance-month', zh: '社保起缴月', en: 'First month of social insurance' },
]);
export type Particular = z.infer<typeof particulars.schema>;
