import { FORMS } from '../forms/forms';
import { meantBy, spread } from './announced';
import { careerFields } from './career';
import type { DocumentLine, DocumentText, Extracted } from './document';
import { englishFields } from './english-fields';
import { type DocumentKind, isSection, type Label, labelsFor, SELF_SAID } from './labels';
import { fieldsOfNeed } from './need-prose';
import { plausible } from './plausible';
import { fieldsOfProse } from './prose-fields';
import { isHead, saidBelow, saidIn } from './said';
import { guessFields, guessSummary, guessTitle } from './unlabelled-fields';

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

/** Contents, with the dots that lead to a page. */
const LEADERS = /…{2,}|\.{6,}|·{6,}/;

/** 意向岗位 Position： or 教育背景 Education: where so many lines say their label twice, values may be said twice as well. */
const TWICE = /^[\u4e00-\u9fff]{2,8} [A-Z][A-Za-z &-]{2,30}(?:[：:]|$)/;
const LEAST_TWICE = 4;
const MOST_TWICE = 200;
const IN_ENGLISH = /(?<=[\u4e00-\u9fff][^]*?)(?:\s*\/\s*|\s+)(?:\d+ )?[A-Za-z][\x21-\x7e][\x20-\x7e]*$/;

/** What stands among achievements and has a field of its own. */
const OF_PAPERS = /^(?:共|累计)?(?:发表|撰写)[^。；]{0,12}(?:论文|文章|著作)/;

/** A number of a mobile telephone goes before one of an office, and one beside the contact before any other. */
const weightOf = (words: string, isContact: boolean): number =>
  (isContact ? 2 : 0) + (/(?<!\d)1[3-9]\d/.test(words.replace(/[\s-]/g, '')) ? 1 : 0);

/**
 * The fields of a form that a document states under their labels, in a table or in lines, and those that stand there
 * without one. What a document says twice is taken where it says it first; what cannot be right is left out.
 */
