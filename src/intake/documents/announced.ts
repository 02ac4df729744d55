import { wishesIn } from './career';
import type { DocumentKind, Label } from './labels';
import { RANK, SCHOOL } from './career-words';

/** The field that a label announces where it stands. */
export function meantBy(
  { name, field }: Label,
  kind: DocumentKind,
  section: string,
  words: string,
): string | null {
  if (kind === 'talents' && WISHES.test(section)) return WISHED[name] ?? field;
  // 技术需求 heads a name on one form and a description on another.
  return kind === 'technology-needs' && field === 'title' && /[，；。]/.test(words) ? 'text' : field;
}

/** What the labels of a part that tells of wishes mean there. */
const WISHES = /求职|意向|期望|发展方向/;
const WISHED: Readonly<Record<string, string>> = {
  地点: 'cities',
  城市: 'cities',
  地区: 'cities',
  工作地点: 'cities',
  工作城市: 'cities',
  工作地区: 'cities',
  所在地: 'cities',
  薪资: 'pay',
  薪酬: 'pay',
  月薪: 'pay',
  年薪: 'pay',
  待遇: 'pay',
  薪资待遇: 'pay',
  职位: 'postWanted',
  岗位: 'postWanted',
  职务: 'postWanted',
  职能: 'postWanted',
  '职能/职位': 'postWanted',
  职业: 'postWanted',
};

/** 毕业院校及专业 holds both. */
const WITH_FIELD = /(?:院校|学校|高校|何校).*专业/;
const WHEN = /(?:19|20)\d{2}\s*[-年./]\s*(?:\d{1,2}\s*月?)?\s*/g;
const WITH_POST = /单位.*(?:职务|职位|岗位)/;
const WITH_DEGREE = /学历.*学位/;
const WITH_CASES = /(?:阶段|成熟度).*应用/;
/** 联系人/职务 holds a name and a post. */
const WITH_CONTACT_POST = /联系人.*职务/;
/** A label that is itself what somebody is: 创始人/CEO：某某. */
const IS_POST =
  /^(?:联合创始人|创始人|董事长|总经理|首席|ceo)(?:[/兼、&](?:ceo|董事长|总经理|首席[\u4e00-\u9fff]{2,4}))?$/i;
/** 某研究所 催化研究室（主任）: a part of the place and what somebody is there. */
const PLACE_AND_POST =
  /^(\S+(?:公司|集团|研究院|研究所|大学|学院|厂|中心|医院|GmbH|Ltd\.?|Inc\.?))[\s\n，,、/]+(.+)$/s;

/** One label may announce two fields; each is found by its shape. */
export function spread({ name }: Label, field: string, words: string): [field: string, words: string][] {
  if (field === 'school' && WITH_FIELD.test(name)) {
    const told = words.replace(WHEN, '');
    const school = SCHOOL.exec(told)?.[0] ?? '';
    const rest = told.slice(told.indexOf(school) + school.length).replace(/^[\s，,、/]+/, '');
    return [['school', school], ...(rest === '' ? [] : [['field', rest] as [string, string]])];
  }
  if (field === 'employer' && WITH_POST.test(name)) {
    const [, employer = words, post = ''] =
      /^(.*?(?:公司|集团|研究院|研究所|大学|学院|厂|中心|医院|GmbH|Ltd\.?|Inc\.?))[\s，,、/]*(.*)$/s.exec(
        words,
      ) ??
      /^(\S+)[\s，,、/]+(.*)$/.exec(words) ??
      [];
    return [['employer', employer], ...(post === '' ? [] : [['post', post] as [string, string]])];
  }
  if (field === 'employer') {
    const [, employer, post = ''] = PLACE_AND_POST.exec(words) ?? [];
    if (employer !== undefined && RANK.test(post))
      return [
        ['employer', employer],
        ['post', post],
      ];
  }
  if (field === 'contact' && WITH_CONTACT_POST.test(name)) {
    const [contact = '', post = ''] = words.split(/[\s/、，,（(）)]+/);
    return [
      ['contact', contact],
      ...(post === '' || /\d/.test(post) ? [] : [['contactPost', post] as [string, string]]),
    ];
  }
  if (field === 'stage' && WITH_CASES.test(name)) {
    const sentences = words.split(/(?<=[。；])/);
    return [
      ['stage', sentences[0] ?? ''],
      ...(sentences.length > 1 ? [['cases', sentences.slice(1).join('')] as [string, string]] : []),
    ];
  }
  if (field === 'postWanted' && /[|｜]/.test(words)) return wishesIn(words);
  if (field === 'leader' && /职[称务]/.test(name)) {
    const [leader = '', post = ''] = words.split(/[\s/、，,（(）)]+/);
    return [
      ['leader', leader],
      ['leaderPost', post],
    ];
  }
  if (field === 'leader' && IS_POST.test(name))
    return [
      ['leader', words],
      ['leaderPost', name.toUpperCase()],
    ];
  if ((field === 'education' || field === 'degree') && WITH_DEGREE.test(name)) {
    const [education = '', degree] = words.split(/[\s/、，,]+/);
    if (education === '研究生' && degree !== undefined)
      return [
        ['education', words],
        ['degree', degree],
      ];
    return [
      ['education', education],
      ['degree', degree ?? (/士$/.test(education) ? '' : education)],
    ];
  }
  return [[field, words]];
}
