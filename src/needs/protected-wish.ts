/** What about a person must not decide who is hired. */
export type ProtectedTrait = 'sex' | 'age' | 'ethnicity' | 'birthplace' | 'marriage';

export interface ProtectedWish {
  trait: ProtectedTrait;
  /** The words that ask for it. */
  passage: string;
}

const ONLY = '(?:仅限|只限|(?<!无|不|有|权)限|只招|只要|限招|招收?|要求|须为|必须(?:是|为)|应为)';
const PREFERRED = '(?:者?优先|为佳|为宜)';
const SEX = '(?:男|女)(?:性|士|生|工)?';
const YEARS = '(?:周?岁)';

/**
 * Words that demand or prefer a trait. A demand names it together with a word such as 限, 优先, 以下: 男性健康产品 or
 * 性别不限 ask for nothing.
 */
const WISHES: Record<ProtectedTrait, RegExp[]> = {
  sex: [
    new RegExp(`${ONLY}${SEX}(?!性?(?:健康|用品|服装))`),
    new RegExp(`(?<!男|、|和|或)${SEX}${PREFERRED}`),
    /性别(?:要求)?[:为]?(?:男|女)(?!女|男|均可|、|或|\/|不限)/,
    /\b(?:fe)?males? (?:only|preferred)\b/i,
  ],
  age: [
    new RegExp(`[1-6]\\d${YEARS}(?:及?以[下内上]|左右|之间|前|封顶)`),
    new RegExp(`[1-6]\\d${YEARS}?[-~—至到][1-6]\\d${YEARS}`),
    /年龄(?:要求|限制|范围)?[:在为限]?(?:不超过|不大于|不高于|小于|低于|大于|<=?|≤)?[1-6]\d/,
    /(?:70|75|80|85|90|95|00)后(?:者?优先|为佳)/,
    /\b(?:under|below|younger than) [1-6]\d(?: years)?(?: old| of age)\b|\bmaximum age\b/i,
  ],
  ethnicity: [
    new RegExp(`${ONLY}(?:汉族|少数民族)`),
    new RegExp(`(?:汉族|少数民族)${PREFERRED}`),
    /民族(?:要求)?[:为](?!不限)/,
  ],
  birthplace: [
    new RegExp(`${ONLY}[\\p{Script=Han}]{0,6}(?:户籍|户口|籍贯|本地人)`, 'u'),
    new RegExp(`(?:本地|本省|本市|[\\p{Script=Han}]{2}籍)(?:户籍|户口|人)?(?:人员|者)?${PREFERRED}`, 'u'),
    /(?:籍贯|户籍|户口)(?:要求)?[:为](?!不限)/,
  ],
  marriage: [
    new RegExp(`(?:${ONLY}(?:已婚|未婚|已育)|(?:已婚|未婚|已育|已婚已育)${PREFERRED})`),
    /婚育(?:状况)?[:为](?!不限)/,
  ],
};

/** Full width, spaces and upper case are how people write, not what they mean. */
const plain = (text: string): string =>
  text.normalize('NFKC').replace(/(?<=\P{ASCII})\s+|\s+(?=\P{ASCII})/gu, '');

/** Every protected trait that a hiring text asks for, each once, with the words that do. */
export function findProtectedWishes(text: string): ProtectedWish[] {
  const read = plain(text);
  return (Object.keys(WISHES) as ProtectedTrait[]).flatMap((trait) => {
    const passage = WISHES[trait].map((wish) => wish.exec(read)?.[0]).find((found) => found !== undefined);
    return passage === undefined ? [] : [{ trait, passage }];
  });
}
