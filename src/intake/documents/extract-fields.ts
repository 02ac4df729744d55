import { FORMS } from '../forms/forms';
import type { ImportKind } from '../forms/form';
import headings from '../forms/headings.json';
import { bareNameOf } from '../table/heading';
import { phonesIn } from '../values/read-identifier';
import type { DocumentLine, DocumentText, Extracted } from './document';
import { englishFields } from './english-fields';
import { fieldsOfProse } from './prose-fields';
import { guessFields, guessTitle } from './unlabelled-fields';

/** Kinds that a single document can be. */
export const DOCUMENT_KINDS = ['technology-needs', 'hiring-needs', 'projects', 'talents'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];
export const isDocumentKind = (kind: ImportKind): kind is DocumentKind =>
  (DOCUMENT_KINDS as readonly string[]).includes(kind);

/** Fields whose words may run over several lines. */
const LONG: ReadonlySet<string> = new Set([
  'text',
  'indicators',
  'basis',
  'novelty',
  'cases',
  'market',
  'patents',
  'awards',
  'duties',
  'conditions',
  'benefits',
  'speciality',
  'achievements',
  'papers',
  'expertsWanted',
]);

/** Labels of what is not taken, which all the same end what stands before them. */
const OTHER = [
  ...headings.protected,
  ...headings.ignored,
  '工作经历',
  '工作经验',
  '项目经历',
  '教育背景',
  '教育经历',
  '基本信息',
  '个人信息',
  '求职信息',
  '附件',
  '填表日期',
  '填报日期',
];

interface Label {
  readonly name: string;
  readonly field: string | null;
}

const folded = (words: string): string => words.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

function labelsOf(kind: DocumentKind): Map<string, string | null> {
  const labels = new Map<string, string | null>();
  for (const [field, names] of Object.entries(headings.fields[kind] as Record<string, string[]>))
    for (const name of names) labels.set(folded(name), field);
  for (const [field, { zh }] of Object.entries(FORMS[kind].fields)) labels.set(folded(bareNameOf(zh)), field);
  for (const name of OTHER) labels.set(folded(name), null);
  return labels;
}
const LABELS = new Map(DOCUMENT_KINDS.map((kind) => [kind, labelsOf(kind)]));

/** 一、 (1) 1. in front of a label. */
const NUMBERING = /^(?:[(（]?[一二三四五六七八九十\d]{1,2}[)）]?[、.．)）]|[●■◆•*])\s*/;

/** A line that begins another part: numbered, short, and no sentence. */
const isSection = (line: string): boolean =>
  /^(?:第[一二三四五六七八九十]+[章节部]|[一二三四五六七八九十]{1,3}[、.．])/.test(line) &&
  line.length <= 18 &&
  !/[。；，]/.test(line);

/** The label that a cell is as a whole, without numbering, brackets and colon. */
function labelIn(cell: string, labels: ReadonlyMap<string, string | null>): Label | undefined {
  const name = folded(cell.replace(NUMBERING, '').replace(/[:：*]+$/, ''));
  for (const form of [name, name.replace(/[(（][^)）]*[)）]/g, '').replace(/[:：]$/, '')]) {
    const field = labels.get(form);
    if (field !== undefined) return { name: form, field };
  }
  return undefined;
}

/** A table in a PDF may have lost the gaps between labels and words; a label of two characters may be a word. */
function splitAtLabels(cell: string, labels: ReadonlyMap<string, string | null>): string[] {
  const parts: string[] = [];
  for (const [at, token] of cell.split(/ +/).entries()) {
    const isLabel = labelIn(token, labels) !== undefined && (at === 0 || token.length > 2);
    const last = parts.at(-1);
    if (isLabel || last === undefined || labelIn(last, labels)) parts.push(token);
    else parts[parts.length - 1] = `${last} ${token}`;
  }
  return parts;
}

/** "姓名：张三  电话：138…" as label and words, label and words. */
function pairsIn(cell: string, labels: ReadonlyMap<string, string | null>): string[] {
  const parts: string[] = [];
  let from = 0;
  for (const match of cell.matchAll(
    /(?<=^|[\s;；,，|｜])([^\s:：;；,，|｜]{2,14}(?: [^\s:：|｜]{1,2})?|[\u4e00-\u9fff](?: {1,6}[\u4e00-\u9fff]){1,3})\s*[:：|｜]/g,
  )) {
    const label = match[1] ?? '';
    if (!labelIn(label, labels)) continue;
    if (match.index > from) parts.push(cell.slice(from, match.index));
    parts.push(label);
    from = match.index + match[0].length;
  }
  if (parts.length === 0 && from === 0) {
    return splitAtLabels(cell, labels);
  }
  return [...parts, cell.slice(from)].map((part) =>
    part
      .trim()
      .replace(/[;；,，|｜]$/, '')
      .trim(),
  );
}

/** Every cell of a line, with those split that hold several labels. */
const cellsOf = ({ cells }: DocumentLine, labels: ReadonlyMap<string, string | null>): string[] =>
  cells.flatMap((cell) => pairsIn(cell, labels));

/**
 * The fields of a form that a document states under their labels, in a table or in lines, and those of a CV that stand
 * there without one. What a document says twice is taken where it says it first.
 */
export function extractFields({ lines }: DocumentText, kind: DocumentKind): Extracted[] {
  const labels = LABELS.get(kind) as ReadonlyMap<string, string | null>;
  const found = new Map<string, Extracted>();
  let open: string | null = null;
  const add = (field: string | null, words: string, passage: string, more = false) => {
    if (field === null || words.trim() === '') return;
    const before = found.get(field);
    if (before === undefined) found.set(field, { field, words: words.trim(), passage });
    else if (more)
      found.set(field, {
        field,
        words: `${before.words}\n${words.trim()}`,
        passage: `${before.passage}\n${passage}`,
      });
  };
  for (const line of lines) {
    const cells = cellsOf(line, labels);
    const passage = line.cells.join(' ');
    let field: string | null | undefined;
    if (line.isHeading || isSection(passage)) open = null;
    for (const cell of cells) {
      const label = labelIn(cell, labels);
      if (label) {
        field = label.field !== null && found.has(label.field) ? null : label.field;
        open = field !== null && LONG.has(field) ? field : null;
      } else if (field !== undefined) {
        add(field, cell, passage, open === field);
        if (open === null) field = undefined;
      } else if (open !== null) add(open, cell, passage, true);
    }
    if (field !== undefined && open === null) open = field;
    else if (field === undefined && open !== null && !LONG.has(open)) open = null;
  }
  if (kind === 'talents')
    for (const guess of [...fieldsOfProse(lines), ...guessFields(lines), ...englishFields(lines)])
      add(guess.field, guess.words, guess.passage);
  if (kind === 'projects')
    for (const guess of guessTitle(lines)) add(guess.field, guess.words, guess.passage);
  const contact = found.get('contact');
  const phone = contact && phonesIn(contact.words)[0];
  if (contact && phone !== undefined && 'phone' in FORMS[kind].fields) add('phone', phone, contact.passage);
  return [...found.values()];
}
