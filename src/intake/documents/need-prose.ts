import type { DocumentLine, Extracted } from './document';
import type { DocumentKind } from './labels';
import { EMAIL } from './plausible';

const HAN = '[\\u4e00-\\u9fff]';
const ORGANISATION = `(?:${HAN}|[（）()A-Za-z]){3,28}?(?:有限公司|有限责任公司|股份公司|公司|集团|研究院|研究所|设计院|大学|学院|医院|合作社|实验室|工厂|厂)`;
const DAY = '(?:19|20)\\d{2}\\s*年\\s*\\d{1,2}\\s*月(?:\\s*\\d{1,2}\\s*日)?(?:底|前|底前|末)?';
const SUM =
  '\\d[\\d,.]*\\s*(?:亿|万)?元?\\s*(?:[-~—至到]\\s*\\d[\\d,.]*\\s*)?(?:亿|万)?元(?:\\s*[至到]\\s*\\d[\\d,.]*\\s*(?:亿|万)?元)?';

type Sentence = readonly [field: string, pattern: RegExp];

/** What a letter, a notice or a plan says without a label, and the group that says it. */
const OF_ALL: readonly Sentence[] = [
  [
    'contact',
    /(?:联系|咨询|\d{7,})(?:我们|电话|人)?[：:\s（(]{0,3}(?:[\u4e00-\u9fff]{2,14}(?:中心|部|处|科))?([\u4e00-\u9fff](?:老师|主任|经理|先生|女士|部长|科长|处长))/,
  ],
  [
    'organisation',
    new RegExp(
      `^(${ORGANISATION})(?:[（(][^）)]{2,12}[）)])?(?:是|系|为|成立于|始建于|创建于|创立于|位于|座落)`,
    ),
  ],
];
const OF_TECHNOLOGY: readonly Sentence[] = [
  ['organisation', new RegExp(`我(?:公司|司|单位|厂|院)[（(](${ORGANISATION})[）)]`)],
  [
    'title',
    /^关于(?:征集|寻求|征求|对接|解决)?(.{4,40}?)的?(?:技术)?(?:需求|难题|函|公告)(?:的?(?:函|公告|说明|申请|报告))?$/,
  ],
  ['budget', new RegExp(`(?:投入|预算|经费|资金|费用)[^，。；\\d]{0,8}?(${SUM})`)],
  [
    'deadline',
    new RegExp(
      `(?:希望|要求|计划|力争|须|需|拟|应)[^，。；]{0,6}?(${DAY})[^，。；]{0,6}?(?:完成|交付|解决|投产|验收|攻克|之?前)`,
    ),
  ],
  ['modes', /合作方式(?:以|为|是|可采?[取用]|拟采?[取用])([^，。；]{2,16}?)(?:为主|的?方式|$|[，。；])/],
  [
    'modes',
    /(?:采[取用]|通过|以|愿意?|希望)(委托开发|联合开发|合作开发|技术转让|技术入股|技术咨询|技术服务|联合攻关)(?:的?方式|为主|等)?/,
  ],
  ['ipOwnership', /(?:知识产权|产权|成果)(?=[归由])([归由][^，。；]{2,14})/],
  [
    'expertsWanted',
    /(?:倾向|优先|希望|愿|拟)(?:考虑)?(?:与|于|和|同)(.{4,30}?)(?:开展|进行)?(?:合作|对接|联合)/,
  ],
  [
    'qualities',
    /(?:属|是|系|为)(?:于)?((?:国家级?|省级?)?(?:高新技术企业|规模以上(?:工业)?企业|规上(?:工业)?企业|科技型中小企业|专精特新[^，。；]{0,8}企业))/,
  ],
];
const OF_HIRING: readonly Sentence[] = [
  [
    'organisation',
    new RegExp(
      `^(${ORGANISATION})(?:20\\d{2}年(?:度)?)?(?:高薪|公开|校园|社会)?(?:招聘|诚聘|诚招|引才|人才引进)`,
    ),
  ],
  ['organisationKind', /[的（(，](民营|国有|外资|合资|上市|中外合资|国有控股|私营)企业/],
  [
    'education',
    /((?:博士研究生|硕士研究生|博士|硕士|研究生|大学本科|本科|大专|专科|高职|中专|高中|技校)(?:及|或)?以上(?:学历|学位)?)/,
  ],
  [
    'fields',
    /(?<=^|[，,；;。：:、及上历位])([\u4e00-\u9fff、/（）()A-Za-z]{2,50}?(?:等)?(?:相关|相近|类)专业)/,
  ],
  [
    'minYears',
    /((?:具有|有)?(?:至少|不少于)?\d{1,2}(?:[-~—至]\d{1,2})?年(?:及)?以上)[^，。；]{0,16}(?:经验|经历)/,
  ],
  [
    'expiresOn',
    new RegExp(`(?:截止|截至)[^，。；\\d]{0,6}(${DAY}|(?:19|20)\\d{2}[-./]\\d{1,2}[-./]\\d{1,2})`),
  ],
  ['email', new RegExp(`(${EMAIL.source})`)],
  ['phone', /(?<!\d)(1[3-9]\d[ -]?\d{4}[ -]?\d{4})(?!\d)/],
  [
    'title',
    /(?:诚聘|招聘启事|诚招|高薪聘请|急聘|招聘)[：:\s—-]*([\u4e00-\u9fffA-Za-z/（）()]{2,20}(?:师|员|工|长|经理|总监|主管|专员|教授|主任|人))(?:\s*\d|$|[，。；\s])/,
  ],
  [
    'title',
    /^((?:高级|资深|初级|中级)?[\u4e00-\u9fffA-Za-z/+（）()]{2,16}(?:工程师|技师|主管|经理|专员|总监|操作工|技术员|设计师|研究员|科学家))(?:\s+\d[^。]{0,16})?$/,
  ],
  ['pay', /(?<!\d)(\d+(?:\.\d+)?\s*[-~—]\s*\d+(?:\.\d+)?\s*(?:[kK]|万)(?:[·*×]\d+薪)?(?:\/[月年])?)/],
  ['minYears', /(?<=^|[\s|｜])(\d{1,2}[-~—]\d{1,2}年|\d{1,2}年以上)(?=$|[\s|｜])/],
  ['education', /(?<=[|｜]\s*)(博士|硕士|本科|大专)(?=\s*(?:[|｜]|$))/],
  ['headcount', /(?:招聘|诚聘|需求|招|聘)[^，。；\d]{0,16}?(\d{1,3}\s*[人名位])/],
];
const OF_PROJECTS: readonly Sentence[] = [
  [
    'title',
    /^关于[“"《「]?(.{4,40}?)[”"》」]?(?:项目|技术|成果)?的?(?:情况)?(?:说明|介绍|汇报|简介|推介|报告|函)$/,
  ],
  ['title', /(?:研发|研制|开发|提出|推介)的?[“"《]([^”"》]{4,40})[”"》]/],
  [
    'leader',
    /(?:校|院|所|由|的)([\u4e00-\u9fff]{2,3})(?:副?教授|研究员|博士|院士)(?:科研|研发|创新|课题)?团队/,
  ],
  ['price', /(?:许可费|转让费|转让价格?|许可价格?)[^，。；\d]{0,4}(\d[\d,.]*\s*(?:万|亿)?元)/],
  [
    'leaderPost',
    /由((?:副|助理)?(?:教授|研究员)|(?:高级|正高级)?工程师|讲师|博士)[\u4e00-\u9fff]{2,3}(?:担任|任|作为|为)/,
  ],
  [
    'leader',
    /由(?:(?:副|助理)?(?:教授|研究员)|(?:高级|正高级)?工程师|讲师|博士)?([\u4e00-\u9fff]{2,3}?)(?:担任|任|作为|为)(?:项目|团队)?负责人/,
  ],
  ['novelty', /创新(?:点|之处|性)?(?:主要)?(?:在于|体现在|是|为)[：:]?([^。；]{6,120})/],
  [
    'patents',
    /((?:发明专利|专利|实用新型|软件著作权|软著)\s*\d+\s*[件项](?:[，、和及][^。；]*?\d+\s*[件项][^，。；]{0,6})*)/,
  ],
  [
    'cases',
    /(?:^|[。；：，])\s*((?:样机|产品|系统|技术|成果|项目|设备)?(?:目前)?已?(?:经)?在[^。；]{2,30}?(?:示范|试用|投运|应用|推广|装机|(?<!试)运行|使用)[^，。；]*)/,
  ],
  ['cases', /[：:]\s*([\u4e00-\u9fff、]{2,16}(?:示范|试用|推广|装机|投运)\s*\d[^。；]*)/],
  ['market', /(?:^|[。；])([^。；]*市场(?:前景|规模|空间|容量|需求量?|广阔)[^。；]*[。；]?)/],
  ['funding', /(?:需要?|融资|缺口|资金)(?:资金|融资)?[^，。；\d]{0,4}(\d[\d,.]*\s*(?:万|亿)元)/],
  ['origin', /(留学人员|海归|大学生)(?:创业|创新)(?:团|企业|项目|人才)/],
  ['space', /(?:标准化?|独立)?厂房\s*\d[\d,.]*\s*(?:㎡|平方米|平米|亩)/],
  [
    'space',
    /(\d[\d,.]*\s*(?:㎡|平方米|平米|亩))(?:左右)?的?[^，。；\d]{0,10}(?:厂房|场地|办公|车间|用地|空间)/,
  ],
  ['organisation', new RegExp(`(?:我们|团队|项目组)(?:是|来自|依托)?(?:的)?(${ORGANISATION})(?:的|[，,。])`)],
  ['leader', /(?:汇报人|主讲人|创始人)(?:兼?CEO)?[：:]\s*([\u4e00-\u9fff]{2,3})(?=[\s｜|，,]|$)/],
  ['organisation', /(?:汇报人|主讲人)[：:]\s*[\u4e00-\u9fff]{2,4}[\s｜|]+([^\s｜|：:]{4,40})/],
  [
    'stage',
    /(?:处于|属于|进入|已?完成了?|达到)[^，。；]{0,10}?(研发|小试|中试|小批量|试生产|批量生产|产业化|量产|样机|实验室)(?:阶段|验证|试验|试制|$|[，。；])/,
  ],
  ['stage', /(TRL\s*[1-9])/i],
  ['leader', /(?:项目|团队)?负责人(?:为|是)?\s*([\u4e00-\u9fff]{2,3})(?=[，,（(、。]|$)/],
  ['space', /(?:厂房|场地|办公|车间|用地)[^，。；\d]{0,8}(\d[\d,.]*\s*(?:㎡|平方米|平米|亩))/],
  [
    'expertsWanted',
    /(?:急需|需要|希望引进|引荐|拟引进|招募)([^，。；]{2,30}?(?:专家|工程师|人才|教授|总监)[^。；]{0,30})/,
  ],
  ['phone', /(?<!\d)(1[3-9]\d[ -]?\d{4}[ -]?\d{4})(?!\d)/],
];
const WAY =
  '(?:技术|专利|成果)?(?:转让|许可)|作价入股|技术入股|合作开发|联合开发|委托开发|联合攻关|技术服务|技术咨询|股权融资';
/** Ways to cooperate, named one after the other. */
const WAYS = new RegExp(
  `(?:合作|转化|方式|意向|寻求|可采[取用]|愿以)[^。；]{0,16}?((?:${WAY})(?:[、，,/或和及与](?:${WAY}))*)`,
);
const SENTENCES: Readonly<Record<Exclude<DocumentKind, 'talents'>, readonly Sentence[]>> = {
  'technology-needs': [...OF_ALL, ...OF_TECHNOLOGY, ['modes', WAYS]],
  'hiring-needs': [...OF_ALL, ...OF_HIRING],
  projects: [...OF_ALL, ...OF_PROJECTS, ['modes', WAYS]],
};
const ALONE = new RegExp(`^(${ORGANISATION})(?:[（(]盖?章?[）)])?$`);

/** What needs and proposals say in sentences. */
export function fieldsOfNeed(
  kind: Exclude<DocumentKind, 'talents'>,
  lines: readonly DocumentLine[],
): Extracted[] {
  const passages = lines.map(({ cells }) => cells.join(' '));
  const found = SENTENCES[kind].flatMap(([field, pattern]): Extracted[] => {
    const passage = passages.find((line) => pattern.test(line));
    const match = passage === undefined ? null : pattern.exec(passage);
    const words = match?.[1] ?? match?.[0];
    return passage === undefined || words === undefined ? [] : [{ field, words: words.trim(), passage }];
  });
  // On a cover, or under a letter, an organisation stands alone on its line.
  const signed = [...passages.slice(0, 8), ...passages.slice(-4)].find((line) => ALONE.test(line));
  if (signed !== undefined)
    found.push({ field: 'organisation', words: ALONE.exec(signed)?.[1] ?? signed, passage: signed });
  return found;
}
