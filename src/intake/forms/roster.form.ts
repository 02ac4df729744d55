import { recordRoster } from '../../signings/roster.schema';
import { skillLevels } from '../../taxonomy/talent.vocabulary';
import { readDay, readMonth, readTerm } from '../values/read-day';
import { readResidentId, readUscc } from '../values/read-identifier';
import { readText } from '../values/read-text';
import { formOf, stated } from './form';
import { readSkillLevel } from './rank';

/** 花名册 (批量签约): the lines of one signing. */
export const rosterForm = formOf({
  kind: 'rosters',
  schema: recordRoster.shape.lines.element,
  fields: {
    name: { zh: '姓名', en: 'Name', read: readText(100), required: true, example: '李某某' },
    idNumber: { zh: '身份证号', en: 'ID number', read: readResidentId, required: true },
    skillLevel: {
      zh: '技能等级',
      en: 'Skill level',
      read: readSkillLevel,
      required: true,
      options: skillLevels.terms.map(({ zh }) => zh),
      example: '高级工',
    },
    certificateNo: { zh: '证书编号', en: 'Certificate', read: readText(50) },
    employer: {
      zh: '用人单位',
      en: 'Employer',
      read: readText(200),
      required: true,
      example: '太原某某装备有限公司',
    },
    uscc: { zh: '统一社会信用代码', en: 'Unified social credit code', read: readUscc },
    post: { zh: '岗位', en: 'Post', read: readText(100), example: '焊工' },
    term: { zh: '合同起止', en: 'Term of contract', read: readTerm, example: '2022.7.1-2025.6.30' },
    termTo: { zh: '合同终止日期', en: 'Contract until', read: readDay },
    onBoardOn: { zh: '到岗日期', en: 'On board', read: readDay, example: '2022-07-05' },
    socialInsuranceFrom: {
      zh: '社保起缴月',
      en: 'Social insurance from',
      read: readMonth,
      example: '2022-07',
    },
    sendingBody: { zh: '输送机构', en: 'Sending body', read: readText(200) },
  },
  columnOf: {
    name: 'name',
    idNumber: 'idNumber',
    skillLevel: 'skillLevel',
    employer: 'employer',
    uscc: 'uscc',
    termFrom: 'term',
    termTo: 'term',
  },
  identity: ({ idNumber }) => idNumber ?? '',
  assemble: ({ term, termTo, ...row }) => ({
    record: stated({ ...row, termFrom: term?.from, termTo: term?.to ?? termTo }),
  }),
});
