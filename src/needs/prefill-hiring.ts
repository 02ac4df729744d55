import type { Education, SkillLevel, TalentTier } from '../taxonomy/talent.vocabulary';
import type { HiringDetails } from './need.schema';
import { AMOUNT, COUNT, countOf, yuanOf } from './prefill-numbers';
import { Finder } from './prefill-finder';

const EDUCATIONS: readonly (readonly [RegExp, Education])[] = [
  [/博士/, 'doctoral'],
  [/硕士|研究生/, 'master'],
  [/本科|学士/, 'bachelor'],
  [/大专|专科/, 'college'],
  [/中专|高中|职高|中职/, 'secondary'],
];
const DEGREES: Partial<Record<Education, HiringDetails['degree']>> = { doctoral: 'doctor', master: 'master' };
const SKILL_LEVELS: readonly (readonly [string, SkillLevel])[] = [
  ['首席技师', 'chief-technician'],
  ['特级技师', 'special-technician'],
  ['高级技师', 'senior-technician'],
  ['技师', 'technician'],
  ['高级工(?!程)', 'senior'],
  ['中级工(?!程)', 'intermediate'],
  ['初级工(?!程)', 'junior'],
];
const TITLES: readonly (readonly [RegExp, NonNullable<HiringDetails['title']>])[] = [
  [/正高级?(?:职称|工程师)/, 'full-senior'],
  [/副高级?(?:及以上)?(?:职称)?|高级工程师|高级职称/, 'associate-senior'],
  [/中级职称|中级及以上职称/, 'intermediate'],
];

const SPAN = `${AMOUNT}\\s*(?:[-—–~～至到]\\s*${AMOUNT})?\\s*`;
const YEARLY = new RegExp(`(?:年薪|薪酬|待遇)[^\\d\\n]{0,8}${SPAN}(万|元)(?!/?月)`);
const MONTHLY = new RegExp(`(?:月薪|薪资|工资|月)[^\\d\\n]{0,6}${SPAN}(万|千|元|[kK])`);
const MONTHS = 12;

/** What an advertisement seems to ask of people. */
export function readHiring(text: string, finder: Finder): Partial<HiringDetails> {
  const education = readEducation(text, finder);
  const skill = SKILL_LEVELS.find(([word]) => finder.find('skillLevel', new RegExp(word), text));
  const title = TITLES.find(([words]) => finder.find('title', words, text));
  const headcount = finder.find('headcount', new RegExp(`${COUNT}\\s*(?:名|人|位)(?!以)`), text);
  const years = finder.find('minYears', new RegExp(`${COUNT}\\s*年(?:及)?以上`), text);
  const city = finder.find(
    'city',
    /(?:工作地点|工作地|地点|坐标)[:：\s]*([\p{Script=Han}]{2,8}?)(?=市|[，。；、\s]|$)/mu,
    text,
  );
  const fields = finder.find(
    'fields',
    /(?:[:：，。；\s]|^)([\p{Script=Han}、/]{2,40}?)等?(?:相关|类)?专业/mu,
    text,
  );
  return {
    ...(headcount?.[1] && { headcount: Math.max(1, countOf(headcount[1])) }),
    tier: tierOf(text, education, skill?.[1]),
    ...(education && { education, degree: DEGREES[education] }),
    ...(skill && { skillLevel: skill[1] }),
    ...(title && { title: title[1] }),
    ...(years?.[1] && { minYears: countOf(years[1]) }),
    ...(city?.[1] && { city: city[1] }),
    ...(fields?.[1] && { fields: fields[1].split(/[、/或]/u).filter((field) => field.length > 1) }),
    engagement: finder.find('engagement', /兼职|柔性|顾问|项目合作|候鸟/, text)
      ? ['flexible']
      : ['full-time'],
    ...readPay(text, finder),
  };
}

/** The level that is asked for at least; where none is said so, the first that is named. */
function readEducation(text: string, finder: Finder): Education | undefined {
  const atLeast = /(博士|硕士|研究生|本科|学士|大专|专科|中专|高中)[^，。；\n]{0,8}?以上/;
  const named = /博士|硕士|研究生|本科|学士|大专|专科|中专|高中/;
  const found = finder.find('education', atLeast.test(text) ? atLeast : named, text)?.[0];
  return found === undefined ? undefined : EDUCATIONS.find(([words]) => words.test(found))?.[1];
}

function readPay(text: string, finder: Finder): Pick<HiringDetails, 'payMin' | 'payMax'> {
  const yearly = finder.find('payMin', YEARLY, text);
  const stated = yearly ?? finder.find('payMin', MONTHLY, text);
  if (!stated?.[1]) return {};
  const times = yearly ? 1 : MONTHS;
  const [, low, high, unit] = stated;
  const payMin = yuanOf(low, unit) * times;
  return { payMin, ...(high && { payMax: yuanOf(high, unit) * times }) };
}

function tierOf(text: string, education: Education | undefined, skill: SkillLevel | undefined): TalentTier {
  if (/团队|带头人|领军/.test(text)) return 'team-lead';
  if (education === 'doctoral' || /首席专家|院士/.test(text)) return 'phd-expert';
  return skill !== undefined || /技工|焊工|电工|钳工|车工|操作工/.test(text)
    ? 'skilled-worker'
    : 'professional';
}