export function extractFields({ lines: all }: DocumentText, kind: DocumentKind): Extracted[] {
  const labels = labelsFor(kind);
  const lines = all.filter(({ cells }) => !LEADERS.test(cells.join(' ')));
  const found = new Map<string, Extracted>();
  let phoneWeight = -1;
  let open: { field: string; label?: Label; isBelow: boolean; isSelfSaid?: boolean } | null = null;

  const isBilingual = lines.filter(({ cells }) => TWICE.test(cells.join(' '))).length >= LEAST_TWICE;
  const add = (field: string, words: string, passage: string, isContact = false): boolean => {
    if (!(field in FORMS[kind].fields)) return false;
    const said = plausible(
      kind,
      field,
      isBilingual && words.length <= MOST_TWICE ? words.replace(IN_ENGLISH, '') : words,
    );
    if (said === undefined || said === '') return false;
    if (field === 'phone') {
      const weight = weightOf(said, isContact);
      if (weight <= phoneWeight) return false;
      phoneWeight = weight;
    } else if (found.has(field)) return false;
    found.set(field, { field, words: said, passage });
    return true;
  };
  const more = (field: string, words: string, passage: string) => {
    const before = found.get(field);
    const said = plausible(kind, field, words);
    if (before === undefined) add(field, words, passage);
    else if (said !== undefined)
      found.set(field, {
        field,
        words: `${before.words}\n${said}`,
        passage: `${before.passage}\n${passage}`,
      });
  };

  let heads: readonly string[] | undefined;
  let section = '';
  /** A table of those who did the work has the leader first; a label beside it may take the first column. */
  const addFirstPerson = (columns: readonly string[], cells: readonly string[], passage: string) => {
    const under = (pattern: RegExp): string => {
      const at = columns.findIndex((column) => pattern.test(column.replace(/\s/g, '')));
      return at < 0 ? '' : (cells[at - columns.length + cells.length] ?? '');
    };
    if (add('leader', under(/^(?:姓名|完成人|成员)$/), passage))
      add('leaderPost', under(/职称|职务/), passage);
  };

  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    const below = before && saidBelow(before, line, labels);
    const passage = line.cells.join(' ');
    const said = below ?? saidIn(line, labels);
    if (said.length === 1 && said[0]?.label && said[0].words === '') section = said[0].label.name;
    if (line.isHeading || isSection(passage) || isHead(line)) {
      open = null;
      section = passage;
    }
    if (isHead(line)) {
      heads = line.cells;
      continue;
    }
    if (heads && kind === 'projects') addFirstPerson(heads, line.cells, passage);
    heads = undefined;
    const isContact = said.some(({ label }) => label?.field === 'contact');
    for (const { label, words } of said) {
      if (label === undefined) {
        if (open === null || (line.isRow && line.cells.length > 1)) continue;
        const isUnknownLabel = !open.isBelow && /^[^\s：:，。；]{2,10}[：:]/.test(words);
        const already: string = found.get(open.field)?.words ?? '';
        const isPraise = open.isSelfSaid && (already !== '' || words.length > 60 || /[。；;]/.test(words));
        if (
          isPraise ||
          isUnknownLabel ||
          (!open.isBelow && /[。！]$/.test(already) && !/^\S{0,2}\d/.test(words))
        )
          open = null;
        else if (open.field === 'achievements' && OF_PAPERS.test(words)) more('papers', words, passage);
        else if (LONG.has(open.field)) more(open.field, words, passage);
        else {
          const parts = open.label ? spread(open.label, open.field, words) : [[open.field, words] as const];
          for (const [part, value] of parts) add(part, value, passage, isContact);
          if (open.field === 'contact') add('phone', words, passage, true);
          open = null;
        }
        continue;
      }
      const field = meantBy(label, kind, section, words);
      const isSelfSaid = kind === 'talents' && SELF_SAID.has(label.name);
      const isOfOnePost =
        !line.isRow && words !== '' && field === 'achievements' && /工作|任职|职业|从业/.test(section);
      if (field === null || isOfOnePost || (isSelfSaid && (words.length > 60 || /[。；;]/.test(words))))
        open = null;
      else if (words === '')
        open =
          field === 'postWanted' || (found.has(field) && field !== 'phone')
            ? null
            : { field, label, isBelow: true, isSelfSaid };
      else {
        open = null;
        for (const [part, value] of spread(label, field, words)) {
          const isNew = add(part, value, passage, isContact);
          if (isNew && LONG.has(part) && !line.isRow) open = { field: part, isBelow: false };
        }
        if (field === 'contact' && phoneWeight < 3)
          add('phone', line.isRow ? words : line.cells.join('；'), passage, true);
        if (field === 'leader' && kind === 'projects') {
          const [, post] = /^[\u4e00-\u9fff]{2,4}[，,(（\s]+([^。；)）]+)/.exec(words) ?? [];
          if (post) add('leaderPost', post.replace(/[，,][^，,]*(?:经验|年)[^，,]*$/, ''), passage);
        }
        if (field === 'phone' && kind === 'talents') add('email', words, passage);
      }
    }
    if (line.isRow) open = open?.isBelow && LONG.has(open.field) ? open : null;
  }
  for (const guess of guessesFor(kind, lines)) add(guess.field, guess.words, guess.passage);
  return [...found.values()];
}

/** What a document says without labels, surest first. */
function guessesFor(kind: DocumentKind, lines: readonly DocumentLine[]): Extracted[] {
  if (kind === 'talents')
    return [...careerFields(lines), ...fieldsOfProse(lines), ...guessFields(lines), ...englishFields(lines)];
  return kind === 'projects'
    ? [...fieldsOfNeed(kind, lines), ...guessTitle(lines), ...guessSummary(lines)]
    : fieldsOfNeed(kind, lines);
}
