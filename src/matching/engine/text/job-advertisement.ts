/**
 * Hides what an advertisement of a post says beside the post: who offers it, pay, benefits, hours. A welder's post
 * is the same in any firm. Hidden characters become spaces of the same length, so that offsets stay valid.
 */

/** "Calls for" in advertisements. */
const CALLS = '招聘|诚聘|诚招|急聘|急招|高薪聘请|聘请';
/** What makes 招聘 the work itself: a recruiter, a recruiting system. */
const RECRUITING =
  '专员|主管|经理|顾问|专家|总监|师|助理|培训|专业|负责|实习|渠道|运营|文员|主任|岗|客服|工作|信息|管理|网站|平台|会|计划|系统|流程|软件|hr';
const SUM = String.raw`\d[\d,.]{0,9}\s{0,2}(?:[kKwW万千]|元)?`;

const PATTERNS: readonly RegExp[] = [
  new RegExp(String.raw`^[^，。；：！？\s,;:!?、]{0,24}?(?:${CALLS})(?=[\p{L}\p{N}])(?!${RECRUITING})`, 'iu'),
  new RegExp(
    String.raw`(?:月薪|月入|年薪|底薪|起薪|薪资|工资|保底)(?:可达|过|约)?\s{0,2}${SUM}(?:\s{0,2}[-~—–至到]\s{0,2}${SUM})?(?:以上|起|\+)?(?:\s{0,2}\/\s{0,2}[月年])?`,
    'gu',
  ),
  /[五六]险[一二]金|五险|双休|单休|大小周|朝九晚[五六]|早[七八九]晚[五六]|包吃包?住|包住宿?|包食宿|包吃|管吃管住|免费住宿/gu,
  /无责底薪|底薪|高提成|双薪|年终奖|带薪(?:年假|休假|培训)?|长白班|不加班|(?:经验|学历|专业)不限|(?:待遇|薪资)(?:面议|优厚|从优)|若干名|数名/gu,
  /急聘|急招|诚聘|高薪(?=诚|急|招|聘)/gu,
];

function blank(passage: string): string {
  return ' '.repeat(passage.length);
}

/** The text with the trimmings of an advertisement blanked out. Same length as the original. */
export function hideAdvertising(text: string): string {
  return PATTERNS.reduce((hidden, pattern) => hidden.replace(pattern, blank), text);
}
