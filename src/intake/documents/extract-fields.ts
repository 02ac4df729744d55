import { FORMS } from '../forms/forms';
import { careerFields, wishesIn } from './career';
import type { DocumentLine, DocumentText, Extracted } from './document';
import { englishFields } from './english-fields';
import {
  type DocumentKind,
  isSection,
  type Label,
  labelIn,
  type Labels,
  labelsFor,
  SELF_SAID,
} from './labels';
import { plausible, RANK, SCHOOL } from './plausible';
import { fieldsOfNeed } from './need-prose';
import { fieldsOfProse } from './prose-fields';
import { guessFields, guessSummary, guessTitle } from './unlabelled-fields';

/** Fields whose words may run over several lines. */
const LONG: ReadonlySet<string> = new Set([
  'text',
  'indicators',
  'basis',
  'novelty',
  'cases',
  'market',
  'patents',
  'awards',
  'duties',
  'conditions',
  'benefits',
  'speciality',
  'achievements',
  'papers',
  'expertsWanted',
]);

/** Contents, with the dots that lead to a page. */
const LEADERS = /…{2,}|\.{6,}|·{6,}/;

/** What one line of a form says under one label. */
interface Said {
  readonly label: Label | undefined;
  readonly words: string;
}

/** A table in a PDF may have lost the gaps between labels and words; a label of two characters may be a word. */
function splitAtLabels(cell: string, labels: Labels): string[] {
  if (labelIn(cell, labels, false)) return [cell];
  const parts: string[] = [];
  for (const [at, token] of cell.split(/ +/).entries()) {
    const isLabel = labelIn(token, labels, false) !== undefined && (at === 0 || token.length > 2);
    const last = parts.at(-1);
    if (isLabel || last === undefined || labelIn(last, labels, false)) parts.push(token);
    else parts[parts.length - 1] = `${last} ${token}`;
  }
  return parts;
}

/** Between a label and its words where a form asks for several of a kind. */
const SUB_LABEL =
  /^(?:中文名?|外文名?|英文名?|拼音|全日制(?:教育)?|在职(?:教育)?|国内|国外|名称|单位|办公|手机号?)$/;

