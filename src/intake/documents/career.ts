import { findKnownPlace } from '../../matching/sharing/known-places';
import type { DocumentLine, Extracted } from './document';
import { careerInTables } from './career-tables';
import { isSection } from './labels';
import { LEVEL, levelRank, RANK, SCHOOL } from './career-words';

type Part = 'work' | 'education' | 'wish' | 'certificates' | 'other';

const TITLES: readonly (readonly [RegExp, Part])[] = [
  [
    /^(?:主要)?(?:工作|任职|职业|从业)(?:经历|经验|履历|简历|背景)$|^(?:履历|经历)$|^(?:work|professional)?(?:experience|employment)(?:history)?$/,
    'work',
  ],
  [/^(?:受?教育|学习|学历|求学)(?:背景|经历|情况|简历)?$|^education(?:background)?$/, 'education'],
  [/^(?:求职|就业|职业)(?:意向|期望|目标)$|^(?:期望|意向|应聘)(?:职位|工作|岗位|职业)$|^意向$/, 'wish'],
  [/证书|资质|职称|资格$|^(?:附加|其他|补充)信息$/, 'certificates'],
  [
    /(?:经历|经验|评价|优势|简介|技能|特长|能力|荣誉|奖项|论文|专利|信息|方式|意见|业绩|成果|爱好|项目)$/,
    'other',
  ],
];

interface Entry {
  readonly part: Part | undefined;
  readonly tokens: readonly string[];
  readonly passage: string;
}

const fold = (words: string): string =>
  words
    .normalize('NFKC')
    .replace(
      /^[^\u4e00-\u9fffA-Za-z]*(?:[一二三四五六七八九十]{1,3}[、.．])?|[^\u4e00-\u9fffA-Za-z]+$|\s/g,
      '',
    )
    .toLowerCase();

/** 教育背景 / Education is said twice. */
const saidOnce = (name: string): string =>
  /[\u4e00-\u9fff]{2}/.test(name) ? name.replace(/[a-z&/]+/g, '') : name;

const partNamed = (words: string): Part | undefined => {
  const name = saidOnce(fold(words));
  return name.length > 24 ? undefined : TITLES.find(([pattern]) => pattern.test(name))?.[1];
};

const BETWEEN =
  /\s*[|｜•]\s*|\s+·\s*|·\s+|(?<=[\u4e00-\u9fff])·(?=[\u4e00-\u9fff])|\s{2,}|(?<=[\u4e00-\u9fff)）])\s+(?=[\u4e00-\u9fff])|\t/;

/** Every line of a CV with the part of it that it stands in. */
function entriesOf(lines: readonly DocumentLine[]): Entry[] {
  const entries: Entry[] = [];
  let part: Part | undefined;
  const add = (words: readonly string[], passage: string, within: Part | undefined) =>
    entries.push({
      part: within,
      passage,
      tokens: words
        .flatMap((word) => word.split(BETWEEN))
        .map((word) => word.trim())
        .filter((word) => word !== ''),
    });
  for (const { cells, isRow, isHeading } of lines) {
    const passage = cells.join(' ');
    if (isRow) {
      const first = cells[0] ?? '';
      const named = /^简\s*历$/.test(first) ? 'work' : partNamed(first);
      part = named ?? (/^\s*(?:19|20)\d{2}/.test(first) ? part : undefined);
      const rest = cells.slice(named ? 1 : 0).filter((cell) => cell !== '');
      if (rest.length > 1) add(rest, passage, part);
      else
        for (const words of (rest[0] ?? '').split('\n')) if (words.trim() !== '') add([words], words, part);
      continue;
    }
    const named = cells.length === 1 ? partNamed(passage) : undefined;
    if (named !== undefined) part = named;
    else if (isHeading || isSection(passage)) part = 'other';
    else add(cells, passage, part);
  }
  return entries;
}

const MONTH = '(?:\\d{1,2}/)?(?:19|20)\\d{2}(?:\\s*[-./年]\\s*\\d{1,2}\\s*月?)?(?:\\s*年)?';
const NOW = '至今|今|现在|目前';
/** 2010.06--  某公司: an end left open, as personnel files write it. */
const SPAN = new RegExp(
  `(${MONTH})\\s*(?:[-–—~～至到]+\\s*(${MONTH}|${NOW})|(至今)|[-–—~]{1,2}(?=\\s+[^\\d\\s]))`,
);
const BODIES =
  '有限责任公司|股份有限公司|有限公司|公司|集团|研究院|研究所|设计院|大学|学院|学校|医院|工厂|厂|中心|银行|事务所|合作社|实验室';
const NAMED = '[\\u4e00-\\u9fffA-Za-z（）()·&]';
/** Up to the end of the word, else up to the first body it names, so that a post behind it is left over. */
const EMPLOYER = new RegExp(
  `^${NAMED}{2,30}(?:${BODIES}|局|院|所|矿|部)$|^${NAMED}{2,30}?(?:${BODIES})(?![\\u4e00-\\u9fff]{0,2}长)`,
);
const POST = /^[\u4e00-\u9fffA-Za-z/&（）() ]{2,20}$/;

