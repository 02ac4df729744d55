import { createOrganisation } from '../../organisations/organisation.schema';
import { organisationKinds, organisationQualities, regions } from '../../taxonomy/organisation.vocabulary';
import { ORGANISATION_KIND, QUALITY, REGION } from '../values/choices';
import { readChoice, readChoices } from '../values/read-choice';
import { readUscc } from '../values/read-identifier';
import { readFlag, readText } from '../values/read-text';
import { folded, formOf, stated } from './form';
import { readIndustry } from './industry';

/** 企业/单位名录 */
export const organisationForm = formOf({
  kind: 'organisations',
  schema: createOrganisation,
  fields: {
    name: {
      zh: '单位名称',
      en: 'Name',
      read: readText(200),
      required: true,
      example: '太原某某装备有限公司',
    },
    kind: {
      zh: '单位性质',
      en: 'Kind',
      read: readChoice(ORGANISATION_KIND, organisationKinds.terms),
      options: organisationKinds.terms.map(({ zh }) => zh),
      example: '企业',
    },
    uscc: { zh: '统一社会信用代码', en: 'Unified social credit code', read: readUscc },
    city: { zh: '所在城市', en: 'City', read: readText(50), example: '太原' },
    region: {
      zh: '来源地区',
      en: 'Region',
      read: readChoice(REGION, regions.terms),
      options: regions.terms.map(({ zh }) => zh),
    },
    industry: {
      zh: '国民经济行业',
      en: 'Industry (GB/T 4754)',
      read: readIndustry,
      example: '专用设备制造业',
    },
    qualities: {
      zh: '企业类型',
      en: 'Qualities',
      read: readChoices(QUALITY, organisationQualities.terms),
      options: organisationQualities.terms.map(({ zh }) => zh),
    },
    keyEnterprise: { zh: '是否重点企业', en: 'Key enterprise', read: readFlag, options: ['是', '否'] },
  },
  columnOf: { name: 'name', uscc: 'uscc', city: 'city', industry: 'industry' },
  identity: ({ name, uscc }) => uscc ?? folded(name),
  assemble: (row) => ({ record: stated({ ...row, kind: row.kind ?? 'enterprise' }) }),
});
