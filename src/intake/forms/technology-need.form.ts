import { createNeed } from '../../needs/need.schema';
import { confidentialities, ipOwnerships } from '../../taxonomy/need.vocabulary';
import { organisationQualities } from '../../taxonomy/organisation.vocabulary';
import { modes } from '../../taxonomy/project.vocabulary';
import { CONFIDENTIALITY, IP_OWNERSHIP, MODES, QUALITY } from '../values/choices';
import { readChoice, readChoices } from '../values/read-choice';
import { readDay } from '../values/read-day';
import { readContactPerson, readPhone, readUscc } from '../values/read-identifier';
import { readAmount } from '../values/read-money';
import { readText, readWords } from '../values/read-text';
import { folded, formOf, stated, withLines } from './form';
import { tagsOf } from './tags-of';

/** 企业技术需求征集表 */
export const technologyNeedForm = formOf({
  kind: 'technology-needs',
  schema: createNeed,
  fields: {
    organisation: {
      zh: '企业名称',
      en: 'Enterprise',
      read: readText(200),
      required: true,
      example: '太原某某装备有限公司',
    },
    uscc: { zh: '统一社会信用代码', en: 'Unified social credit code', read: readUscc },
    industry: { zh: '所属行业', en: 'Industry', read: readWords(20), example: '高端装备制造' },
    qualities: {
      zh: '企业类型',
      en: 'Kind of enterprise',
      read: readChoices(QUALITY, organisationQualities.terms),
      options: organisationQualities.terms.map(({ zh }) => zh),
    },
    title: {
      zh: '需求名称',
      en: 'Need',
      read: readText(500),
      required: true,
      example: '液压支架密封件寿命提升',
    },
    category: {
      zh: '需求类别',
      en: 'Category',
      read: readText(100),
      options: ['攻关', '改造', '新产品', '配套', '检测'],
    },
    text: {
      zh: '需求描述及拟解决问题',
      en: 'Description',
      read: readText(15_000),
      required: true,
      example: '现用密封件三个月即失效，希望寿命提高到一年以上。',
    },
    indicators: { zh: '主要技术指标', en: 'Main indicators', read: readText(3_000) },
    basis: { zh: '现有基础', en: 'Existing basis', read: readText(5_000) },
    budget: { zh: '拟投入资金(万元)', en: 'Budget (10,000 yuan)', read: readAmount, example: '80' },
    deadline: { zh: '完成时限', en: 'Deadline', read: readDay, example: '2023-06-30' },
    modes: {
      zh: '合作方式',
      en: 'Ways to cooperate',
      read: readChoices(MODES, modes.terms),
      options: modes.terms.map(({ zh }) => zh),
      example: '技术开发',
    },
    ipOwnership: {
      zh: '产权归属',
      en: 'Ownership of results',
      read: readChoice(IP_OWNERSHIP, ipOwnerships.terms),
      options: ipOwnerships.terms.map(({ zh }) => zh),
    },
    expertsWanted: { zh: '意向单位或专家', en: 'Experts wanted', read: readText(1_000) },
    confidentiality: {
      zh: '是否公开',
      en: 'Confidentiality',
      read: readChoice(CONFIDENTIALITY, confidentialities.terms),
      options: confidentialities.terms.map(({ zh }) => zh),
    },
    contact: { zh: '联系人', en: 'Contact', read: readContactPerson },
    contactPost: { zh: '职务', en: 'Contact’s post', read: readText(100) },
    phone: { zh: '手机', en: 'Telephone', read: readPhone },
  },
  columnOf: {
    title: 'title',
    text: 'text',
    'technology.budgetMin': 'budget',
    'technology.budgetMax': 'budget',
    'technology.deadline': 'deadline',
    'technology.basis': 'basis',
  },
  identity: ({ organisation, title }) => folded(organisation, title),
  assemble: (row, kept) => ({
    organisation:
      row.organisation === undefined
        ? undefined
        : { name: row.organisation, uscc: row.uscc, qualities: row.qualities, kind: 'enterprise' },
    record: stated({
      kind: 'technology',
      title: row.title,
      text:
        row.text &&
        withLines(
          row.text,
          [
            ['需求类别', row.category],
            ['主要技术指标', row.indicators],
          ],
          kept,
        ),
      tags: tagsOf(row.industry),
      confidentiality: row.confidentiality,
      technology: stated({
        basis: row.basis,
        budgetMin: row.budget?.min === row.budget?.max ? undefined : row.budget?.min,
        budgetMax: row.budget?.max,
        deadline: row.deadline,
        modes: row.modes,
        ipOwnership: row.ipOwnership,
        expertsWanted: row.expertsWanted,
      }),
    }),
  }),
});