const withoutSpan = (token: string): string =>
  token
    .replace(SPAN, ' ')
    .replace(/[（(][^）)]*\d[^）)]*[）)]/g, ' ')
    .trim();

interface Work {
  employer: string;
  post: string | undefined;
  passage: string;
}

/** Where they work now: beside, above or below the span that has no end. */
function presentWork(entries: readonly Entry[]): Work | undefined {
  const spans = entries.flatMap((entry, at) => {
    const span = SPAN.exec(entry.passage);
    if (!span || (entry.part !== undefined && entry.part !== 'work')) return [];
    const end = span[2] ?? span[3] ?? '至今';
    const isNow = new RegExp(NOW).test(end);
    return isNow || entry.part === 'work'
      ? [
          {
            at,
            isNow,
            end: isNow ? '9999' : end.replace(/^(\d{1,2})\/(\d{4})$/, '$2.$1').replace(/\D/g, '.'),
          },
        ]
      : [];
  });
  const latest = spans.sort((a, b) => Number(b.isNow) - Number(a.isNow) || b.end.localeCompare(a.end))[0];
  if (!latest) return undefined;
  const tokensAt = (at: number): string[] =>
    (entries[at]?.tokens ?? [])
      .map(withoutSpan)
      .flatMap((token) => token.split(/\s+/))
      .filter((token) => token !== '');
  const isSpan = (at: number) => SPAN.test(entries[at]?.passage ?? '');
  const near = [latest.at, ...(isSpan(latest.at + 1) ? [] : [latest.at + 1])];
  const above = latest.at > 0 && !isSpan(latest.at - 1) ? [latest.at - 1] : [];
  for (const at of [...near, ...above]) {
    const tokens = tokensAt(at);
    const holder = tokens.findIndex((token) => EMPLOYER.test(token));
    if (holder < 0 || (entries[at]?.passage.length ?? 0) > 80) continue;
    const held = tokens[holder] ?? '';
    const employer = EMPLOYER.exec(held)?.[0] ?? '';
    const beside = [held.slice(employer.length), ...tokens.slice(holder + 1), ...tokens.slice(0, holder)];
    const below = [at, latest.at].includes(at) && !isSpan(at + 1) ? tokensAt(at + 1).slice(0, 1) : [];
    const posts = [...beside, ...(at === latest.at ? below : [...tokensAt(latest.at), ...below])]
      .flatMap((token) => token.split(/[，,：:；;]/).slice(0, 1))
      .map((token) => token.replace(/^(?:任|担任|历任.*、)/, ''));
    const post = posts.find((token) => POST.test(token) && RANK.test(token) && !EMPLOYER.test(token));
    return { employer, post, passage: entries[at]?.passage ?? '' };
  }
  return undefined;
}

const SUBJECT = /^[\u4e00-\u9fffA-Za-z（）()及与]{2,20}$/;

/** The highest schooling of the part that lists it; what belongs to a school may stand in the line below. */
function schooling(entries: readonly Entry[]): Extracted[] {
  const list = entries.flatMap((entry, at) => {
    if (entry.part !== 'education') return [];
    const school = entry.tokens
      .map((token) => SCHOOL.exec(withoutSpan(token))?.[0])
      .find((word) => word !== undefined);
    if (school === undefined) return [];
    const next = entries[at + 1];
    const goesOn =
      next?.part === 'education' && !next.tokens.some((token) => SCHOOL.test(withoutSpan(token)));
    const tokens = [...entry.tokens, ...(goesOn && next.passage.length < 30 ? next.tokens : [])].flatMap(
      (token) =>
        withoutSpan(token)
          .replace(school, ' ')
          .split(/[\s，,/、|｜]+/),
    );
    const words = tokens.filter((token) => token !== '');
    const level = words.map((token) => LEVEL.exec(token)?.[0]).find((word) => word !== undefined);
    const field = words
      .map((token) => token.replace(/专业$/, ''))
      .find(
        (token) =>
          SUBJECT.test(token) &&
          (/[\u4e00-\u9fff]/.test(token) || !/[\u4e00-\u9fff]/.test(school)) &&
          !LEVEL.test(token) &&
          !/学士|学位|主修|GPA|全日制|毕业|统招|在读/.test(token),
      );
    const degree = words.find((token) =>
      /^(?:[\u4e00-\u9fff]学)?(?:博士|硕士|学士)(?:学位)?(?:[（(][\u4e00-\u9fff]学[）)])$|^[\u4e00-\u9fff]{1,2}学(?:博士|硕士|学士)$/.test(
        token,
      ),
    );
    return [{ school, level, field, degree, passage: entry.passage, isOpen: /在读/.test(entry.passage) }];
  });
  const best = list
    .filter(({ isOpen }) => !isOpen)
    .sort((a, b) => levelRank(a.level ?? '') - levelRank(b.level ?? ''))[0];
  if (!best) return [];
  const { school, level, field, degree, passage } = best;
  return Object.entries({ school, education: level, field, degree }).flatMap(([name, words]) =>
    words === undefined ? [] : [{ field: name, words, passage }],
  );
}

