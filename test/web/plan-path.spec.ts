import type { Browser, Page } from 'playwright-core';
import { AXE, violationsOf } from './axe';
import { describeInBrowser, openBrowser, signIn, troublesOf } from './browser';
import { type Product, startProduct } from './product';
import { settled } from './settled';
import { signSome } from './signed-life';

/** The last of the signings that the park has passed and the platform has not confirmed. */
const WAITING = '/signings?state=platform-check';
/** What this area of the client consists of, besides the signing that is confirmed on the way. */
const SCREENS = [
  '/targets?plan=sx-2022&target=T03',
  '/plan?plan=sx-2022',
  '/plan?plan=sx-2022&tab=activities',
  '/plan?plan=sx-2022&tab=targets&at=T04',
  '/plan?plan=sx-2022&tab=allocations&at=T03',
  '/plan?plan=sx-2022&tab=submissions',
  '/plan/new',
  '/signings/roster',
  '/signings/conflicts',
  '/audit',
  '/settings?tab=weights',
  '/settings?tab=vocabularies',
  '/account',
];
const LICENCE = { name: '执照.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF') };

describeInBrowser('from a confirmed signing to a frozen number', () => {
  let product: Product;
  let browser: Browser;
  let manager: Page;
  let signing: string;
  const troubles: string[][] = [];

  beforeAll(async () => {
    product = await startProduct();
    await signSome(product);
    browser = await openBrowser();
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
    manager = await context.newPage();
    manager.setDefaultTimeout(20_000);
    troubles.push(troublesOf(manager));
    await signIn(manager, product.address, 'manager', product.passwordOf('manager'));
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  }, 60_000);

  const open = (path: string) => manager.goto(`${product.address}${path}`);
  const row = (code: string) => manager.locator('tbody tr', { hasText: code }).first();
  /** The number of T03 at what it counts, signed and landed, as the board shows them. */
  const numbers = async (): Promise<number[]> => {
    await open('/targets');
    await row('T03').waitFor();
    return (await row('T03').locator('td a').allInnerTexts()).map(Number);
  };
  const dialog = () => manager.getByRole('dialog');

  it('shows 7 → 8 before the confirmation and 8 after it', async () => {
    expect(await numbers()).toEqual([7, 7, 3]);
    await open(WAITING);
    await manager.locator('tbody a').first().click();
    await manager.getByRole('button', { name: '认定', exact: true }).click();
    await dialog().getByText('7 → 8 / 20').waitFor();
    await dialog().getByRole('textbox', { name: '说明' }).fill('活动现场达成意向，随后签约');
    await dialog().getByRole('button', { name: '确定' }).click();
    await manager.getByRole('heading', { name: '计入的目标' }).waitFor();
    signing = manager.url();
    expect(await numbers()).toEqual([8, 8, 3]);
  }, 60_000);

  it('opens the number down to its documents', async () => {
    await row('T03').locator('td a').first().click();
    await dialog().getByText('共 8 项，列出 8 项').waitFor();
    await dialog().locator('canvas').waitFor();
    const paper = dialog().locator('a[href^="/api/v1/attachments/"]').first();
    const answer = await manager.request.get(`${product.address}${await paper.getAttribute('href')}`);
    expect([answer.status(), (await answer.body()).subarray(0, 4).toString()]).toEqual([200, '%PDF']);
  }, 60_000);

  it('raises what has landed with a milestone and its proof', async () => {
    await dialog().locator('ol > li > a').first().click();
    await manager.getByRole('heading', { name: '进展' }).waitFor();
    await manager.locator('input[type=file]').setInputFiles(LICENCE);
    await manager.getByRole('combobox', { name: '材料类型' }).fill('营业执照');
    await manager.locator('.ant-select-item-option', { hasText: '营业执照' }).click();
    await manager.locator('label', { hasText: '落款日期' }).locator('input').fill('2022-10-10');
    await manager.getByRole('button', { name: '添加材料' }).click();
    await manager.locator('main li', { hasText: '营业执照' }).first().waitFor();
    await manager.getByRole('button', { name: '登记进展' }).click();
    await dialog().getByRole('combobox', { name: '进展' }).click();
    await manager.locator('.ant-select-item-option', { hasText: '注册' }).click();
    await dialog().getByLabel('达成日期').fill('2022-10-10');
    await dialog()
      .getByRole('checkbox', { name: /营业执照/ })
      .check();
    await dialog().getByRole('button', { name: '登记', exact: true }).click();
    await manager.locator('main li', { hasText: '撤回' }).waitFor();
    expect(await numbers()).toEqual([8, 8, 4]);
  }, 60_000);

  it('freezes a submission, which opens as of its cut-off', async () => {
    await open('/plan?tab=submissions');
    await manager.getByRole('button', { name: '新报送批次' }).click();
    await dialog().getByLabel('期次').fill('2022年10月');
    await dialog().getByRole('button', { name: '签发并冻结' }).click();
    await manager.getByRole('link', { name: '2022年10月' }).click();
    const t03 = dialog().locator('tr', { hasText: 'T03' }).first();
    // Signed before the last cut-off's day and reported only now: 本期补报.
    expect(await t03.locator('td').allInnerTexts()).toEqual(['8', '0', '1', '0']);
    await manager.keyboard.press('Escape');
    await manager.getByRole('link', { name: '查看截止时的目标进度' }).last().click();
    await manager.getByText(/这是 .* 时已知的数字/).waitFor();
    expect(await row('T03').locator('td a').first().innerText()).toBe('7');
  }, 60_000);

  it('makes a plan from nothing', async () => {
    await open('/plan/new');
    await manager.getByLabel('名称', { exact: true }).first().fill('2030年示范计划');
    await manager.getByLabel('发布单位').fill('示范发改委');
    await manager.getByLabel('来源文件').fill('示发改〔2030〕1号');
    await manager.getByRole('textbox', { name: '主题', exact: true }).fill('产业');
    await manager.getByRole('textbox', { name: '赛道', exact: true }).fill('装备');
    await manager.getByRole('button', { name: '添加活动' }).click();
    await manager.getByRole('listitem').getByRole('textbox', { name: '名称' }).fill('装备峰会');
    await manager.getByRole('button', { name: '添加目标' }).click();
    await manager.getByLabel('目标', { exact: true }).fill('装备项目签约');
    await manager.getByRole('button', { name: '创建计划' }).click();
    // The unit is missing: the refusal names the place, and nothing that was typed is lost.
    await manager.getByText(/^目标 T01 单位/).waitFor();
    await manager.getByLabel('单位', { exact: true }).fill('个');
    await manager.getByRole('button', { name: '创建计划' }).click();
    await manager.waitForURL(/\/plan\?plan=plan-/);
    await manager.getByRole('heading', { name: '2030年示范计划' }).waitFor();
  }, 60_000);

  it.each([
    ['zh-CN', 'light', 1440],
    ['en', 'dark', 375],
  ] as const)(
    'has no fault on any of its screens in %s, %s, %i px',
    async (locale, appearance, width) => {
      const context = await browser.newContext({
        locale,
        viewport: { width, height: 900 },
        reducedMotion: 'reduce',
        storageState: await manager.context().storageState(),
      });
      await context.addInitScript({ path: AXE });
      await context.addInitScript((chosen) => localStorage.setItem('appearance', chosen), appearance);
      await context.addInitScript((chosen) => localStorage.setItem('locale', chosen), locale);
      const page = await context.newPage();
      const faults = troublesOf(page);
      for (const path of [...SCREENS, new URL(signing).pathname]) {
        await page.goto(`${product.address}${path}`);
        await settled(page);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        const found = await violationsOf(page);
        faults.push(...found.map((fault) => `${path}: ${fault}`));
        if (wide > 0) faults.push(`${path}: wider than the window by ${wide} px`);
      }
      await context.close();
      expect(faults).toEqual([]);
    },
    90_000,
  );

  it('met no error of a script and no refusal of the content policy', () => {
    expect(troubles.flat()).toEqual([]);
  });
});
