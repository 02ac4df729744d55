import type { DocumentLine, Extracted } from './document';

/** Words that stand at the top of a CV where a name could. */
const NOT_A_NAME = /简历|个人|登记|信息|基本|教育|工作|经历|求职|自荐|联系|电话|照片|表$|信$/;
/** The surnames of nearly everybody, those of two characters first. */
const SURNAME =
  '欧阳|上官|司马|诸葛|皇甫|尉迟|公孙|慕容|司徒|东方|夏侯|令狐|申屠|长孙|宇文|独孤|端木|南宫|呼延|仲孙|巫马|公羊|澹台|公冶|宗政|濮阳|淳于|单于|太叔|轩辕|钟离|闾丘|司寇|子车|乐正|漆雕|拓跋|谷梁|百里|东郭|南门|梁丘|左丘|西门|[' +
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄' +
  '和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣邓郁单杭洪包左石崔吉钮龚程嵇邢' +
  '滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡' +
  '劳逄姬申扶堵冉宰郦雍却璩桑桂濮牛寿通边扈燕冀浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东殴利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾沙养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公' +
  '仝闫岳帅亢况缑海归涂付代邸苑肖冼佟原仵铁樊续畅郄栗尧兰展苟覃岑覃卿隋滑边楚官银仉佘佴]';
const NAME = new RegExp(`^(?:${SURNAME})(?: *[\\u4e00-\\u9fff]){1,2}$`);

/** 呼延铮 研究员 */
const WITH_RANK =
  /^([\u4e00-\u9fff]{2,4})[\s,，|｜·]+(?:[\u4e00-\u9fff]{0,8}(?:教授|研究员|工程师|技师|博士|讲师|院士|主任|经理|总监|顾问))+$/;

const MOBILE = /(?<!\d)1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/;
const EMAIL = /[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/;
const SCHOOL = /[\u4e00-\u9fff]{2,14}?(?:大学|学院(?!大学)|研究院)(?![\u4e00-\u9fff]*(?:教授|讲师|任职))/;
const SPAN = /(?:19|20)\d{2}[-./年]\d{1,2}月?\s*[-–—~至到]+/;
const LEVELS = ['博士研究生', '硕士研究生', '博士', '硕士', '本科', '大专', '专科'] as const;
const YEARS = /(\d{1,2}\s*年(?!\d))(?:以上)?(?:的)?[\u4e00-\u9fff]{0,6}经验/;
/** What a proposal is called on its cover, behind what it proposes. */
const COVER = /(?:项目)?(?:商业计划书|计划书|建议书|可行性研究报告|路演材料|申报书|介绍|简介)$/;

/** 01 我们是谁 */
const NUMBERED = /^(?:\d{1,2}[\s.、]|[一二三四五六七八九十]{1,3}[、.．]|第[一二三四五六七八九十]+[章节部])/;

/** What a CV says without a label: its name at the top, telephone, e-mail, the highest schooling, years of work. */
export function guessFields(lines: readonly DocumentLine[]): Extracted[] {
  const words = lines.map(({ cells }) => cells.join(' '));
  const found: Extracted[] = [];
  const add = (field: string, value: string | undefined, passage: string) => {
    if (value !== undefined && value !== '') found.push({ field, words: value, passage });
  };
  const top = lines
    .filter(({ isHeading }, at) => at < 6 || (isHeading && at < 40))
    .flatMap(({ cells }) => cells.map((cell) => ({ cell, passage: cells.join(' ') })))
    .map(({ cell, passage }) => ({ cell: WITH_RANK.exec(cell)?.[1] ?? cell, passage }))
    .find(({ cell }) => NAME.test(cell) && !NOT_A_NAME.test(cell));
  if (top !== undefined) add('name', top.cell.replace(/ /g, ''), top.passage);
  const first = (field: string, pattern: RegExp, group = 0) => {
    const line = words.find((text) => pattern.test(text));
    if (line !== undefined) add(field, pattern.exec(line)?.[group], line);
  };
  first('phone', MOBILE);
  first('email', EMAIL);
  first('years', YEARS, 1);
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

const title = (words: string, passage: string): Extracted[] => [{ field: 'title', words, passage }];
/** A line that could be a title: no section, no label, no sentence, no name of a body or of a form. */
const isTitleLike = (line: string): boolean =>
  line.length >= 6 &&
  line.length <= 40 &&
  !/[：:。；，？！@]|[公司院所表]$|大赛|大会|^\d{1,2}[\s.、]|^\d{4}年|^[一二三四五六七八九十]+、|目录|附件|编号/.test(
    line,
  );

/**
 * What a proposal is about, where only its cover says so: its first heading, the line above or under one that says what
 * the document is, or its first line.
 */
export function guessTitle(lines: readonly DocumentLine[]): Extracted[] {
  const top = lines.slice(0, 5).filter(({ cells }) => cells.length === 1);
  const words = top.map(({ cells: [cell = ''] }) => cell);
  const kind = words.findIndex((cell) => COVER.test(cell) && cell.replace(COVER, '').trim() === '');
  const above = words[kind - 1];
  if (above !== undefined && isTitleLike(above)) return title(above, above);
  const at = top.findIndex(({ isHeading }, nth) => isHeading && !NUMBERED.test(words[nth] ?? ''));
  const cover = words[at] ?? '';
  const rest = cover.replace(COVER, '').trim();
  if (rest.length >= 4 && !/表$|[公司院所]$/.test(rest)) return title(rest, cover);
  const below = words[at + 1] ?? '';
  if (
    at >= 0 &&
    COVER.test(cover) &&
    below.length >= 4 &&
    below.length <= 40 &&
    !/[公司院所。：:]$/.test(below)
  )
    return title(below, below);
  const [first = ''] = words;
  const named = first.replace(COVER, '').trim();
  return at < 0 && isTitleLike(named) ? title(named, first) : [];
}

/** The first paragraph that tells of the thing itself, where no label announces one. */
export function guessSummary(lines: readonly DocumentLine[]): Extracted[] {
  const told = lines.find(
    ({ cells: [words = ''], isRow }) =>
      !isRow &&
      words.length >= 60 &&
      /项目|技术|系统|产品|装置|工艺|平台|材料/.test(words) &&
      !/^(?:我们是|我(?:公司|单位|院|校|司)|本(?:公司|单位|院)|[^，。]{2,24}(?:公司|大学|学院|研究院)(?:是|成立))/.test(
        words,
      ),
  )?.cells[0];
  return told === undefined ? [] : [{ field: 'text', words: told, passage: told }];
}
