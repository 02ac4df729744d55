import type { DocumentLine, Extracted } from './document';

const NAME = /^[A-Z][A-Za-z'’]+(?: [A-Z]\.?)?(?:[ -][A-Z][A-Za-z'’]+){1,2}$/;
const NOT_A_NAME =
  /curriculum|vitae|resume|profile|education|experience|contact|summary|skills|engineer|manager|scientist|university/i;
/** Letters behind a name. */
const LETTERS = /,?\s+(?:Ph\.?\s?D\.?|M\.?D\.?|MBA|P\.?E\.?)$/;
const SENTENCES: readonly (readonly [string, RegExp])[] = [
  ['phone', /(\+\d{1,3}[\s-]?\(?\d[\d\s()-]{6,16}\d)/],
  ['engagement', /\b(full-time|part-time)\b/i],
  [
    'postWanted',
    /(?:seeking|looking for|interested in)(?: an?)?(?: (?:full|part)-time)? ([^.,]{5,50}? position)/i,
  ],
  [
    'postWanted',
    /(?:seeking|looking for|interested in)(?: an?)?(?: (?:full|part)-time)? ([^.,;]{5,40}?)(?: role| job| post\b)/i,
  ],
  ['cities', /(?:position|role|job|opportunit)(?:s|y|ies)? in ([A-Z][a-z]+(?: (?:or|and) [A-Z][a-z]+)*)/],
  [
    'years',
    /(?:^|\b(?:with|over|has|have)\s+)(\d{1,2}\+? years)(?:'|’)?(?: of)?(?: [a-z]+){0,3} experience/i,
  ],
  ['daysPerYear', /((?:up to |at least |about )?\d{1,3} (?:working )?days (?:per|a|each) year)/i],
  ['availableFrom', /notice period\s*:?\s*(\d+ (?:months?|weeks?|days?))/i],
  [
    'pay',
    /((?:USD|RMB|CNY|EUR)\s*\d{1,3},?\d{3}(?:\s*[-–—]\s*\d[\d,]*)?(?:\s*(?:p\.a\.|per annum|per year|\/year))?(?:\s*\([a-z ]+\))?)/,
  ],
  ['availableFrom', /available from ([A-Z][a-z]+ \d{4}|\d[\d./-]+)/i],
  ['pay', /(?:expected|desired) salary\s*:?\s*([^.;]{3,30}?)(?=\.|;|$)/i],
];
const DEGREE =
  /\b(Ph\.? ?D\.?|Doctor|Master|Bachelor|M\.? ?(?:Sc|Eng|Tech|S)\.?|MBA|B\.? ?(?:Sc|Eng|Tech|E|S)\.?)(?=[\s,])/;
/** Ph.D. in Mechanical Engineering; M.Tech, Metallurgical Engineering */
const WHOLE_DEGREE =
  /\b(?:Ph\.? ?D\.?|M\.? ?(?:Sc|Eng|Tech|S)\.?|B\.? ?(?:Sc|Eng|Tech|E|S)\.?)(?: (?:in|of)|,) [A-Z][A-Za-z&-]*(?: (?:and|of|[A-Z][A-Za-z&-]*))*/;
const SCHOOL = /\b(?:[A-Z][\w'’.-]* )*(?:University|Institute|College)(?:\sof(?:\s[A-Z][\w-]*)+)?/;
const SUBJECT =
  /(?:\b(?:in|of)|(?:M|B)\.? ?(?:Sc|Eng|Tech|E|S)\.?,)\s+([A-Z][A-Za-z&-]*(?:\s(?:and|of|[A-Z][A-Za-z&-]*))*)/;
const PRESENT = /\b(?:[A-Z][a-z]{2,8}\.? )?(?:19|20)\d{2}\s*[-–—]\s*(?:present|now|today)\b/i;
const RANK =
  /engineer|manager|director|scientist|professor|researcher|lead|officer|head|chief|specialist|consultant|fellow|analyst|technician/i;
const COMPANY = /\b(?:Ltd|Inc|Corp|Co|GmbH|Group|Institute|University|College|Company)\b/;

/** What an English CV says without a label: its name at the top, the first degree listed, the present employer. */
export function englishFields(lines: readonly DocumentLine[]): Extracted[] {
  const passages = lines.map(({ cells }) => cells.join(' '));
  const found: Extracted[] = [];
  const add = (field: string, words: string | undefined, passage: string) => {
    if (words) found.push({ field, words, passage });
  };
  const top = passages
    .slice(0, 3)
    .find((line) => NAME.test(line.replace(LETTERS, '')) && !NOT_A_NAME.test(line));
  if (top !== undefined) add('name', top.replace(LETTERS, ''), top);
  for (const [field, pattern] of SENTENCES) {
    const passage = passages.find((line) => pattern.test(line));
    if (passage !== undefined) add(field, pattern.exec(passage)?.[1], passage);
  }
  const studied = passages.find((line) => DEGREE.test(line) && SCHOOL.test(line));
  if (studied !== undefined) {
    add('education', DEGREE.exec(studied)?.[1], studied);
    add('degree', WHOLE_DEGREE.exec(studied)?.[0], studied);
    add('school', SCHOOL.exec(studied)?.[0], studied);
    add('field', SUBJECT.exec(studied)?.[1], studied);
  }
  const works = passages.find((line) => PRESENT.test(line));
  if (works !== undefined) {
    const parts = works
      .replace(PRESENT, '')
      .trim()
      .split(/\s*[|;\n]\s*|,\s+(?!Ltd|Inc)/)
      .filter((part) => part !== '');
    const employer = parts.find((part) => COMPANY.test(part));
    add('employer', employer, works);
    add(
      'post',
      parts.find((part) => part !== employer && RANK.test(part)) ?? parts.find((part) => part !== employer),
      works,
    );
  }
  return found;
}
