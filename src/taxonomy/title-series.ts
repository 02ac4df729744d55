import type { Title } from './talent.vocabulary';

/** The names that one series of professional titles gives to its ranks; a rank may have none or several. */
export interface TitleSeries {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly names: Readonly<Partial<Record<Title, readonly string[]>>>;
}

/** The series met most often in parks; the names are those of the national title systems. */
export const titleSeries: readonly TitleSeries[] = [
  {
    code: 'engineering',
    zh: '工程技术',
    en: 'Engineering',
    names: {
      elementary: ['技术员'],
      assistant: ['助理工程师'],
      intermediate: ['工程师'],
      'associate-senior': ['高级工程师'],
      'full-senior': ['正高级工程师', '教授级高级工程师'],
    },
  },
  {
    code: 'research',
    zh: '自然科学研究',
    en: 'Natural science research',
    names: {
      assistant: ['研究实习员'],
      intermediate: ['助理研究员'],
      'associate-senior': ['副研究员'],
      'full-senior': ['研究员'],
    },
  },
  {
    code: 'university',
    zh: '高等学校教师',
    en: 'University teaching',
    names: {
      assistant: ['助教'],
      intermediate: ['讲师'],
      'associate-senior': ['副教授'],
      'full-senior': ['教授'],
    },
  },
  {
    code: 'experiment',
    zh: '实验技术',
    en: 'Laboratory technology',
    names: {
      elementary: ['实验员'],
      assistant: ['助理实验师'],
      intermediate: ['实验师'],
      'associate-senior': ['高级实验师'],
      'full-senior': ['正高级实验师'],
    },
  },
  {
    code: 'agriculture',
    zh: '农业技术',
    en: 'Agricultural technology',
    names: {
      elementary: ['农业技术员'],
      assistant: ['助理农艺师'],
      intermediate: ['农艺师'],
      'associate-senior': ['高级农艺师'],
      'full-senior': ['正高级农艺师', '农业技术推广研究员'],
    },
  },
  {
    code: 'medicine',
    zh: '卫生技术(医)',
    en: 'Medicine',
    names: {
      elementary: ['医士'],
      assistant: ['医师'],
      intermediate: ['主治医师'],
      'associate-senior': ['副主任医师'],
      'full-senior': ['主任医师'],
    },
  },
  {
    code: 'pharmacy',
    zh: '卫生技术(药)',
    en: 'Pharmacy',
    names: {
      elementary: ['药士'],
      assistant: ['药师'],
      intermediate: ['主管药师'],
      'associate-senior': ['副主任药师'],
      'full-senior': ['主任药师'],
    },
  },
  {
    code: 'economics',
    zh: '经济',
    en: 'Economics',
    names: {
      assistant: ['助理经济师'],
      intermediate: ['经济师'],
      'associate-senior': ['高级经济师'],
      'full-senior': ['正高级经济师'],
    },
  },
  {
    code: 'accounting',
    zh: '会计',
    en: 'Accounting',
    names: {
      assistant: ['助理会计师'],
      intermediate: ['会计师'],
      'associate-senior': ['高级会计师'],
      'full-senior': ['正高级会计师'],
    },
  },
  {
    code: 'craft-and-design',
    zh: '工艺美术',
    en: 'Arts and crafts',
    names: {
      elementary: ['工艺美术员'],
      assistant: ['助理工艺美术师'],
      intermediate: ['工艺美术师'],
      'associate-senior': ['高级工艺美术师'],
      'full-senior': ['正高级工艺美术师'],
    },
  },
];

const RANKS = new Map(
  titleSeries.flatMap(({ names }) =>
    (Object.entries(names) as [Title, readonly string[]][]).flatMap(([rank, titles]) =>
      titles.map((title): [string, Title] => [title, rank]),
    ),
  ),
);

/** The rank of a title by its exact name: 副教授 → associate-senior. */
export const findTitleRank = (name: string): Title | undefined => RANKS.get(name);
