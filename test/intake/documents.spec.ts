import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DocumentKind, extractFields } from '../../src/intake/documents/extract-fields';
import { DocumentReader } from '../../src/intake/documents/document-reader';
import { readDocx } from '../../src/intake/documents/read-docx';
import { cleanWords, type DocumentText } from '../../src/intake/documents/document';
import { DomainError } from '../../src/common/errors';
import { seededRandom } from '../../src/matching/engine/seeded-random';
import { forkAsTypescript } from '../support/typescript-children';

const FOLDER = join(__dirname, 'fixtures/documents');
const fixture = (name: string): Buffer => readFileSync(join(FOLDER, name));

interface Expected {
  file: string;
  layout: string;
  kind: DocumentKind;
  fields: Record<string, string>;
}
const expected = JSON.parse(readFileSync(join(FOLDER, 'expected.json'), 'utf8')) as Expected[];

const plain = (words: string) =>
  words
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/(?<=^\d+)年$/, '');

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

describe('fields of CVs and proposals', () => {
  it('are found with the passage they stand in: precision ≥ .95 and recall ≥ .80 for every field', async () => {
    const tally = new Map<string, { right: number; wrong: number; missed: number }>();
    const misread: string[] = [];
    const texts = await textsOf(expected.map(({ file }) => file));
    for (const { file, kind, fields } of expected) {
      const text = texts.get(file) as DocumentText;
      const found = extractFields(text, kind);
      const words = text.lines.map(({ cells }) => cells.join(' ')).join('\n');
      for (const { field, words: said, passage } of found) {
        const count = tally.get(field) ?? { right: 0, wrong: 0, missed: 0 };
        tally.set(field, count);
        if (fields[field] !== undefined && plain(said) === plain(fields[field])) count.right += 1;
        else {
          count.wrong += 1;
          misread.push(`${file} ${field}: ${said} ≠ ${fields[field]}`);
        }
        for (const line of passage.split('\n')) expect(words).toContain(line);
      }
      for (const field of Object.keys(fields))
        if (!found.some((one) => one.field === field)) {
          const count = tally.get(field) ?? { right: 0, wrong: 0, missed: 0 };
          tally.set(field, { ...count, missed: count.missed + 1 });
          misread.push(`${file} ${field}: missed`);
        }
    }
    const lines = [...tally].map(([field, { right, wrong, missed }]) => ({
      field,
      precision: right / Math.max(1, right + wrong),
      recall: right / Math.max(1, right + wrong + missed),
    }));
    console.info(
      `${expected.length} documents, ${new Set(expected.map(({ layout }) => layout)).size} layouts\n` +
        lines
          .map(
            ({ field, precision, recall }) =>
              `${field}: precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}`,
          )
          .join('\n') +
        `\n${misread.slice(0, 30).join('\n')}`,
    );
    expect(lines.filter(({ precision, recall }) => precision < 0.95 || recall < 0.8)).toEqual([]);
  });

  it('are read in a process of its own, Kangxi radicals made characters again', async () => {
    const text = await new DocumentReader().read(fixture('form-2.pdf'));
    expect(text.lines.flatMap(({ cells }) => cells).join('')).not.toMatch(/[\u2f00-\u2fdf]/);
    expect(cleanWords('博\u2f20研究\u2f63')).toBe('博士研究生');
    await expect(new DocumentReader().read(Buffer.from('%PDF-1.4 nothing'))).rejects.toMatchObject({
      code: 'IMPORT.BROKEN',
    });
  });

  it('never break the reader, however damaged the file', async () => {
    const random = seededRandom(7);
    for (const [name, read, times] of [
      ['form-1.docx', readDocx, 80],
      ['form-2.pdf', (bytes: Buffer) => new DocumentReader().read(bytes), 6],
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
