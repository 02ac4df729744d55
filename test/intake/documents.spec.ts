import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { extractFields } from '../../src/intake/documents/extract-fields';
import type { DocumentKind } from '../../src/intake/documents/labels';
import { DocumentReader } from '../../src/intake/documents/document-reader';
import { readDocx } from '../../src/intake/documents/read-docx';
import { cleanWords, type DocumentText } from '../../src/intake/documents/document';
import { FORMS } from '../../src/intake/forms/forms';
import { bareNameOf } from '../../src/intake/table/heading';
import { DomainError } from '../../src/common/errors';
import { seededRandom } from '../../src/matching/engine/seeded-random';
import { forkAsTypescript } from '../support/typescript-children';

const fixture = (path: string): Buffer => readFileSync(join(__dirname, 'fixtures', path));

interface Expected {
  file: string;
  kind: DocumentKind;
  fields: Record<string, string>;
  /** The truth does not tell where a person lives from where they would go. */
  oneCity?: boolean;
}
const expectedOf = (path: string): Expected[] =>
  (JSON.parse(fixture(path).toString('utf8')) as Expected[]).map(({ file, ...said }) => ({
    ...said,
    file: join(dirname(path), file),
  }));

/** Blanks, widths, the numbers of a list and the stops at its ends are not what a document says. */
const plain = (words: string) =>
  words
    .normalize('NFKC')
    .split('\n')
    .map((line) => line.trim().replace(/^(?:[·•]|\(?\d{1,2}[).、](?!\d))|[。;；.,，]$/g, ''))
    .join('')
    .replace(/\s+/g, '')
    .replace(/(?<=^\d+)年$/, '');

const valueOf = (kind: DocumentKind, field: string, words: string): string | undefined => {
  const { zh = '', read } = FORMS[kind].fields[field] ?? {};
  const value = read?.(words, bareNameOf(zh)).value;
  return value === undefined ? undefined : JSON.stringify(value);
};

/** The same words, or words that the form reads as the same value. */
const isSame = (kind: DocumentKind, field: string, said: string, read: string): boolean =>
  plain(said) === plain(read) ||
  (valueOf(kind, field, said) !== undefined && valueOf(kind, field, said) === valueOf(kind, field, read));

beforeAll(forkAsTypescript);

/** The words of each file; those of PDFs four processes at a time. */
async function textsOf(files: readonly string[]): Promise<Map<string, DocumentText>> {
  const texts = new Map<string, DocumentText>();
  const reader = new DocumentReader();
  const waiting = [...files];
  const work = async () => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift())
      texts.set(file, await (file.endsWith('.pdf') ? reader.read(fixture(file)) : readDocx(fixture(file))));
  };
  await Promise.all([work(), work(), work(), work()]);
  return texts;
}

interface Tally {
  right: number;
  wrong: number;
  missed: number;
}
const precisionOf = ({ right, wrong }: Tally) => right / Math.max(1, right + wrong);
const recallOf = ({ right, wrong, missed }: Tally) => right / Math.max(1, right + wrong + missed);

/** What is found of each field in `documents`; every passage must stand in its document. */
async function measure(documents: readonly Expected[]) {
  const fields = new Map<string, Tally>();
  const misread: string[] = [];
  const count = (field: string, kind: keyof Tally) => {
    const tally = fields.get(field) ?? { right: 0, wrong: 0, missed: 0 };
    fields.set(field, { ...tally, [kind]: tally[kind] + 1 });
  };
  const texts = await textsOf(documents.map(({ file }) => file));
  for (const { file, kind, fields: said, oneCity } of documents) {
    const text = texts.get(file) as DocumentText;
    const found = extractFields(text, kind).filter(({ field }) => !oneCity || field !== 'city');
    const words = text.lines.map(({ cells }) => cells.join(' ')).join('\n');
    for (const { field, words: read, passage } of found) {
      const isRight = said[field] !== undefined && isSame(kind, field, said[field], read);
      count(field, isRight ? 'right' : 'wrong');
      if (!isRight) misread.push(`${file} ${field}: ${read} ≠ ${said[field]}`);
      for (const line of passage.split('\n')) expect(words).toContain(line);
    }
    for (const field of Object.keys(said).filter((name) => !found.some((one) => one.field === name))) {
      count(field, 'missed');
      misread.push(`${file} ${field}: missed`);
    }
  }
  return { fields, misread };
}

const withOneCity = (document: Expected): Expected => {
  const { city, ...others } = document.fields;
  return document.kind !== 'talents' || city === undefined || !document.file.startsWith('strangers')
    ? document
    : { ...document, fields: { ...others, cities: city }, oneCity: true };
};

describe('fields of CVs and proposals', () => {
  it('are found with the passage they stand in: precision ≥ .95 and recall ≥ .80 for every field', async () => {
    const { fields, misread } = await measure(expectedOf('documents/expected.json'));
    const lines = [...fields].map(([field, tally]) => ({
      field,
      precision: precisionOf(tally),
      recall: recallOf(tally),
    }));
    const print = ({ field, precision, recall }: (typeof lines)[number]) =>
      `${field}: precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}`;
    console.info([...lines.map(print), ...misread.slice(0, 30)].join('\n'));
    expect(lines.filter(({ precision, recall }) => precision < 0.95 || recall < 0.8)).toEqual([]);
  });

  it.each([
    ['twelve documents no two of which are alike', 'varied/varied.json', 0.98, 0.98],
    [
      '16 by a stranger to the code, by which the rules were widened',
      'strangers/seen/truth.json',
      0.97,
      0.93,
    ],
    ['16 more by the same, by which they were widened later', 'strangers/more/truth.json', 0.97, 0.95],
  ])(
    'are found in %s',
    async (_, path, precision, recall) => {
      const { fields, misread } = await measure(expectedOf(path).map(withOneCity));
      const all = { right: 0, wrong: 0, missed: 0 };
      for (const { right, wrong, missed } of fields.values()) {
        all.right += right;
        all.wrong += wrong;
        all.missed += missed;
      }
      const figures = `${path}: precision ${precisionOf(all).toFixed(3)}, recall ${recallOf(all).toFixed(3)}`;
      console.info([figures, ...misread].join('\n'));
      expect(precisionOf(all)).toBeGreaterThanOrEqual(precision);
      expect(recallOf(all)).toBeGreaterThanOrEqual(recall);
    },
    60_000,
  );

  it('are read in a process of its own, Kangxi radicals made characters again', async () => {
    const text = await new DocumentReader().read(fixture('documents/form-2.pdf'));
    expect(text.lines.flatMap(({ cells }) => cells).join('')).not.toMatch(/[\u2f00-\u2fdf]/);
    expect(cleanWords('博\u2f20研究\u2f63')).toBe('博士研究生');
    await expect(new DocumentReader().read(Buffer.from('%PDF-1.4 nothing'))).rejects.toMatchObject({
      code: 'IMPORT.BROKEN',
    });
  });

  it('never break the reader, however damaged the file', async () => {
    const random = seededRandom(7);
    for (const [name, read, times] of [
      ['documents/form-1.docx', readDocx, 80],
      ['documents/form-2.pdf', (bytes: Buffer) => new DocumentReader().read(bytes), 6],
    ] as const) {
      const seed = fixture(name);
      for (let n = 0; n < times; n++) {
        const bytes = Buffer.from(seed);
        for (let k = 0; k < 12; k++) bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
        await read(bytes).catch((error: unknown) => {
          if (!(error instanceof DomainError)) throw error;
        });
      }
    }
  });
});
