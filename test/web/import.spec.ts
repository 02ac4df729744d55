import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import type { Browser, Page } from 'playwright-core';
import { describeInBrowser, openBrowser, signIn, troublesOf } from './browser';
import { type Product, startProduct } from './product';

const FIXTURES = join(__dirname, '../intake/fixtures');

/** What is right in each of the twelve rows that were wrong, by the column the file gives the reason for. */
const MENDED: Record<string, string> = {
  需求名称: '补填的需求名称',
  统一社会信用代码: '',
  '拟投入资金(万元)': '80',
  完成时限: '2023-07-31',
  企业名称: '山西补填装备有限公司',
  需求描述及拟解决问题: '补填：井下电缆接头在潮湿环境中绝缘下降，希望找到可靠的密封办法。',
  合作方式: '技术开发',
  手机: '13800138000',
};

/** As a spreadsheet puts a range on the clipboard: a title over all columns, one employer over two rows, a code shown as a figure. */
const COPIED = `<html><head><style>td { color: black; }</style></head><body><table border=0 style='width:400pt'>
  <tr><td colspan=5 style='text-align:center'>企业技术需求征集表</td></tr>
  <tr><td>企业名称</td><td>统一社会信用代码</td><td>需求名称</td><td>需求描述及拟解决
    问题</td><td>联系人手机</td></tr>
  <tr><td rowspan=2>山西粘贴装备有限公司</td><td></td><td>耐低温密封圈</td>
    <td>零下四十度时"O"形圈变硬;漏油;停机。<br>希望找到可靠的配方。</td><td>13800138000</td></tr>
  <tr><td>9.1140100E+17</td><td>矿用电缆接头</td><td>接头在潮湿环境中绝缘下降，希望找到可靠的密封办法。</td><td>13800138000</td></tr>
</table></body></html>`;

