import type { DocumentLine, Extracted } from './document';

const NAME = /^[A-Z][a-z]+(?: [A-Z]\.?)?(?:[ -][A-Z][A-Za-z]+){1,2}$/;
const NOT_A_NAME = /curriculum|vitae|resume|profile|education|experience|contact/i;
/** Letters behind a name. */
const LETTERS = /,?\s+(?:Ph\.?\s?D\.?|M\.?D\.?|MBA|P\.?E\.?)$/;
const SENTENCES: readonly (readonly [string, RegExp])[] = [
  ['phone', /(\+\d{1,3}[\s-]?\(?\d[\d\s()-]{6,16}\d)/],
  ['engagement', /\b(full-time|part-time)\b/i],
  [
    'postWanted',
    /(?:seeking|looking for|interested in)(?: an?)?(?: (?:full|part)-time)? ([^.,]{5,50}? position)/i,
  ],
  ['cities', /position[s]? in ([A-Z][a-z]+)/],
  ['availableFrom', /available from ([A-Z][a-z]+ \d{4}|\d[\d./-]+)/i],
  ['pay', /(?:expected|desired) salary\s*:?\s*([^.;]{3,30}?)(?=\.|;|$)/i],
];
const DEGREE = /\b(Ph\.? ?D\.?|Doctor|Master|Bachelor|M\.? ?(?:Sc|Eng|S)\.?|B\.? ?(?:Sc|Eng|S)\.?)(?=[\s,])/;
const SCHOOL = /\b(?:[A-Z][\w'’.-]*\s)*(?:University|Institute|College)(?:\sof(?:\s[A-Z][\w-]*)+)?/;
const SUBJECT = /\b(?:in|of)\s+([A-Z][A-Za-z&-]*(?:\s(?:and|of|[A-Z][A-Za-z&-]*))*)/;
const PRESENT = /\b(?:[A-Z][a-z]{2,8}\.? )?(?:19|20)\d{2}\s*[-–—]\s*(?:present|now|today)\b/i;
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
    add('school', SCHOOL.exec(studied)?.[0], studied);
    add('field', SUBJECT.exec(studied)?.[1], studied);
  }
  const works = passages.find((line) => PRESENT.test(line));
  if (works !== undefined) {
    const parts = works
      .replace(PRESENT, '')
      .trim()
      .split(/\s*[|;]\s*|,\s+(?!Ltd|Inc)/);
    const employer = parts.find((part) => COMPANY.test(part));
    add('employer', employer, works);
    add(
      'post',
      parts.find((part) => part !== employer),
      works,
    );
  }
  return found;
}