const PAIR =
  /(?<=^|[\s;；,，。|｜（(])(?:【([^】]{1,12})】|([\u4e00-\u9fff]{2,8} [A-Za-z][A-Za-z -]{1,24}(?=\s*[:：])|[^\s:：;；,，。|｜【】]{2,16}(?: [^\s:：|｜]{1,2})?|[\u4e00-\u9fff](?: {1,6}[\u4e00-\u9fff]){1,3})\s*[:：|｜])/g;

/** "姓名：张三  电话：138…" as label and words, label and words; what is before the first label has none. */
function pairsIn(cell: string, labels: Labels): Said[] {
  const said: Said[] = [];
  let label: Label | undefined;
  let from = 0;
  const close = (to: number) => {
    const words = cell
      .slice(from, to)
      .trim()
      .replace(/[;；,，|｜（(]$/, '')
      .trim();
    if (label !== undefined || words !== '') said.push({ label, words });
  };
  for (const match of cell.matchAll(PAIR)) {
    const found = labelIn(match[1] ?? match[2] ?? '', labels);
    if (!found) continue;
    close(match.index);
    label = found;
    from = match.index + match[0].length;
  }
  close(cell.length);
  return said;
}

/** The cells of a line as label and words by turns, whether a colon, a gap or the edge of a cell parts them. */
function saidIn({ cells, isRow = false, isHeading = false }: DocumentLine, labels: Labels): Said[] {
  const said: Said[] = [];
  let label: Label | undefined;
  let isTurn = false;
  const parts = isRow
    ? cells.filter((cell) => cell !== '')
    : cells.flatMap((cell) => (/[:：|｜】]/.test(cell) ? [cell] : splitAtLabels(cell, labels)));
  parts.forEach((part, at) => {
    const bare = part.replace(/\s/g, '');
    const isOfPerson = label?.field === 'contact' || label?.field === 'leader';
    if (isRow && isTurn && at + 1 < parts.length && (SUB_LABEL.test(bare) || (isOfPerson && bare === '姓名')))
      return;
    const isInTurn = isRow || (parts.length % 2 === 0 && at % 2 === 0);
    const isSure =
      isInTurn || /[:：]\s*$/.test(part) || (parts.length === 1 && (isHeading || isSection(part)));
    const found = labelIn(part, labels, isSure);
    if (found) {
      if (isTurn && label) said.push({ label, words: '' });
      label = found;
      isTurn = true;
      return;
    }
    const pairs = pairsIn(part, labels);
    if (pairs.some((pair) => pair.label)) {
      if (isTurn && label) said.push({ label, words: pairs[0]?.label ? '' : (pairs[0]?.words ?? '') });
      said.push(...pairs.slice(isTurn && !pairs[0]?.label ? 1 : 0));
      isTurn = false;
    } else if (isTurn) {
      said.push({ label, words: part });
      isTurn = false;
    } else if (isRow && at + 1 < parts.length && at === 0 && part.replace(/\s/g, '').length <= 14) {
      label = { name: part, field: null };
      isTurn = true;
    } else if (isRow && at + 1 < parts.length && part.replace(/\s/g, '').length <= 10) {
      label = { name: part, field: null };
      isTurn = true;
    } else said.push({ label: label && !isRow ? { name: label.name, field: null } : undefined, words: part });
  });
  if (isTurn && label) said.push({ label, words: '' });
  return said;
}

/** 意向岗位 Position： or 教育背景 Education: where so many lines say their label twice, values may be said twice as well. */
const TWICE = /^[\u4e00-\u9fff]{2,8} [A-Z][A-Za-z &-]{2,30}(?:[：:]|$)/;
const LEAST_TWICE = 4;
const IN_ENGLISH = /(?<=[\u4e00-\u9fff][^]*?)(?:\s*\/\s*|\s+)(?:\d+ )?[A-Za-z][\x21-\x7e][\x20-\x7e]*$/;

/** The field that a label announces where it stands. */
function meantBy({ name, field }: Label, kind: DocumentKind, section: string, words: string): string | null {
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

/** What stands among achievements and has a field of its own. */
const OF_PAPERS = /^(?:共|累计)?(?:发表|撰写)[^。；]{0,12}(?:论文|文章|著作)/;

const HEAD =
  /^(?:序号|姓名|称谓|关系|职称|职务|学位|学历|学历学位|学历\/学位|单位|工作单位|工作单位及职务|所在单位|年龄|性别|专业|所学专业|分工|院校|学校|毕业院校|起止时间|起止年月|时间|岗位|职位|电话|政治面貌|对成果的贡献|承担任务|主要贡献|工作内容|证明人|备注|签名|名称|金额.*|占比|角色|专利号|授权日期|类型)$/;

/** The heads of a table inside a form: three in a row that are labels or heads, which hold nothing themselves. */
const isHead = ({ cells, isRow }: DocumentLine): boolean => {
  const heads = cells.map((cell) => HEAD.test(cell.normalize('NFKC').replace(/\s/g, '')));
  return (
    (cells.length > 2 && /^序\s*号$/.test(cells[0] ?? '')) ||
    (isRow === true && heads.some((_, at) => heads[at] && heads[at + 1] && heads[at + 2]))
  );
};

/** Heads of tables with a row for each of several. */
const OF_SEVERAL = /^(?:序号|称谓|关系|与本人关系|起止.*|时间|年月|姓名|成员)$/;

/** A form may have its labels in one row and what they announce in the next. */
function saidBelow(line: DocumentLine, next: DocumentLine | undefined, labels: Labels): Said[] | undefined {
  if (!line.isRow || !next?.isRow || line.cells.length < 3 || next.cells.length !== line.cells.length)
    return undefined;
  if (line.cells.some((cell) => OF_SEVERAL.test(cell.replace(/\s/g, '')))) return undefined;
  const heads = line.cells.map((cell) => labelIn(cell, labels));
  if (heads.some((head) => head === undefined) || heads.filter((head) => head?.field).length < 2)
    return undefined;
  return next.cells.some((cell) => labelIn(cell, labels))
    ? undefined
    : next.cells.map((words, at) => ({ label: heads[at], words }));
}

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
function spread({ name }: Label, field: string, words: string): [field: string, words: string][] {
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

/** A number of a mobile telephone goes before one of an office, and one beside the contact before any other. */
const weightOf = (words: string, isContact: boolean): number =>
  (isContact ? 2 : 0) + (/(?<!\d)1[3-9]\d/.test(words.replace(/[\s-]/g, '')) ? 1 : 0);

/**
 * The fields of a form that a document states under their labels, in a table or in lines, and those that stand there
 * without one. What a document says twice is taken where it says it first; what cannot be right is left out.
 */
export function extractFields({ lines: all }: DocumentText, kind: DocumentKind): Extracted[] {
  const labels = labelsFor(kind);
  const lines = all.filter(({ cells }) => !LEADERS.test(cells.join(' ')));
  const found = new Map<string, Extracted>();
  let phoneWeight = -1;
  let open: { field: string; label?: Label; isBelow: boolean; isSelfSaid?: boolean } | null = null;

  const isBilingual = lines.filter(({ cells }) => TWICE.test(cells.join(' '))).length >= LEAST_TWICE;
  const add = (field: string, words: string, passage: string, isContact = false): boolean => {
    if (!(field in FORMS[kind].fields)) return false;
    const said = plausible(kind, field, isBilingual ? words.replace(IN_ENGLISH, '') : words);
    if (said === undefined || said === '') return false;
    if (field === 'phone') {
      const weight = weightOf(said, isContact);
      if (weight <= phoneWeight) return false;
      phoneWeight = weight;
    } else if (found.has(field)) return false;
    found.set(field, { field, words: said, passage });
    return true;
  };
  const more = (field: string, words: string, passage: string) => {
    const before = found.get(field);
    const said = plausible(kind, field, words);
    if (before === undefined) add(field, words, passage);
    else if (said !== undefined)
      found.set(field, {
        field,
        words: `${before.words}\n${said}`,
        passage: `${before.passage}\n${passage}`,
      });
  };

  let heads: readonly string[] | undefined;
  let section = '';
  /** A table of those who did the work has the leader first; a label beside it may take the first column. */
  const addFirstPerson = (columns: readonly string[], cells: readonly string[], passage: string) => {
    const under = (pattern: RegExp): string => {
      const at = columns.findIndex((column) => pattern.test(column.replace(/\s/g, '')));
      return at < 0 ? '' : (cells[at - columns.length + cells.length] ?? '');
    };
    if (add('leader', under(/^(?:姓名|完成人|成员)$/), passage))
      add('leaderPost', under(/职称|职务/), passage);
  };

  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    const below = before && saidBelow(before, line, labels);
    const passage = line.cells.join(' ');
    const said = below ?? saidIn(line, labels);
    if (said.length === 1 && said[0]?.label && said[0].words === '') section = said[0].label.name;
    if (line.isHeading || isSection(passage) || isHead(line)) {
      open = null;
      section = passage;
    }
    if (isHead(line)) {
      heads = line.cells;
      continue;
    }
    if (heads && kind === 'projects') addFirstPerson(heads, line.cells, passage);
    heads = undefined;
    const isContact = said.some(({ label }) => label?.field === 'contact');
    for (const { label, words } of said) {
      if (label === undefined) {
        if (open === null || (line.isRow && line.cells.length > 1)) continue;
        const isUnknownLabel = !open.isBelow && /^[^\s：:，。；]{2,10}[：:]/.test(words);
        const already: string = found.get(open.field)?.words ?? '';
        const isPraise = open.isSelfSaid && (already !== '' || words.length > 60 || /[。；;]/.test(words));
        if (
          isPraise ||
          isUnknownLabel ||
          (!open.isBelow && /[。！]$/.test(already) && !/^\S{0,2}\d/.test(words))
        )
          open = null;
        else if (open.field === 'achievements' && OF_PAPERS.test(words)) more('papers', words, passage);
        else if (LONG.has(open.field)) more(open.field, words, passage);
        else {
          const parts = open.label ? spread(open.label, open.field, words) : [[open.field, words] as const];
          for (const [part, value] of parts) add(part, value, passage, isContact);
          if (open.field === 'contact') add('phone', words, passage, true);
          open = null;
        }
        continue;
      }
      const field = meantBy(label, kind, section, words);
      const isSelfSaid = kind === 'talents' && SELF_SAID.has(label.name);
      const isOfOnePost =
        !line.isRow && words !== '' && field === 'achievements' && /工作|任职|职业|从业/.test(section);
      if (field === null || isOfOnePost || (isSelfSaid && (words.length > 60 || /[。；;]/.test(words))))
        open = null;
      else if (words === '')
        open =
          field === 'postWanted' || (found.has(field) && field !== 'phone')
            ? null
            : { field, label, isBelow: true, isSelfSaid };
      else {
        open = null;
        for (const [part, value] of spread(label, field, words)) {
          const isNew = add(part, value, passage, isContact);
          if (isNew && LONG.has(part) && !line.isRow) open = { field: part, isBelow: false };
        }
        if (field === 'contact' && phoneWeight < 3)
          add('phone', line.isRow ? words : line.cells.join('；'), passage, true);
        if (field === 'leader' && kind === 'projects') {
          const [, post] = /^[\u4e00-\u9fff]{2,4}[，,(（\s]+([^。；)）]+)/.exec(words) ?? [];
          if (post) add('leaderPost', post.replace(/[，,][^，,]*(?:经验|年)[^，,]*$/, ''), passage);
        }
        if (field === 'phone' && kind === 'talents') add('email', words, passage);
      }
    }
    if (line.isRow) open = open?.isBelow && LONG.has(open.field) ? open : null;
  }
  for (const guess of guessesFor(kind, lines)) add(guess.field, guess.words, guess.passage);
  return [...found.values()];
}

/** What a document says without labels, surest first. */
function guessesFor(kind: DocumentKind, lines: readonly DocumentLine[]): Extracted[] {
  if (kind === 'talents')
    return [...careerFields(lines), ...fieldsOfProse(lines), ...guessFields(lines), ...englishFields(lines)];
  return kind === 'projects'
    ? [...fieldsOfNeed(kind, lines), ...guessTitle(lines), ...guessSummary(lines)]
    : fieldsOfNeed(kind, lines);
}
