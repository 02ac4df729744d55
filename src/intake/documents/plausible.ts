import { findKnownPlace } from '../../matching/sharing/known-places';
import { phonesIn } from '../values/read-identifier';
import { plain, saysNothing } from '../values/reading';
import { LEVEL, SCHOOL } from './career-words';
import type { DocumentKind } from './labels';
import { tickedIn } from './ticked';

/** What a form leaves to be filled in by hand. */
const BLANK =
  /^[（(]?(?:盖\s*章|公\s*章|签\s*字|签\s*名|签约时填写|请?填写?|如有)[^\n]{0,12}[)）]?|^[\s年月日/_-]+$/;

/** Numbers and marks in front of the lines of a list, which say nothing by themselves. */
const MARK = /^\s*(?:[·•●■◆▪◇★☆►▶➢➤✓✔√*]|[-–—](?!\s*\d)|[(（]?\d{1,2}[)）.．、](?!\d)|[①-⑳])\s*/;
const GOES_ON = /[②③]|[；;。\s]\s*(?:2[.．、)）](?!\d)|[(（]2[)）])/;
const withoutMarks = (words: string): string =>
  words
    .split('\n')
    .map((line) => (GOES_ON.test(line) ? line : line.replace(MARK, '')).trim())
    .join('\n');

