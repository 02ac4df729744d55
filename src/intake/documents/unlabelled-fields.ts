import type { DocumentLine, Extracted } from './document';

/** Words that stand at the top of a CV where a name could. */
const NOT_A_NAME = /简历|个人|登记|信息|基本|教育|工作|经历|求职|自荐|联系|电话|表$|信$/;
const NAME = /^[\u4e00-\u9fff](?: ?[\u4e00-\u9fff]){1,3}$/;

const MOBILE = /(?<!\d)1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/;
const EMAIL = /[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/;
const SCHOOL = /[\u4e00-\u9fff]{2,14}?(?:大学|学院|研究院)(?![\u4e00-\u9fff]*(?:教授|讲师|任职))/;
const SPAN = /(?:19|20)\d{2}[-./年]\d{1,2}月?\s*[-–—~至到]+/;
/** "2012.3-至今", in front of whoever employs them now. */
const PRESENT = /(?:19|20)\d{2}[-./年]\d{1,2}月?\s*[-–—~至到]+\s*(?:至今|今|现在)/;
const WORKPLACE = /(?:公司|集团|研究院|研究所|大学|学院|厂|中心|院|所)$/;
const LEVELS = ['博士研究生', '硕士研究生', '博士', '硕士', '本科', '大专', '专科'] as const;
const YEARS = /(\d{1,2})\s*年(?:以上)?(?:的)?[\u4e00-\u9fff]{0,6}经验/;
/** What a proposal is called on its cover, behind what it proposes. */
const COVER = /(?:项目)?(?:商业计划书|计划书|建议书|可行性研究报告|路演材料|申报书|介绍|简介)$/;

/** What a CV says without a label: its name at the top, telephone, e-mail, the highest schooling, years of work. */
export function guessFields(lines: readonly DocumentLine[]): Extracted[] {
  const words = lines.map(({ cells }) => cells.join(' '));
  const found: Extracted[] = [];
  const add = (field: string, value: string | undefined, passage: string) => {
    if (value !== undefined && value !== '') found.push({ field, words: value, passage });
  };
  const top = lines
    .slice(0, 4)
    .flatMap(({ cells }) => cells.map((cell) => ({ cell, passage: cells.join(' ') })))
    .find(({ cell }) => NAME.test(cell) && !NOT_A_NAME.test(cell));
  if (top !== undefined) add('name', top.cell.replace(/ /g, ''), top.passage);
  const first = (field: string, pattern: RegExp, group = 0) => {
    const line = words.find((text) => pattern.test(text));
    if (line !== undefined) add(field, pattern.exec(line)?.[group], line);
  };
  first('phone', MOBILE);
  first('email', EMAIL);
  first('years', YEARS, 1);
  const work = words.find((line) => PRESENT.test(line));
  const [employer, post] =
    work === undefined
      ? []
      : work
          .slice(work.search(PRESENT))
          .replace(PRESENT, '')
          .split(/[\s|，,/·]+/)
          .filter(Boolean);
  if (work !== undefined && employer !== undefined && WORKPLACE.test(employer)) {
    add('employer', employer, work);
    add('post', post, work);
  }
  const schooling = schoolingIn(lines);
  if (schooling) {
    add('school', schooling.school, schooling.passage);
    add('education', schooling.level, schooling.passage);
    add('field', schooling.field, schooling.passage);
  }
  return found;
}

interface Schooling {
  school: string;
  level: string;
  field: string | undefined;
  passage: string;
}

/** The line of the highest level, such as "2010.9-2014.7 某大学 机械工程 本科". */
function schoolingIn(lines: readonly DocumentLine[]): Schooling | undefined {
  const found = lines.flatMap(({ cells }): Schooling[] => {
    const passage = cells.join(' ');
    const school = SCHOOL.exec(passage)?.[0];
    const level = LEVELS.find((name) => passage.includes(name));
    if (!SPAN.test(passage) || school === undefined || level === undefined || /在读/.test(passage)) return [];
    const rest = passage
      .slice(passage.indexOf(school) + school.length)
      .split(/[\s|，,/·]+/)
      .map((part) => part.replace(/专业$/, ''));
    const field = rest.find(
      (part) => /^[\u4e00-\u9fff]{2,15}$/.test(part) && !LEVELS.some((name) => part.includes(name)),
    );
    return [{ school, level, field, passage }];
  });
  const rank = ({ level }: Schooling) => LEVELS.indexOf(level as (typeof LEVELS)[number]);
  return found.sort((a, b) => rank(a) - rank(b))[0];
}

/** What a proposal is about, where only its cover says so. */
export function guessTitle(lines: readonly DocumentLine[]): Extracted[] {
  const cover = lines.slice(0, 3).find(({ cells, isHeading }) => isHeading && cells.length === 1);
  const passage = cover?.cells[0] ?? '';
  const words = passage.replace(COVER, '').trim();
  return words.length < 4 || /表$/.test(words) ? [] : [{ field: 'title', words, passage }];
}
