import type { DocumentLine } from './document';
import { isSection, type Label, labelIn, type Labels } from './labels';

/** What one line of a form says under one label. */
export interface Said {
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
export function saidIn({ cells, isRow = false, isHeading = false }: DocumentLine, labels: Labels): Said[] {
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

const HEAD =
  /^(?:序号|姓名|称谓|关系|职称|职务|学位|学历|学历学位|学历\/学位|单位|工作单位|工作单位及职务|所在单位|年龄|性别|专业|所学专业|分工|院校|学校|毕业院校|起止时间|起止年月|时间|岗位|职位|电话|政治面貌|对成果的贡献|承担任务|主要贡献|工作内容|证明人|备注|签名|名称|金额.*|占比|角色|专利号|授权日期|类型)$/;

/** The heads of a table inside a form: three in a row that are labels or heads, which hold nothing themselves. */
export const isHead = ({ cells, isRow }: DocumentLine): boolean => {
  const heads = cells.map((cell) => HEAD.test(cell.normalize('NFKC').replace(/\s/g, '')));
  return (
    (cells.length > 2 && /^序\s*号$/.test(cells[0] ?? '')) ||
    (isRow === true && heads.some((_, at) => heads[at] && heads[at + 1] && heads[at + 2]))
  );
};

/** Heads of tables with a row for each of several. */
const OF_SEVERAL = /^(?:序号|称谓|关系|与本人关系|起止.*|时间|年月|姓名|成员)$/;

/** A form may have its labels in one row and what they announce in the next. */
export function saidBelow(
  line: DocumentLine,
  next: DocumentLine | undefined,
  labels: Labels,
): Said[] | undefined {
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