const HAN = '[\\u4e00-\\u9fff]';
export const EMAIL = /[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/;
const ABROAD = /\+\d{1,3}[\s-]?\(?\d[\d\s()-]{6,16}\d/;
export const AMOUNT =
  /(?:不超过|不高于|不低于|不少于|最高|约)?\d[\d,.]*\s*(?:亿|万|千|百万)?元?(?:\s*[-~—–～至到]\s*\d[\d,.]*\s*)?(?:亿元|万元|(?:万|亿)(?![吨台套件只米平辆人千瓦片亩头公立支根张条])|元|[kKwW])(?:\s*\/?\s*(?:年|月|天))?(?:以内|以上|左右)?/;
const PERSON = new RegExp(
  `^${HAN}{2,4}$|^${HAN}{1,5}·${HAN}{1,6}$|^[A-Z][A-Za-z.'-]+(?: [A-Z][A-Za-z.'-]*){1,3}$`,
);

type Shape = (words: string) => string | undefined;

const upTo =
  (most: number): Shape =>
  (words) =>
    words.length <= most && !/[。；]./.test(words) ? words.replace(/[。；;，,]$/, '') : undefined;
/** The same of several things named one after the other. */
const oneOf =
  (most: number): Shape =>
  (words) =>
    words.length <= most && !/。./.test(words) ? words : undefined;
const found =
  (pattern: RegExp): Shape =>
  (words) =>
    pattern.exec(words)?.[0].trim();
const containing =
  (pattern: RegExp, most: number): Shape =>
  (words) =>
    pattern.test(words) ? upTo(most)(words) : undefined;

const phone: Shape = (words) => {
  const [first] = phonesIn(words);
  if (first === undefined || ABROAD.test(words)) return ABROAD.exec(words)?.[0];
  return first;
};

/** "生产部苗部长（苗俊青）138…": the name alone. */
const person: Shape = (words) => {
  const rest = words
    .replace(new RegExp(EMAIL, 'g'), ' ')
    .replace(/[+\d][\d\s()-]{6,}\d/g, ' ')
    .replace(/(?:手机|电话|邮箱|微信|e-?mail)\s*[:：]?/gi, ' ');
  const tokens = rest.split(/[\s，,、；;:：()（）/|]+/).filter((token) => token !== '');
  const inBrackets = /[(（]([^)）]{2,4})[)）]/.exec(rest)?.[1];
  if (inBrackets && PERSON.test(inBrackets) && /[\u4e00-\u9fff]{4}/.test(tokens[0] ?? '')) return inBrackets;
  if (PERSON.test(rest.trim())) return rest.trim();
  const polite = tokens.find((token) =>
    /^[\u4e00-\u9fff]{1,3}(?:先生|女士|老师|经理|主任|总|工)$/.test(token),
  );
  return polite ?? tokens.find((token) => PERSON.test(token) && !/[部科处室办局]$|公司|中心/.test(token));
};

const name: Shape = (words) => {
  const bare = words.replace(/[(（].*$/, '').trim();
  const closed = /^[\u4e00-\u9fff](?: *[\u4e00-\u9fff]){1,3}$/.test(bare) ? bare.replace(/ /g, '') : bare;
  return PERSON.test(closed)
    ? closed
    : PERSON.test(closed.split(/[\s，,]/)[0] ?? '')
      ? closed.split(/[\s，,]/)[0]
      : undefined;
};

const school: Shape = (words) => {
  const [first = ''] = words.split(/[\s，,；;|｜]+/);
  if (/(?:大学|学院|学校|校|所|院)(?:[（(].+[)）])?$/.test(first) && first.length <= 24) return first;
  if (/university|institute|college|school/i.test(words) && words.length <= 80) return words;
  return SCHOOL.exec(words)?.[0];
};

const STAGES = [
  '概念验证',
  '实验室',
  '研发',
  '小试',
  '中试',
  '小批量',
  '试生产',
  '产业化',
  '量产',
  '批量生产',
  '规模化',
];
/** A stage in a sentence: what is said to be done goes before what is to come. */
const stage: Shape = (words) => {
  if (words.length <= 16 && !/[，；。]./.test(words)) return words.replace(/[。；]$/, '');
  const now = /处于([^，。；]{2,8}?)(?:阶段)?(?=[，。；]|$)/.exec(words)?.[1];
  if (now !== undefined && STAGES.some((word) => now.includes(word))) return now;
  const named = STAGES.filter((word) => words.includes(word));
  const done = named.filter((word) =>
    new RegExp(
      `(?:已完成|完成了|处于|已实现|已通过|进入)[^，。；]{0,16}${word}|${word}(?:已?完成|成功|阶段)`,
    ).test(words),
  );
  return done.length === 1 ? done[0] : named.length === 1 ? named[0] : undefined;
};

const ORIGIN = /高等院校|高校|大学生|留学(?:归国)?人员|海归|科研院所|院所|事业单位|研究[院所]|企业|大学/g;
const origin: Shape = (words) => {
  if (words.length <= 8) return words;
  const named = new Set(words.match(ORIGIN) ?? []);
  return named.size === 1 ? [...named][0] : undefined;
};

/** An amount without what it is for. */
const amount: Shape = (words) => {
  if (/[元万]\s*\/\s*[家套台件项次年]/.test(words) && words.length <= 20) return words;
  if (/面议|若干|自筹|协商|待定/.test(words) && words.length <= 10) return words;
  const clauses = words.split(/(?<=[^\d])[，,；;。]|[，；。]/);
  const first = clauses.find((clause) => /\d/.test(clause)) ?? '';
  return /^\d[\d,.]*$/.test(plain(first)) ? first : AMOUNT.exec(first)?.[0].trim();
};

const MEANS_TO = /^(?:本轮|本次|本项目|项目|计划|拟|需要?|希望|预计)+/;
/** What is wanted, without what it is for. */
const wanted: Shape = (words) => {
  const clauses = words.replace(/[。]$/, '').split(/(?=[，；。])/);
  const kept: string[] = [];
  const start = clauses.findIndex((clause) => /融资|募集|引入|缺口/.test(clause) && /\d/.test(clause));
  for (const clause of clauses.slice(Math.max(start, 0))) {
    if (kept.length > 0 && !/\d+(?:\.\d+)?%|股/.test(clause)) break;
    kept.push(clause);
  }
  const said = kept
    .join('')
    .replace(/^[，；]/, '')
    .replace(MEANS_TO, '');
  return /\d|面议|无/.test(said) ? upTo(40)(said) : undefined;
};

const ORGANISATION =
  /公司|集团|大学|学院|学校|研究|院|所|中心|团队|厂|实验室|医院|站|局|部|合作社|协会|联盟|工作室|园|University|Institute|College|Ltd|Inc|Group|GmbH|LLC|Corp|Company|Co\b|AG\b/;
const organisation: Shape = (words) => {
  const [first = ''] = words
    .replace(/[（(](?:盖章|公章|签章|盖公章)[)）]/, '')
    .split(/[\u4e00-\u9fff]/.test(words) ? /[\n，,；;。]/ : /[\n;]/);
  return ORGANISATION.test(first) ? upTo(50)(first.trim()) : undefined;
};

const WAY = /开发|转让|许可|入股|融资|服务|咨询|攻关|研发|合作|入驻|落地|授权|孵化|股权|面议|协商/;
/** Ways to cooperate, without what is said of each. */
const ways: Shape = (words) => {
  const clauses = words.replace(/^.{0,6}合作方式(?:以|为|是)/, '').split(/(?<=[，,；;。])/);
  const end = clauses.findIndex((clause, at) => at > 0 && (!WAY.test(clause) || /\d/.test(clause)));
  const said = clauses.slice(0, end < 0 ? clauses.length : end).join('');
  return oneOf(80)(said.replace(/[，,；;。]$/, '').replace(/(?:均可|皆可|都可以?|为主)$/, ''));
};

const SUBJECT = /^[\u4e00-\u9fffA-Za-z（）()、，,/·&.及与和 -]{2,40}$/;
const TITLE = /师|教授|研究员|讲师|工$|员|初级|中级|高级|副高|正高|主任|助教|Professor|Engineer/;
const SKILL = /特级技师|首席技师|高级技师|技师|高级工|中级工|初级工|[一二三四五]级/;
const DAY =
  /\d|月|周|星期|[一二两三半]年|年[底内末]|随时|立即|即时|即可|长期|尽快|面议|不限|周内|月内|招满|January|February|March|April|May|June|July|August|September|October|November|December/;

const ALL: Readonly<Record<string, Shape>> = {
  phone,
  email: found(EMAIL),
  contact: person,
  uscc: (words) => /[0-9A-Z]{15,20}/.exec(plain(words))?.[0],
  pay: (words) => {
    const clauses = words.split(/(?<=[，；。])|(?<=[^\d]),/);
    const end = clauses.findIndex(
      (clause) => !/\d|面议|提成|绩效|[一二两三四五六七八九十][千万]/.test(clause),
    );
    const said = clauses.slice(0, end < 0 ? clauses.length : end).join('');
    return upTo(40)(said.replace(/[，,；;。]$/, '')) || undefined;
  },
  city: (words) => {
    const [first = ''] = words.split(/[|｜\n]/);
    const place = first.replace(/(?<=[\u4e00-\u9fff]{2})\s*-.*$/, '').trim();
    return /\d{3}/.test(place) ? undefined : upTo(20)(place);
  },
  organisation,
};

const TALENTS: Readonly<Record<string, Shape>> = {
  ...ALL,
  name,
  education: (words) => {
    if (/^研究生[/(（]?(?:博士|硕士)[)）]?$/.test(words)) return words;
    const [first = ''] = words.split(/[\s/、，,（(·|｜]/);
    return first.length <= 12 && LEVEL.test(first) ? first : LEVEL.exec(words)?.[0];
  },
  degree: containing(/博士|硕士|学士|Ph|Master|Bachelor|M\.|B\.|MBA/, 60),
  school,
  field: (words) => {
    const bare = words.replace(/\s*专业(?:毕业)?$/, '');
    return SUBJECT.test(bare) && !SCHOOL.test(bare) ? bare : undefined;
  },
  title: containing(TITLE, 24),
  skillLevel: containing(SKILL, 20),
  certificateNo: (words) => /[0-9A-Z][0-9A-Z-]{5,29}/i.exec(plain(words))?.[0],
  employer: (words) => organisation(words.replace(/[（(][^）)]*[年月][^）)]*[）)]/g, '').trim()),
  post: (words) => upTo(30)(words.split(/\s*[|｜·]\s*/)[0]?.replace(/.*[：:]/, '') ?? ''),
  years: (words) =>
    /^[二三四五六七八九]?十?[一二三四五六七八九]?\s*年$|(?<!\d)\d{1,2}(?!\d)\s*(?:余|多|\+)?\s*(?:年|years)|^\d{1,2}$/i.test(
      words,
    )
      ? upTo(20)(words)
      : undefined,
  engagement: containing(/全职|兼职|柔性|刚性|顾问|全时|短期|项目|挂职|候鸟|full|part|合作/i, 30),
  postWanted: (words) => {
    const [post = ''] = words.split(/[，；](?=[^，；]*(?:薪|待遇|地点|工作地|到岗|\d))/);
    return /^(?:\d|无)/.test(post) ? undefined : upTo(60)(post);
  },
  cities: (words) => (/\d{3}/.test(words) ? undefined : upTo(40)(words)),
  availableFrom: containing(DAY, 24),
  daysPerYear: (words) => (/\d/.test(words) ? upTo(26)(words) : undefined),
  source: upTo(40),
};

const PROJECTS: Readonly<Record<string, Shape>> = {
  ...ALL,
  title: (words) =>
    words.length >= 4
      ? upTo(80)((words.split('\n')[0] ?? '').replace(/[（(]\s*\d{1,3}\s*[人名位]\s*[）)]$/, ''))
      : undefined,
  leader: name,
  leaderPost: (words) => upTo(30)(words.split(/[\n；;]/)[0] ?? ''),
  origin,
  stage,
  place: (words) => {
    const from = /(?:来自|位于|来源于)([\u4e00-\u9fff]{2,8}?)(?=[，。；、]|$)/.exec(words)?.[1];
    if (from !== undefined) return from;
    return /[省市县区州国]/.test(words) || findKnownPlace(words.slice(0, 2)) !== undefined
      ? upTo(30)(words)
      : undefined;
  },
  field: upTo(60),
  modes: ways,
  price: amount,
  investment: amount,
  funding: wanted,
  space: (words) => {
    const [clause = ''] = words.replace(/[（(][^（()）\d]*[)）]$/, '').split(/[，；。]/);
    const first = words.length <= 30 && /[，；]/.test(words) ? words : clause;
    return /\d|无|不需/.test(first) ? upTo(40)(first.replace(MEANS_TO, '')) : undefined;
  },
};

const NEEDS: Readonly<Record<string, Shape>> = {
  ...ALL,
  title: (words) =>
    words.length >= 2
      ? upTo(80)((words.split('\n')[0] ?? '').replace(/[（(]\s*\d{1,3}\s*[人名位]\s*[）)]$/, ''))
      : undefined,
  budget: amount,
  deadline: containing(DAY, 24),
  modes: ways,
  ipOwnership: upTo(40),
  category: upTo(40),
  industry: upTo(60),
  confidentiality: upTo(40),
  headcount: (words) => (/\d|若干/.test(words) ? upTo(12)(words) : undefined),
  education: (words) => (LEVEL.test(words) ? upTo(24)(words) : undefined),
  fields: upTo(80),
  minYears: containing(/\d|不限|应届|无|经验/, 24),
  organisationKind: upTo(20),
  arrivalBy: containing(DAY, 24),
  expiresOn: containing(DAY, 24),
};
const SHAPES: Readonly<Record<DocumentKind, Readonly<Record<string, Shape>>>> = {
  talents: TALENTS,
  projects: PROJECTS,
  'technology-needs': NEEDS,
  'hiring-needs': NEEDS,
};

/**
 * What `words` say of a field, without what stands around it; undefined where they cannot be what the field holds: a person
 * fills in what is missing, but may pass over what is wrong.
 */
export function plausible(kind: DocumentKind, field: string, words: string): string | undefined {
  const ticked = tickedIn(words.trim());
  if (ticked === undefined || BLANK.test(ticked) || saysNothing(plain(ticked))) return undefined;
  const said = withoutMarks(ticked)
    .replace(/^[:：\s]+/, '')
    .trim();
  if (saysNothing(plain(said))) return undefined;
  const shape = SHAPES[kind][field];
  return shape ? shape(said) : said;
}