const PAY =
  /^(?:面议|\d+(?:\.\d+)?\s*[kK万千元]?\s*(?:[-~–—至]\s*\d+(?:\.\d+)?\s*)?(?:[kK]|万|千|元)(?:以上)?(?:\s*[/·*×]?\s*(?:年|月|\d{2}\s*薪))*)$/;
const placesIn = (token: string): string[] => token.split(/[、,，/\s]+/).filter((word) => word !== '');
const isPlaces = (token: string): boolean => {
  const words = placesIn(token);
  return words.length > 0 && words.every((word) => findKnownPlace(word.replace(/[-·].*$/, '')) !== undefined);
};

/** 工艺工程师 | 15-20K | 太原 */
export const wishesIn = (words: string): [field: string, words: string][] =>
  words
    .split(/\s*[|｜]\s*/)
    .map((token, at) => [
      PAY.test(token.replace(/(?<=\d)\s+/g, ''))
        ? 'pay'
        : at > 0 && isPlaces(token)
          ? 'cities'
          : 'postWanted',
      token,
    ]);

/** What is wished for, in a part of its own: "结构工程师 | 太原 | 10-13k". */
function wishes(entries: readonly Entry[]): Extracted[] {
  const found = new Map<string, Extracted>();
  const add = (field: string, words: string, passage: string) => {
    const before = found.get(field);
    if (before === undefined) found.set(field, { field, words, passage });
    else if (field === 'postWanted' && !before.words.includes(words))
      found.set(field, {
        field,
        words: `${before.words}\n${words}`,
        passage: `${before.passage}\n${passage}`,
      });
  };
  for (const { part, tokens, passage } of entries) {
    if (part !== 'wish' || /[：:。]/.test(passage) || passage.length > 60) continue;
    for (const token of tokens)
      if (PAY.test(token.replace(/(?<=\d)\s+/g, ''))) add('pay', token, passage);
      else if (isPlaces(token)) add('cities', token, passage);
      else if (/^(?:全职|兼职|全职\/兼职)$/.test(token)) add('engagement', token, passage);
      else if (/到岗|离职|在职/.test(token)) add('availableFrom', token, passage);
      else if (/^[\u4e00-\u9fffA-Za-z/、+ ]{2,30}$/.test(token) && tokens[0] === token)
        add('postWanted', token, passage);
  }
  return [...found.values()];
}

const RANKED =
  /(?:^|[\s：:、，,（(])((?:正高级|高级|中级|初级|助理)?(?:工程师|经济师|会计师|农艺师|政工师|实验师)|(?:副|助理)?(?:教授|研究员))(?=职称|[（(]|$|\s)/;
const SKILLS = [
  '首席技师',
  '特级技师',
  '高级技师',
  '(?<!高级|特级|首席)技师',
  '高级工',
  '中级工',
  '初级工',
].map((level) => new RegExp(`(${level})(?=[（(]|证|职业资格|$|[，,；;。])`));
const ARRIVES =
  /((?:随时|立即|即时)(?:可|即可|可以)?(?:到岗|上岗|入职)|[一二两三半\d]+(?:-\d+)?\s*个?(?:月|周|星期|天)(?:左右|以?内|之内|后)?)(?:可|即可|可以)?(?:到岗|上岗|入职)?(?<=到岗|上岗|入职|到岗时间[：:为]?\1)/;

/** What a CV says by its parts: present work, highest schooling, wishes, certificates. */
export function careerFields(lines: readonly DocumentLine[]): Extracted[] {
  const entries = entriesOf(lines);
  const found: Extracted[] = [...careerInTables(lines), ...wishes(entries), ...schooling(entries)];
  const work = presentWork(entries);
  if (work) {
    found.push({ field: 'employer', words: work.employer, passage: work.passage });
    const post = work.post;
    const stands = entries.find(({ passage }) => post !== undefined && passage.includes(post));
    if (post !== undefined && stands) found.push({ field: 'post', words: post, passage: stands.passage });
  }
  const top = entries
    .slice(0, 8)
    .find(({ tokens }) => tokens.some((token) => new RegExp(`^(?:${LEVEL.source})$`).test(token)));
  const level = top?.tokens.find((token) => new RegExp(`^(?:${LEVEL.source})$`).test(token));
  if (top && level !== undefined) found.push({ field: 'education', words: level, passage: top.passage });
  const take = (field: string, pattern: RegExp, some: readonly Entry[]) => {
    const entry = some.find(({ passage }) => passage.length <= 120 && pattern.test(passage));
    const match = entry && pattern.exec(entry.passage);
    const words = match?.[1] ?? match?.[0];
    if (entry && words !== undefined) found.push({ field, words: words.trim(), passage: entry.passage });
  };
  take(
    'title',
    RANKED,
    entries.filter(({ part }) => part === 'certificates'),
  );
  const ofSkill = entries.filter(
    ({ part, passage }) => part !== 'wish' && !/带徒|培养|学院|学校|应聘|求职|意向/.test(passage),
  );
  for (const skill of SKILLS) take('skillLevel', skill, ofSkill);
  take('availableFrom', ARRIVES, entries);
  return found;
}