describeInBrowser('a list of 500 needs with 12 bad rows', () => {
  let product: Product;
  let browser: Browser;
  let page: Page;
  let folder: string;
  let troubles: string[];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'import-'));
    product = await startProduct();
    browser = await openBrowser();
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
    page = await context.newPage();
    page.setDefaultTimeout(60_000);
    troubles = troublesOf(page);
    await signIn(page, product.address, 'officer-no1', product.passwordOf('officer-no1'));
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  const upload = async (file: string) => {
    await page.goto(`${product.address}/imports`);
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByRole('button', { name: '上传并预览' }).click();
    await page.waitForURL(/\/imports\/[0-9a-f-]{36}$/);
    await page.locator('[data-import-state=preview]').waitFor();
  };
  const line = () => page.locator('[data-import-state] p').innerText();
  const run = async (rows: number) => {
    await page.getByRole('button', { name: `导入 ${rows} 行` }).click();
    await page.locator('[data-import-state=finished]').waitFor();
  };

  it('shows what is wrong before anything is stored, and takes 488 in', async () => {
    await upload(join(FIXTURES, 'needs-500.xlsx'));
    expect(await line()).toContain('可导入 488 行');
    expect(await line()).toContain('待修正 12 行');
    const doubtful = page.locator('[data-row-state=doubtful]');
    await doubtful.nth(11).waitFor();
    expect(await doubtful.count()).toBe(12);
    await page.getByText('没有这一天').waitFor();
    await run(488);
    expect(await line()).toContain('新增 488 条');
  }, 120_000);

  it('gives the 12 back as a file, and takes them in once they are mended', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下载未导入的 12 行' }).click(),
    ]);
    const failed = await readXlsx(readFileSync(await download.path()));
    const [headings = [], ...rows] = failed.sheets[0]?.rows ?? [];
    expect(rows).toHaveLength(12);
    const mended = rows.map((row) => {
      const cells = [...row];
      const reason = String(cells.at(-1));
      const [column = ''] = Object.keys(MENDED).filter((name) => reason.startsWith(name));
      expect(column).not.toBe('');
      const bare = column.replace(/\(.*\)$/, '');
      cells[headings.findIndex((heading) => String(heading).startsWith(bare))] = MENDED[column] ?? '';
      return cells;
    });
    const file = join(folder, 'mended.xlsx');
    writeFileSync(file, await writeXlsx({ sheets: [{ name: '未导入', rows: [headings, ...mended] }] }));
    await upload(file);
    expect(await line()).toContain('可导入 12 行');
    await run(12);
    expect(await line()).toContain('新增 12 条');
  }, 120_000);

  it('finds nothing new in the same file again', async () => {
    await upload(join(folder, 'mended.xlsx'));
    expect(await line()).toBe('可导入 0 行 · 已有记录 0 行 · 与以前相同 12 行 · 待修正 0 行');
    await upload(join(FIXTURES, 'needs-500.xlsx'));
    expect(await line()).toBe('可导入 0 行 · 已有记录 0 行 · 与以前相同 488 行 · 待修正 12 行');
    expect(await page.getByRole('button', { name: /^导入 \d+ 行/ }).count()).toBe(0);
  }, 120_000);

  it('reads a list that was written in GB18030, mends a row in place, and takes the import back', async () => {
    await upload(join(FIXTURES, 'needs-gb18030.csv'));
    await page.getByText('除尘滤料').waitFor();
    await page.getByRole('button', { name: '改为“60”' }).click();
    await page.getByText('可导入 2 行').waitFor();
    await run(2);
    await page.getByRole('button', { name: '撤销导入' }).click();
    await page.getByRole('button', { name: '确定' }).click();
    await page.locator('[data-import-state=reverted]').waitFor();
    expect(await line()).toContain('已撤销 2 条');
  }, 120_000);

  it('previews a table pasted from a spreadsheet anywhere on the page, merged cells and line breaks with it', async () => {
    await page.goto(`${product.address}/imports`);
    await page.getByText('粘贴表格').waitFor();
    await page.evaluate((html) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', html);
      clipboardData.setData('text/plain', '照片');
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    }, COPIED);
    await page.getByText('已粘贴 4 行 × 5 列').waitFor();
    await page.getByRole('button', { name: '上传并预览' }).click();
    await page.waitForURL(/\/imports\/[0-9a-f-]{36}$/);
    await page.locator('[data-import-state=preview]').waitFor();
    expect(await page.locator('h1').innerText()).toBe('粘贴的表格.csv');
    expect(await line()).toContain('可导入 1 行');
    expect(await line()).toContain('待修正 1 行');
    await page.getByText('号码被表格存成了数字').waitFor();
  }, 60_000);

  it('shows two of its rows side by side, merges them, and parts them again', async () => {
    await page.goto(`${product.address}/duplicates?kind=need`);
    await page.getByRole('button', { name: /^(查找重复|重新查找)$/ }).click();
    await page
      .getByRole('link', { name: /^对比与合并/ })
      .first()
      .click();
    const stays = await page.locator('thead th').first().innerText();
    await page.getByLabel('合并原因').fill('同一项需求报了两次');
    await page.getByRole('button', { name: /^合\s?并$/ }).click();
    await page.waitForURL(/\/needs\/[0-9a-f-]{36}$/);
    await page.getByRole('heading', { name: '并入本记录的' }).waitFor();
    expect(stays).toContain(await page.locator('h1').innerText());
    const [survivor] = /[0-9a-f-]{36}$/.exec(page.url()) ?? [];
    const old = (await page.locator('a[href$="kept=true"]').getAttribute('href')) ?? '';
    await page.goto(product.address + old.replace('?kept=true', ''));
    await page.waitForURL((url) => url.pathname.endsWith(survivor ?? ''));
    await page.goto(product.address + old);
    await page.getByText('这条记录已并入另一条').waitFor();
    await page.goBack();
    await page.getByRole('button', { name: '撤销合并' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '撤销合并' }).click();
    await page.getByText('已撤销合并').waitFor();
  }, 120_000);

  it('met no error of a script and no refusal of the content policy', () => {
    expect(troubles).toEqual([]);
  });
});
