import { createNeed } from '../../needs/need.schema';
import { findProtectedWishes } from '../../needs/protected-wish';
import { organisationKinds } from '../../taxonomy/organisation.vocabulary';
import { degrees, educations, engagements, talentTiers } from '../../taxonomy/talent.vocabulary';
import { DEGREE, EDUCATION, ENGAGEMENT, ORGANISATION_KIND, TIER } from '../values/choices';
import { readChoice, readChoices } from '../values/read-choice';
import { readDay } from '../values/read-day';
import { readContactPerson, readEmail, readPhone, readUscc } from '../values/read-identifier';
import { readPay } from '../values/read-money';
import { readCount, readYears } from '../values/read-number';
import { readText, readWords } from '../values/read-text';
import { folded, formOf, stated, withLines } from './form';
import { readRank } from './rank';
import { tierOf } from './tier-of';

/** 人才需求/引才岗位表 */
export const hiringNeedForm = formOf({
  kind: 'hiring-needs',
  schema: createNeed,
  fields: {
    organisation: {
      zh: '单位名称',
      en: 'Employer',
      read: readText(200),
      required: true,
      example: '太原某某装备有限公司',
    },
    uscc: { zh: '统一社会信用代码', en: 'Unified social credit code', read: readUscc },
    organisationKind: {
      zh: '单位性质',
      en: 'Kind of employer',
      read: readChoice(ORGANISATION_KIND, organisationKinds.terms),
      options: organisationKinds.terms.map(({ zh }) => zh),
    },
    title: { zh: '岗位名称', en: 'Position', read: readText(200), required: true, example: '机械设计工程师' },
    tier: {
      zh: '岗位类别',
      en: 'Kind of position',
      read: readChoice(TIER, talentTiers.terms),
      options: ['技术', '技能', '管理', '科研'],
      example: '技术',
    },
    headcount: { zh: '人数', en: 'How many', read: readCount(1, 10_000), required: true, example: '2' },
    education: {
      zh: '学历',
      en: 'Education',
      read: readChoice(EDUCATION, educations.terms),
      options: ['博士研究生', '硕士研究生', '本科', '大专', '中专', '不限'],
      example: '本科',
    },
    degree: {
      zh: '学位',
      en: 'Degree',
      read: readChoice(DEGREE, degrees.terms),
      options: degrees.terms.map(({ zh }) => zh),
    },
    fields: { zh: '专业', en: 'Fields of study', read: readWords(20), example: '机械工程、机械电子' },
    rank: { zh: '职称/技能等级', en: 'Title or skill level', read: readRank, example: '中级' },
    minYears: { zh: '工作经验', en: 'Years of experience', read: readYears, example: '3年以上' },
    duties: { zh: '岗位职责', en: 'Duties', read: readText(10_000), example: '负责液压系统设计。' },
    conditions: { zh: '其他条件', en: 'Other conditions', read: readText(5_000) },
    engagement: {
      zh: '引进方式',
      en: 'Engagement',
      read: readChoices(ENGAGEMENT, engagements.terms),
      options: engagements.terms.map(({ zh }) => zh),
      example: '全职',
    },
    pay: { zh: '薪酬(万元/年)', en: 'Pay (10,000 yuan a year)', read: readPay, example: '12-18' },
    benefits: { zh: '福利', en: 'Benefits', read: readText(2_000), example: '五险一金、住房补贴' },
    city: { zh: '工作地点', en: 'City', read: readText(50), example: '太原' },
    arrivalBy: { zh: '到岗时间', en: 'Arrival by', read: readDay },
    expiresOn: { zh: '截止日期', en: 'Open until', read: readDay },
    urgency: { zh: '紧缺程度', en: 'Urgency', read: readText(100) },
    contact: { zh: '联系人', en: 'Contact', read: readContactPerson },
    phone: { zh: '电话', en: 'Telephone', read: readPhone },
    email: { zh: '邮箱', en: 'E-mail', read: readEmail },
  },
  columnOf: {
    title: 'title',
    text: 'duties',
    'hiring.headcount': 'headcount',
    'hiring.payMin': 'pay',
    'hiring.payMax': 'pay',
    'hiring.benefits': 'benefits',
    'hiring.fields': 'fields',
    expiresOn: 'expiresOn',
  },
  forbidden: ({ title, duties, conditions, benefits, fields }) =>
    Object.entries({ title, duties, conditions, benefits, fields: fields?.join('，') }).flatMap(
      ([column, text]) =>
        findProtectedWishes(text ?? '').map(({ trait }) => ({
          column,
          code: `NEED.WISH_${trait.toUpperCase()}`,
        })),
    ),
  identity: ({ organisation, title }) => folded(organisation, title),
  assemble: (row, kept) => ({
    organisation:
      row.organisation === undefined
        ? undefined
        : { name: row.organisation, uscc: row.uscc, kind: row.organisationKind ?? 'enterprise' },
    record: stated({
      kind: 'hiring',
      title: row.title,
      text: withLines(
        row.duties ?? row.title ?? '',
        [
          ['其他条件', row.conditions],
          ['紧缺程度', row.urgency],
        ],
        kept,
      ),
      expiresOn: row.expiresOn,
      hiring: stated({
        headcount: row.headcount,
        tier: row.tier ?? tierOf({ ...row, ...row.rank }),
        education: row.education,
        degree: row.degree,
        fields: row.fields,
        skillLevel: row.rank?.skillLevel,
        title: row.rank?.title,
        minYears: row.minYears,
        city: row.city,
        engagement: row.engagement ?? ['full-time'],
        payMin: row.pay?.min,
        payMax: row.pay?.max,
        benefits: row.benefits,
        arrivalBy: row.arrivalBy,
      }),
    }),
  }),
});
