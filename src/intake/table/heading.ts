import { textOf, type Cell } from '../reading/cell';
import { plain } from '../values/reading';
import headings from '../forms/headings.json';

/** A heading without what people put around it: numbering, stars, remarks in brackets, units. */
export function nameOf(cell: Cell): string {
  const text = plain(textOf(cell))
    .replace(/^[*＊※]+|[*＊※:：]+$/g, '')
    .replace(/^(?:\d{1,2}|[一二三四五六七八九十]+)[.、)）]\s*/, '');
  return text.toLowerCase();
}

/** The same without brackets, "/万元" and "必填". */
export const bareNameOf = (cell: Cell): string =>
  nameOf(cell)
    .replace(/[(（[【<][^)）\]】>]*[)）\]】>]/g, '')
    .replace(/[/／](?:万元|元|亿元|万元\/年|元\/月|㎡|人)$/, '')
    .replace(/^[*]+|[*:：]+$|必填$/g, '');

const setOf = (names: readonly string[]) => new Set(names.map((name) => plain(name).toLowerCase()));
const PROTECTED = setOf(headings.protected);
const IGNORED = setOf(headings.ignored);

/** What must not decide about anybody and is therefore not read. */
export const isProtected = (cell: Cell): boolean => PROTECTED.has(bareNameOf(cell));
export const isIgnored = (cell: Cell): boolean => IGNORED.has(bareNameOf(cell));

const BEFORE =
  /^(?:主要|拟|现|目前|当前|本人|最高|意向|计划|预计|预期|招聘|申报|所|第一|最快|可|具体|相关|期望|希望)/;
const AFTER = /(?:情况|说明|概述|简述|简介|要求|信息)$/;
/** What is left of a heading says too little by itself: 项目情况 is not the project's name. */
const TOO_BARE = new Set(
  [
    '项目',
    '单位',
    '企业',
    '公司',
    '团队',
    '来源',
    '简介',
    '技术',
    '场地',
    '行业',
    '岗位',
    '职位',
    '产品',
  ].concat([
    '成果',
    '需求',
    '经验',
    '优势',
    '市场',
    '指标',
    '投资',
    '领域',
    '部门',
    '合作',
    '名称',
    '类型',
    '阶段',
    '作价',
  ]),
);

/** Other words for the same heading, from near to far: its parts, and each without what people add to it. */
export function namesLike(bare: string): string[] {
  const parts = bare.split(/[/／、,，及与和或]/).filter((part) => part.length > 1);
  const names = new Set<string>(parts);
  for (const part of [bare, ...parts])
    for (const name of [
      part.replace(BEFORE, ''),
      part.replace(AFTER, ''),
      part.replace(BEFORE, '').replace(AFTER, ''),
    ])
      if (name.length > 1 && (name === part || !TOO_BARE.has(name))) names.add(name);
  names.delete(bare);
  return [...names].filter((name) => !TOO_BARE.has(name));
}
