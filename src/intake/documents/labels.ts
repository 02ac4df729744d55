import { FORMS } from '../forms/forms';
import type { ImportKind } from '../forms/form';
import headings from '../forms/headings.json';
import { bareNameOf, namesLike } from '../table/heading';

/** Kinds that a single document can be. */
export const DOCUMENT_KINDS = ['technology-needs', 'hiring-needs', 'projects', 'talents'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];
export const isDocumentKind = (kind: ImportKind): kind is DocumentKind =>
  (DOCUMENT_KINDS as readonly string[]).includes(kind);

/** A label as it stands there, and the field that it announces; null: one that is not taken. */
export interface Label {
  readonly name: string;
  readonly field: string | null;
}
export type Labels = ReadonlyMap<string, string | null>;

/** Labels and titles of what is not taken, which all the same end what stands before them. */
const OTHER = `
工作经历 工作经验 工作履历 工作简历 主要工作经历 任职经历 从业经历 职业经历 履历 简历 项目经历 项目经验 科研项目 主持项目 承担项目 主要项目
教育背景 教育经历 学习经历 学历背景 受教育经历 学习简历 求学经历 培训经历 实习经历 海外经历 学术兼职 社会兼职 招生信息
基本信息 个人信息 基本资料 候选人基本资料 求职信息 联系信息 自我评价 个人简介 个人优势 个人总结 自我描述 兴趣爱好 求职意向 就业意向 技能 专业技能 技能标签 技能证书 证书 资格证书
所获证书 语言能力 外语水平 获奖与荣誉 获奖荣誉 荣誉奖励 荣誉证书 在校经历 校园经历 社团经历 家庭成员 家庭情况 参考人 推荐人意见 顾问评语 背景调查 离职原因 目前薪资 目前状况 期望从事行业 期望行业
附件 备注 说明 填表日期 填报日期 填表时间 登记日期 登记号 推荐日期 推荐顾问 更新时间 微信 户口 邮编 邮政编码 通讯地址 通信地址 地址 单位地址 传真 网址 毕业时间 入学时间 参加工作时间 发证日期
单位意见 推荐单位意见 推荐意见 审核意见 主管部门意见 承诺 申报承诺 个人承诺 签字 签章 所属园区 所属县区 意向落地园区 推荐单位 是否路演 是否签约 是否涉密
企业简介 单位简介 公司简介 企业概况 公司概况 企业基本情况 单位基本情况 公司情况 关于我们 公司介绍 企业介绍 投递方式 应聘方式 报名方式 联系我们 团队介绍 核心团队 团队情况 团队成员 主要完成人员
痛点 行业痛点 风险与对策 风险分析 财务预测 商业模式 盈利模式 营销策略 公司与团队 产品与技术 发展规划 实施计划 目录 研究内容 主要研究内容 进度安排 应用行业 学科分类 任务来源 成果体现形式 需求
education employment experience skills references referees publications selectedpublications languages awards honors workexperience professionalexperience careerpreference summary profile certificates
`
  .trim()
  .split(/\s+/);

/** What a list is headed by, but a CV says of each post or has sections of. */
const NOT_IN_DOCUMENTS = new Set('工作经历 工作经验 项目经历'.split(' '));
/** What people say of themselves: a speciality where it is a word or two, and none in sentences. */
export const SELF_SAID: ReadonlySet<string> = new Set(
  '自我评价 个人简介 个人优势 技能标签 专业技能'.split(' '),
);
/** Labels that say of what only by the part of a CV they stand in. */
const NAMED_IN_PARTS =
  '地点 城市 地区 工作地点 工作城市 工作地区 薪资 薪酬 月薪 年薪 待遇 薪资待遇 职能 职能/职位 职业 行业'.split(
    ' ',
  );
/** Words that stand in tables of every sort: labels only where a colon or a row of a form makes them one. */
const BARE = new Set(
  '项目 单位 团队 企业 公司 领域 经验 市场 荣誉 价格 投资 融资 进展 性质 地点 优势 特点 指标 需求 难题 成果 作价 经费 负责人 奖励 奖项'.split(
    ' ',
  ),
);

const folded = (words: string): string => words.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

function labelsOf(kind: DocumentKind): Labels {
  const labels = new Map<string, string | null>();
  for (const name of [...headings.protected, ...headings.ignored, ...OTHER]) labels.set(folded(name), null);
  if (kind === 'talents') for (const name of NAMED_IN_PARTS) labels.set(name, null);
  if (kind === 'talents') for (const name of SELF_SAID) labels.set(name, 'speciality');
  for (const [field, names] of Object.entries(headings.fields[kind] as Record<string, string[]>))
    for (const name of names)
      if (!NOT_IN_DOCUMENTS.has(folded(name)) && !labels.get(folded(name))) labels.set(folded(name), field);
  for (const [field, { zh }] of Object.entries(FORMS[kind].fields)) labels.set(folded(bareNameOf(zh)), field);
  return labels;
}
const LABELS = new Map(DOCUMENT_KINDS.map((kind) => [kind, labelsOf(kind)]));
export const labelsFor = (kind: DocumentKind): Labels => LABELS.get(kind) as Labels;

/** 一、 (1) 1.2 ● 【 in front of a label. */
export const NUMBERING =
  /^(?:第[一二三四五六七八九十]+[章节部分]+[、:：\s]*|[(（]?(?:[一二三四五六七八九十]{1,3}|\d{1,2}(?:[.．]\d{1,2})*)[)）]?(?:[、.．)）]|(?<=[.．]\d{1,2})\s)|0\d(?=[\s\u4e00-\u9fff])|[①-⑳]|[●■◆•*▌▎▍◇★☆◎▶►✔✓➢【〖[])\s*/;

/** A line that begins another part: numbered, short, and no sentence. */
export const isSection = (line: string): boolean =>
  (/^(?:第[一二三四五六七八九十]+[章节部]|[一二三四五六七八九十]{1,3}[、.．]|0\d[\s.、]|[▌▎▍■◆★【])/.test(
    line,
  ) &&
    line.length <= 18 &&
    !/[。；，：:]/.test(line)) ||
  /^[A-Z][A-Z &/()\d,-]{4,40}$/.test(line);

/** The label that a cell is as a whole, without numbering, brackets and colon. */
export function labelIn(cell: string, labels: Labels, isSure = true): Label | undefined {
  if (cell.length > 40) return undefined;
  const name = folded(
    cell
      .replace(NUMBERING, '')
      .replace(/[】〗\]]+$/, '')
      .replace(/[:：*]+$/, ''),
  );
  const bare = name.replace(/[(（][^)）]*[)）]/g, '').replace(/[:：]$/, '');
  const said = /[\u4e00-\u9fff]{2}/.test(bare) ? bare.replace(/[/／]?[a-z][a-z .&/-]*$/, '') : bare;
  for (const form of [name, bare, said]) {
    const field = labels.get(form);
    if (field !== undefined) return isSure || !BARE.has(form) ? { name: form, field } : undefined;
  }
  if (bare.length < 4 || bare.length > 14 || /\d|[。；:]/.test(bare)) return undefined;
  for (const form of namesLike(bare)) {
    const field = labels.get(form);
    if (field && !BARE.has(form)) return { name: bare, field };
  }
  return undefined;
}
