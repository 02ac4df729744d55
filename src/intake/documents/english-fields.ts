import type { DocumentLine, Extracted } from './document';

const NAME = /^[A-Z][a-z]+(?: [A-Z]\.?)?(?:[ -][A-Z][A-Za-z]+){1,2}$/;
const NOT_A_NAME = /curriculum|vitae|resume|profile|education|experience|contact/i;
const DEGREE = /\b(Ph\.? ?D\.?|Doctor|Master|Bachelor|M\.? ?(?:Sc|Eng|S)\.?|B\.? ?(?:Sc|Eng|S)\.?)(?=[\s,])/;
const SCHOOL = /\b(?:[A-Z][\w'’.-]*\s)*(?:University|Institute|College)(?:\sof(?:\s[A-Z][\w-]*)+)?/;
const SUBJECT = /\b(?:in|of)\s+([A-Z][A-Za-z&-]*(?:\s(?:and|of|[A-Z][A-Za-z&-]*))*)/;
const PRESENT = /\b(?:19|20)\d{2}\s*[-–—]\s*(?:present|now|today)\b/i;
const COMPANY = /\b(?:Ltd|Inc|Corp|Co|GmbH|Group|Institute|University|College|Company)\b/;

/** What an English CV says without a label: its name at the top, the first degree listed, the present employer. */
export function englishFields(lines: readonly DocumentLine[]): Extracted[] {
  const passages = lines.map(({ cells }) => cells.join(' '));
  const found: Extracted[] = [];
  const add = (field: string, words: string | undefined, passage: string) => {
    if (words) found.push({ field, words, passage });
  };
  const top = passages.slice(0, 3).find((line) => NAME.test(line) && !NOT_A_NAME.test(line));
  if (top !== undefined) add('name', top, top);
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
