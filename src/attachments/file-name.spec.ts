import { cleanFileName, dispositionOf } from './file-name';

describe('cleanFileName', () => {
  it.each([
    ['合同 扫描件.pdf', '合同 扫描件.pdf'],
    ['C:\\Users\\me\\合同.pdf', '合同.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['invoice\u202efdp.exe', 'invoicefdp.exe'],
    ['a\r\nb.txt', 'ab.txt'],
  ])('keeps of %j %j', (given, kept) => {
    expect(cleanFileName(given)).toBe(kept);
  });

  it.each([[''], ['   '], ['..'], ['folder/'], ['\u0000']])('finds no name in %j', (given) => {
    expect(cleanFileName(given)).toBeUndefined();
  });

  it('shortens the name, not its ending', () => {
    const kept = cleanFileName(`${'长'.repeat(300)}.docx`);
    expect(kept).toHaveLength(200);
    expect(kept).toMatch(/长\.docx$/);
  });
});

describe('dispositionOf', () => {
  it('names a file in Chinese and lets nothing out of its quotes', () => {
    expect(dispositionOf('合\'"; x=y.pdf')).toBe(
      `attachment; filename="file"; filename*=UTF-8''%E5%90%88%27%22%3B%20x%3Dy.pdf`,
    );
  });
});
