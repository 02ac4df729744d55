/** What an institution's name ends with and is left out when people speak of it. */
const KIND =
  /(?:股份|有限|责任|公司|集团|总厂|厂|大学|学院|研究院|研究所|研究中心|实验室|医院|中心|事务所)+(?:[(（][^)）]*[)）])?$/u;
/** A shorter rest is a place or a common word: 太原 of 太原大学. */
const LEAST = 3;
const COMPOUND_SURNAMES =
  /^(?:欧阳|司马|诸葛|上官|夏侯|皇甫|尉迟|公孙|慕容|令狐|长孙|宇文|司徒|东方|独孤|南宫|闻人|端木|百里|呼延|赫连|澹台|轩辕|西门)/u;
const TITLES = [
  '教授',
  '副教授',
  '博士',
  '老师',
  '院士',
  '研究员',
  '工程师',
  '高工',
  '主任',
  '所长',
  '院长',
  '先生',
  '女士',
];

/** A name, and without its legal form: 北方密封 of 北方密封有限公司. */
export function spellingsOf(name: string): string[] {
  const short = name.trim().replace(KIND, '');
  return short.length >= LEAST && short !== name ? [name, short] : [name];
}

/** What a person is called by those who do not say the whole name: 孙教授. Nothing for names in letters. */
export function callingsOf(name: string): string[] {
  const surname = COMPOUND_SURNAMES.exec(name)?.[0] ?? /^\p{Script=Han}/u.exec(name)?.[0];
  return surname === undefined ? [] : TITLES.map((title) => surname + title);
}
