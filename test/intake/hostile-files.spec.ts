import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom } from '../../src/matching/engine/seeded-random';
import { DomainError } from '../../src/common/errors';
import { checkArchive } from '../../src/intake/reading/archive-check';
import { decodeText } from '../../src/intake/reading/decode-text';
import { listKindOf } from '../../src/intake/reading/file-kind';
import { ListReader } from '../../src/intake/reading/list-reader';
import { readCsv } from '../../src/intake/reading/read-csv';
import { readXlsx } from '../../src/intake/reading/read-xlsx';
import { writeXlsx } from 'hucre/xlsx';
import { archiveOf, type Part } from './archive-of';
import { forkAsTypescript } from '../support/typescript-children';

beforeAll(forkAsTypescript);

const fixture = (name: string): Buffer => readFileSync(join(__dirname, 'fixtures', name));

const workbook = (more: Part[]): Buffer =>
  archiveOf([{ name: 'xl/workbook.xml', content: Buffer.from('<x/>') }, ...more]);

describe('an archive that means harm', () => {
  const sheet = 'xl/worksheets/sheet1.xml';

  it.each([
    ['a bomb', () => workbook([{ name: sheet, content: Buffer.alloc(100 * 1024 * 1024) }])],
    [
      '100,000 parts',
      () => workbook(Array.from({ length: 65_000 }, (_, n) => ({ name: `p${n}`, content: Buffer.alloc(0) }))),
    ],
  ])('is refused by its directory alone: %s', async (_, make) => {
    const bytes = make();
    const before = process.memoryUsage().rss;
    const started = performance.now();
    await expect(listKindOf(bytes)).rejects.toMatchObject({ code: 'IMPORT.ARCHIVE' });
    expect(performance.now() - started).toBeLessThan(200);
    expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1024 * 1024);
  });

  it('is refused when it unpacks to more than it says', async () => {
    const lying = workbook([{ name: sheet, content: Buffer.alloc(5 * 1024 * 1024, 'a'), claims: 1_000 }]);
    await expect(checkArchive(lying)).resolves.toHaveLength(2);
    await expect(new ListReader().read(lying)).rejects.toMatchObject({ code: 'IMPORT.BROKEN' });
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
  /** Bytes changed, cut and put in at random places. */
  function mutated(seed: Buffer, random: () => number): Buffer {
    const bytes = Buffer.from(seed);
    const place = () => Math.floor(random() * bytes.length);
    for (let n = 1 + Math.floor(random() * 20); n > 0; n--) bytes[place()] = Math.floor(random() * 256);
    return random() < 0.2 ? bytes.subarray(0, place()) : bytes;
  }

  it.each([
    ['.xlsx', 'roster.xlsx', (bytes: Buffer) => readXlsx(bytes), 250],
    ['.csv', 'needs-gb18030.csv', (bytes: Buffer) => Promise.resolve().then(() => readCsv(bytes)), 1_000],
    ['UTF-16', 'needs-utf16.csv', (bytes: Buffer) => Promise.resolve().then(() => decodeText(bytes)), 1_000],
  ])('are read or refused, never more: %s', async (_, name, read, times) => {
    const random = seededRandom(20_221);
    const seed = fixture(name);
    for (let n = 0; n < times; n++) {
      const started = performance.now();
      await read(mutated(seed, random)).catch((error: unknown) => {
        if (!(error instanceof DomainError)) throw error;
      });
      expect(performance.now() - started).toBeLessThan(2_000);
    }
  });
});
