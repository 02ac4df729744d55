import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, deflateRawSync } from 'node:zlib';
import { seededRandom } from '../../src/matching/engine/seeded-random';
import { DomainError } from '../../src/common/errors';
import { DocumentReader } from '../../src/intake/documents/document-reader';
import { checkArchive } from '../../src/intake/reading/archive-check';
import { decodeText } from '../../src/intake/reading/decode-text';
import { fileKindOf, listKindOf } from '../../src/intake/reading/file-kind';
import { ListReader } from '../../src/intake/reading/list-reader';
import { readCsv } from '../../src/intake/reading/read-csv';
import { readXlsx } from '../../src/intake/reading/read-xlsx';
import { writeXlsx } from 'hucre/xlsx';
import { atMost, judge } from '../faults/support/judge';
import { archiveOf, type Part } from './archive-of';
import { damaged } from './damaged';
import { forkAsTypescript } from '../support/typescript-children';

beforeAll(forkAsTypescript);

const fixture = (name: string): Buffer => readFileSync(join(__dirname, 'fixtures', name));

describe('an archive that means harm', () => {
  const sheet = 'xl/worksheets/sheet1.xml';

  const bomb = () => [{ name: sheet, content: Buffer.alloc(100 * 1024 * 1024) }];
  const manyParts = () =>
    Array.from({ length: 65_000 }, (_, n) => ({ name: `p${n}`, content: Buffer.alloc(0) }));
  const lying = () => [{ name: sheet, content: Buffer.alloc(5 * 1024 * 1024, 'a'), claims: 1_000 }];
  const office = (name: string) => (more: Part[]) =>
    archiveOf([{ name, content: Buffer.from('<x/>') }, ...more]);
  const workbook = office('xl/workbook.xml');
  const document = office('word/document.xml');

  it.each([
    ['a bomb', () => workbook(bomb()), listKindOf, 'IMPORT.ARCHIVE'],
    ['a bomb of a document', () => document(bomb()), fileKindOf, 'IMPORT.ARCHIVE'],
    ['the most parts an archive can have', () => workbook(manyParts()), listKindOf, 'IMPORT.ARCHIVE'],
    ['more in it than it says', () => workbook(lying()), readXlsx, 'IMPORT.BROKEN'],
  ])('is refused at once: %s', async (name, make, read, code) => {
    const bytes = make();
    const before = process.memoryUsage().rss;
    const started = performance.now();
    await expect(read(bytes)).rejects.toMatchObject({ code });
    judge(`archive with ${name}`, {
      refusedAfterMs: atMost(200, performance.now() - started),
      grownByMb: atMost(50, (process.memoryUsage().rss - before) / 1024 / 1024),
    });
  });

  it('is refused when it unpacks to more than it says', async () => {
    const bytes = workbook(lying());
    await expect(checkArchive(bytes)).resolves.toHaveLength(2);
    await expect(new ListReader().read(bytes)).rejects.toMatchObject({ code: 'IMPORT.BROKEN' });
  });

  it('costs no more than a process may take: two cells at the far corners of a sheet', async () => {
    const part = (name: string, xml: string): Part => ({ name, content: Buffer.from(xml) });
    const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
    const sparse = archiveOf([
      part(
        '[Content_Types].xml',
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
      ),
      part(
        '_rels/.rels',
        `<Relationships xmlns="${relations}"><Relationship Id="a" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ),
      part(
        'xl/workbook.xml',
        `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="S" sheetId="1" r:id="b"/></sheets></workbook>`,
      ),
      part(
        'xl/_rels/workbook.xml.rels',
        `<Relationships xmlns="${relations}"><Relationship Id="b" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      ),
      part(
        sheet,
        `<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>`,
      ),
    ]);
    await expect(new ListReader().read(sparse)).rejects.toMatchObject({
      code: expect.stringMatching(/^IMPORT\.(?:BROKEN|TOO_HEAVY)$/) as string,
    });
  });
});

