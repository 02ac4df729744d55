import { createTalent } from '../../talent/talent.schema';
import { degrees, educations, engagements, talentTiers } from '../../taxonomy/talent.vocabulary';
import { DEGREE, EDUCATION, ENGAGEMENT, TIER } from '../values/choices';
import { readChoice, readChoices } from '../values/read-choice';
import { readDay } from '../values/read-day';
import { readEmail, readPhone } from '../values/read-identifier';
import { readPay } from '../values/read-money';
import { readCount, readYears } from '../values/read-number';
import { readText, readWords } from '../values/read-text';
import { folded, formOf, stated, withLines } from './form';
import { readSkillLevel, readTitle } from './rank';
import { tierOf } from './tier-of';

/** 人才信息登记表; the exports of recruitment systems (北森, Moka) have other headings and fewer columns. */
export const talentForm = formOf({
  kind: 'talents',
  schema: createTalent,
  fields: {
    name: { zh: '姓名', en: 'Name', read: readText(100), required: true, example: '张某某' },
    phone: { zh: '手机', en: 'Telephone', read: readPhone, example: '13800000000' },
    email: { zh: '邮箱', en: 'E-mail', read: readEmail },
    tier: {
      zh: '人才类别',
      en: 'Tier',
      read: readChoice(TIER, talentTiers.terms),
      options: talentTiers.terms.map(({ zh }) => zh),
      example: '专业技术人才',
    },
    education: {
      zh: '最高学历',
      en: 'Education',
      read: readChoice(EDUCATION, educations.terms),
      options: ['博士研究生', '硕士研究生', '本科', '大专', '中专', '高中'],
      example: '本科',
    },
    degree: {
      zh: '学位',
      en: 'Degree',
      read: readChoice(DEGREE, degrees.terms),
      options: degrees.terms.map(({ zh }) => zh),
      example: '学士',
    },
    school: { zh: '毕业院校', en: 'School', read: readText(100), example: '某某大学' },
    field: { zh: '专业', en: 'Field', read: readText(100), example: '机械工程' },
    title: { zh: '职称', en: 'Title', read: readTitle, example: '工程师' },
    skillLevel: { zh: '技能等级', en: 'Skill level', read: readSkillLevel },
    certificateNo: { zh: '证书编号', en: 'Certificate', read: readText(50) },
    employer: { zh: '现单位', en: 'Employer', read: readText(200) },
    post: { zh: '职务', en: 'Post', read: readText(100) },
    years: { zh: '工作年限', en: 'Years of work', read: readYears, example: '8' },
    speciality: {
      zh: '研究方向/专长',
      en: 'Speciality',
      read: readText(5_000),
      example: '液压系统设计与密封',
    },
    achievements: { zh: '主要业绩', en: 'Achievements', read: readText(8_000) },
    papers: { zh: '专利论文', en: 'Patents and papers', read: readText(5_000) },
    engagement: {
      zh: '引进方式',
      en: 'Engagement',
      read: readChoices(ENGAGEMENT, engagements.terms),
      options: engagements.terms.map(({ zh }) => zh),
      example: '全职',
    },
    postWanted: { zh: '意向岗位', en: 'Post wanted', read: readText(200) },
    city: { zh: '现居城市', en: 'City', read: readText(50) },
    cities: { zh: '意向城市', en: 'Cities accepted', read: readWords(50), example: '太原、晋中' },
    pay: {
      zh: '期望薪酬(万元/年)',
      en: 'Pay expected (10,000 yuan a year)',
      read: readPay,
      example: '15-20',
    },
    availableFrom: { zh: '可到岗时间', en: 'Available from', read: readDay },
    daysPerYear: { zh: '每年可服务天数', en: 'Days a year', read: readCount(1, 366) },
    source: { zh: '来源渠道/推荐单位', en: 'Source', read: readText(200) },
  },
  columnOf: {
    name: 'name',
    text: 'speciality',
    'contact.phone': 'phone',
    'contact.email': 'email',
    payMin: 'pay',
    payMax: 'pay',
    years: 'years',
    daysPerYear: 'daysPerYear',
  },
  identity: (row) =>
    row.phone !== undefined || row.email !== undefined
      ? folded(row.name, row.phone ?? row.email)
      : folded(row.name, row.school ?? row.employer, row.field ?? row.post),
  assemble: (row, kept) => ({
    record: stated({
      name: row.name,
      contact:
        row.phone === undefined && row.email === undefined
          ? undefined
          : stated({ phone: row.phone, email: row.email }),
      tier: row.tier ?? tierOf(row),
      text:
        withLines(
          row.speciality ?? '',
          [
            ['主要业绩', row.achievements],
            ['专利论文', row.papers],
            ['意向岗位', row.postWanted],
          ],
          kept,
        ) ||
        [row.post, row.field, row.tier].filter(Boolean).join(' ') ||
        '—',
      education: row.education,
      degree: row.degree,
      school: row.school,
      field: row.field,
      title: row.title,
      skillLevel: row.skillLevel,
      certificateNo: row.certificateNo,
      employer: row.employer,
      post: row.post,
      years: row.years,
      city: row.city,
      citiesAccepted: row.cities,
      engagement: row.engagement,
      daysPerYear: row.daysPerYear,
      payMin: row.pay?.min,
      payMax: row.pay?.max,
      availableFrom: row.availableFrom,
      source: row.source,
    }),
  }),
});
