/**
 * Hides what must never enter a score: sex, age, ethnicity, birthplace, photo captions and given names, in the
 * ways that biographies, CVs and needs write them. Hidden characters become spaces of the same length, so that
 * offsets stay valid.
 */

const START = String.raw`(?<=^|[\s，,。；;、:：（(|/\[【])`;
const STOP = String.raw`(?=$|[\s，,。；;、（）()|/\]】])`;
const DATE = String.raw`(?:19|20)\d{2}\s{0,3}[年.\-/]\s{0,3}(?:\d{1,2}\s{0,3}(?:月|[.\-/]\s{0,3}\d{1,2}|(?!\d)))?\s{0,3}(?:\d{1,2}\s{0,3}日)?`;
const ETHNIC_GROUPS =
  '汉|蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|' +
  '仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|京|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺';
const PROVINCES =
  '北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|' +
  '内蒙古|广西|西藏|宁夏|新疆|香港|澳门';

/** Labelled entries of a form or CV: the label and its value up to the next separator. */
const LABELLED = new RegExp(
  String.raw`(?:姓\s{0,3}名|性\s{0,3}别|年\s{0,3}龄|民\s{0,3}族|籍\s{0,3}贯|出生地|出生年月|出生日期|生\s{0,3}日|户籍|户口所在地|照\s{0,3}片|图\s{0,3}片?说明|婚姻状况|` +
    String.raw`\b(?:name|sex|gender|age|date of birth|birth ?date|birthplace|place of birth|ethnicity|nationality|photo|marital status))` +
    String.raw`\s{0,3}[:：]\s{0,3}(?:[A-Za-z][A-Za-z.' -]{0,40}|[^\s，,。；;|]{0,20})`,
  'giu',
);

const PATTERNS: readonly RegExp[] = [
  LABELLED,
  // A biography's opening: the name before "，男，".
  /(?<=^|[\n。；;])\s{0,3}[\p{Script=Han}·]{2,12}(?=\s{0,3}[，,、（(]\s{0,3}(?:男|女)(?:性)?\s{0,3}[，,、；;）)])/gu,
  new RegExp(`${START}(?:男|女)(?:性|士)?${STOP}`, 'gu'),
  new RegExp(String.raw`(?:出?生于|于)?\s{0,3}${DATE}\s{0,3}(?:出?生(?:于|人)?|诞生)`, 'gu'),
  new RegExp(String.raw`(?:出?生于|\bborn (?:in|on)\b)\s{0,3}(?:${DATE}|(?:19|20)\d{2})`, 'giu'),
  /(?:现年|今年|年龄|年满|年纪|芳龄)?\s{0,3}\d{1,2}\s{0,3}(?:周)?岁(?:以下|以上|以内|左右)?/gu,
  /\b(?:aged?\s+\d{1,2}|\d{1,2}[\s-]years?[\s-]old|born in [A-Z]\p{L}+)\b/gu,
  new RegExp(String.raw`${START}(?:${ETHNIC_GROUPS})族${STOP}`, 'gu'),
  new RegExp(
    String.raw`${START}(?:祖籍|原籍|籍贯|生于|出生于|来自)?(?:${PROVINCES})(?:省|市|自治区)?\p{Script=Han}{0,10}人${STOP}`,
    'gu',
  ),
  new RegExp(String.raw`(?:祖籍|原籍|籍贯)\s{0,3}(?:为|是)?\s{0,3}\p{Script=Han}{2,12}${STOP}`, 'gu'),
  /(?:少数民族|男士|女士|先生|小姐|男性|女性)/gu,
  /\b(?:male|female|man|woman|mr|mrs|ms|miss)\b\.?/giu,
  /\b(?:he|she|his|her|him|hers|himself|herself)\b/giu,
  /(?<!其)[他她]们?/gu,
];

function blank(passage: string): string {
  return ' '.repeat(passage.length);
}

/** The text with personal details, and every literal of `redactions`, blanked out. Same length as the original. */
export function hidePersonalDetails(text: string, redactions: readonly string[] = []): string {
  let hidden = text;
  for (const literal of redactions) {
    if (literal.trim().length > 1) hidden = hidden.replaceAll(literal, blank(literal));
  }
  for (const pattern of PATTERNS) hidden = hidden.replace(pattern, blank);
  return hidden;
}
