import { createProject } from '../../projects/project.schema';
import { modes, projectOrigins, projectStages } from '../../taxonomy/project.vocabulary';
import { MODES, ORIGIN, STAGE } from '../values/choices';
import { readChoice, readChoices } from '../values/read-choice';
import { readContactPerson, readPhone } from '../values/read-identifier';
import { readAmount } from '../values/read-money';
import { readArea } from '../values/read-number';
import { readText, readWords } from '../values/read-text';
import { folded, formOf, stated, withLines } from './form';
import { patentsIn } from './patents-in';
import { tagsOf } from './tags-of';

const KIND_BY_ORIGIN: Record<string, string> = {
  enterprise: 'enterprise',
  university: 'university',
  institute: 'institute',
};

/** 项目路演/成果推介表 */
export const projectForm = formOf({
  kind: 'projects',
  schema: createProject,
  fields: {
    title: {
      zh: '项目名称',
      en: 'Project',
      read: readText(500),
      required: true,
      example: '碳化硅单晶衬底制备技术',
    },
    organisation: {
      zh: '单位/团队',
      en: 'Organisation or team',
      read: readText(200),
      required: true,
      example: '某某大学',
    },
    leader: { zh: '负责人', en: 'Leader', read: readText(100) },
    leaderPost: { zh: '职务/职称', en: 'Leader’s post', read: readText(100) },
    origin: {
      zh: '来源',
      en: 'Origin',
      read: readChoice(ORIGIN, projectOrigins.terms),
      options: projectOrigins.terms.map(({ zh }) => zh),
      example: '高校',
    },
    place: { zh: '来源地', en: 'Place of origin', read: readText(100) },
    field: { zh: '技术领域', en: 'Field', read: readWords(20), example: '新材料' },
    text: {
      zh: '项目简介',
      en: 'Summary',
      read: readText(15_000),
      required: true,
      example: '采用物理气相传输法制备六英寸碳化硅单晶衬底。',
    },
    novelty: { zh: '创新点/指标', en: 'Novelty', read: readText(5_000) },
    patents: {
      zh: '知识产权',
      en: 'Intellectual property',
      read: readText(3_000),
      example: '发明专利 ZL202010000000.1',
    },
    stage: {
      zh: '所处阶段',
      en: 'Stage',
      read: readChoice(STAGE, projectStages.terms),
      options: projectStages.terms.map(({ zh }) => zh),
      example: '中试',
    },
    cases: { zh: '应用案例', en: 'Applications', read: readText(5_000) },
    market: { zh: '市场前景', en: 'Market', read: readText(5_000) },
    modes: {
      zh: '合作方式',
      en: 'Ways to cooperate',
      read: readChoices(MODES, modes.terms),
      options: modes.terms.map(({ zh }) => zh),
      example: '技术转让',
    },
    price: { zh: '转让价(万元)', en: 'Price (10,000 yuan)', read: readAmount },
    investment: { zh: '总投资(万元)', en: 'Investment (10,000 yuan)', read: readAmount, example: '3000' },
    funding: { zh: '融资需求(万元)', en: 'Funding wanted (10,000 yuan)', read: readAmount },
    space: { zh: '场地需求(㎡)', en: 'Space wanted (㎡)', read: readArea },
    expertsWanted: { zh: '所需专家/人才', en: 'Experts wanted', read: readText(1_000) },
    awards: { zh: '获奖', en: 'Awards', read: readText(2_000) },
    contact: { zh: '联系人', en: 'Contact', read: readContactPerson },
    phone: { zh: '手机', en: 'Telephone', read: readPhone },
  },
  columnOf: {
    title: 'title',
    text: 'text',
    investment: 'investment',
    price: 'price',
    fundingWanted: 'funding',
    spaceWanted: 'space',
  },
  identity: ({ title, organisation }) => folded(organisation, title),
  assemble: (row, kept) => ({
    organisation:
      row.organisation === undefined
        ? undefined
        : { name: row.organisation, kind: KIND_BY_ORIGIN[row.origin ?? ''] ?? 'other' },
    record: stated({
      title: row.title,
      text:
        row.text &&
        withLines(
          row.text,
          [
            ['创新点/指标', row.novelty],
            ['知识产权', row.patents],
            ['应用案例', row.cases],
            ['市场前景', row.market],
            ['获奖', row.awards],
            ['来源地', row.place],
          ],
          kept,
        ),
      tags: tagsOf(row.field),
      origin: row.origin,
      stage: row.stage,
      patents: patentsIn(row.patents),
      price: row.price?.max,
      investment: row.investment?.max,
      fundingWanted: row.funding?.max,
      spaceWanted: row.space,
      modes: row.modes,
      expertsWanted: row.expertsWanted,
    }),
  }),
});
