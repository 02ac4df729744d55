import type { NeedKind } from '../taxonomy/need.vocabulary';
import { Finder } from './prefill-finder';
import { readHiring } from './prefill-hiring';
import type { PrefillView } from './prefill.schema';
import { readTechnology } from './prefill-technology';

const HIRING = /招聘|诚聘|招收|岗位|应聘|任职|薪资|月薪|年薪|工作地点|学历/g;
const TECHNOLOGY = /技术需求|攻关|研发|难题|指标|工艺|性能|预算|解决|瓶颈/g;
const TITLE_LENGTH = 60;

/** Reads pasted text into the fields of a need: by plain rules, each with the words it rests on. */
export function prefill(text: string): PrefillView {
  const finder = new Finder();
  const kind = kindOf(text);
  const title = titleOf(text);
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
