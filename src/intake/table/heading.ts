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