describe('a PDF that means harm', () => {
  const objectOf = (words: string, content: Buffer) =>
    Buffer.concat([
      Buffer.from(`<< /Length ${content.length} ${words} >> stream\n`),
      content,
      Buffer.from('\nendstream'),
    ]);
  const object = (words: string) => Buffer.from(`<< ${words} >>`);

  /** One page with the objects 4, 5, …: its content and what that needs. */
  function pageOf(resources: string, ...objects: Buffer[]): Buffer {
    const page = `/Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << ${resources} >>`;
    const all = [
      object('/Type /Catalog /Pages 2 0 R'),
      object('/Type /Pages /Kids [3 0 R] /Count 1'),
      object(page),
      ...objects,
    ];
    const printed = all.flatMap((one, at) => [
      Buffer.from(`${at + 1} 0 obj `),
      one,
      Buffer.from(' endobj\n'),
    ]);
    return Buffer.concat([Buffer.from('%PDF-1.4\n'), ...printed, Buffer.from('trailer << /Root 1 0 R >>\n')]);
  }

  /** So many megabytes of blanks, packed into about a thousandth. */
  function blanks(megabytes: number): Buffer {
    const block = deflateRawSync(Buffer.alloc(10 * 1024 * 1024, ' '), {
      finishFlush: constants.Z_FULL_FLUSH,
    });
    const blocks = Array.from({ length: megabytes / 10 }, () => block);
    return Buffer.concat([Buffer.from([0x78, 0xda]), ...blocks, deflateRawSync(Buffer.alloc(0))]);
  }

  /** Characters of a font by number: all that three bytes can write. */
  const everyCharacter = Buffer.from(
    '1 begincodespacerange <000000> <ffffff> endcodespacerange 1 beginbfrange <000000> <ffffff> <0041> endbfrange',
  );
  const FONT = '/Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R';

  it.each([
    ['a gigabyte to unpack', () => pageOf('', objectOf('/Filter /FlateDecode', blanks(1_000)))],
    [
      'a font of 16 million characters',
      () =>
        pageOf(
          '/Font << /F 5 0 R >>',
          objectOf('', Buffer.from('BT /F 9 Tf (words) Tj ET')),
          object(FONT),
          objectOf('', everyCharacter),
        ),
    ],
  ])('costs no more memory and time than a process may take: %s', async (name, make) => {
    const bytes = make();
    const started = performance.now();
    await expect(new DocumentReader().read(bytes)).rejects.toMatchObject({ code: 'IMPORT.TOO_HEAVY' });
    judge(`PDF with ${name}`, { endedAfterSeconds: atMost(19, (performance.now() - started) / 1000) });
  });
});

describe('a file with macros', () => {
  it('is read without them', async () => {
    const bytes = await writeXlsx({
      sheets: [{ name: 'S', rows: [['企业名称', '需求名称']] }],
      vbaProject: new Uint8Array(64),
    });
    expect(await readXlsx(Buffer.from(bytes))).toMatchObject({
      macros: true,
      sheets: [{ rows: [{ number: 1 }] }],
    });
  });
});

describe('damaged files', () => {
  it.each([
    ['.xlsx', 'roster.xlsx', (bytes: Buffer) => readXlsx(bytes), 250],
    ['.csv', 'needs-gb18030.csv', (bytes: Buffer) => Promise.resolve().then(() => readCsv(bytes)), 1_000],
    ['UTF-16', 'needs-utf16.csv', (bytes: Buffer) => Promise.resolve().then(() => decodeText(bytes)), 1_000],
  ])('are read or refused, never more: %s', async (_, name, read, times) => {
    const random = seededRandom(20_221);
    const seed = fixture(name);
    for (let n = 0; n < times; n++) {
      const started = performance.now();
      await read(damaged(seed, random)).catch((error: unknown) => {
        if (!(error instanceof DomainError)) throw error;
      });
      expect(performance.now() - started).toBeLessThan(2_000);
    }
  });
});
