import type { NeedKind } from '../taxonomy/need.vocabulary';
import { Finder } from './prefill-finder';
import { readHiring } from './prefill-hiring';
import type { PrefillView } from './prefill.schema';
import { readTechnology } from './prefill-technology';

const HIRING = /招聘|诚聘|招收|岗位|应聘|任职|薪资|月薪|年薪|工作地点|学历/g;
const TECHNOLOGY = /技术需求|攻关|研发|难题|指标|工艺|性能|预算|解决|瓶颈/g;
const TITLE_LENGTH = 60;
/** What an advertisement says before it says whom it wants, and how many. */
const BEFORE_WHOM =
  /^(?:我|本)?(?:公司|单位|集团|厂|院|所)?(?:因[^招聘]{2,20})?(?:现|急|急需|拟|计划)*(?:招聘|诚聘|招收)/u;
const HOW_MANY = /\s*(?:若干|[\d一二两三四五六七八九十]+)\s*(?:名|人|位)$/u;

/** Reads pasted text into the fields of a need: by plain rules, each with the words it rests on. */
export function prefill(text: string): PrefillView {
  const finder = new Finder();
  const kind = kindOf(text);
  const title = kind === 'hiring' ? whomOf(titleOf(text)) : titleOf(text);
  return {
    kind,
    ...(title && { title }),
    ...(kind === 'hiring'
      ? { hiring: readHiring(text, finder) }
      : { technology: readTechnology(text, finder) }),
    found: finder.found,
  };
}

function kindOf(text: string): NeedKind {
  const count = (words: RegExp) => text.match(words)?.length ?? 0;
  return count(HIRING) > count(TECHNOLOGY) ? 'hiring' : 'technology';
}

/** The first line, without numbering or a heading's colon, to its first comma. */
function titleOf(text: string): string {
  const line = text.split('\n').find((candidate) => candidate.trim() !== '') ?? '';
  const [sentence = ''] = line
    .trim()
    .replace(/^[\s\d一二三四五六七八九十]+[、.．)）]\s*/u, '')
    .split(/[。；;，,]/u);
  return [...sentence.replace(/[:：]$/u, '')].slice(0, TITLE_LENGTH).join('').trim();
}

/** The post alone, where that leaves one. */
function whomOf(title: string): string {
  const post = title.replace(BEFORE_WHOM, '').replace(HOW_MANY, '').trim();
  return post.length > 1 ? post : title;
}
