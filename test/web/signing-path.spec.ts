import type { Browser, Page } from 'playwright-core';
import { describeInBrowser, openBrowser, signIn, troublesOf } from './browser';
import { type Product, startProduct } from './product';

const CONTRACT = { name: '合同.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF') };

describeInBrowser('from a match to a confirmed signing', () => {
  let product: Product;
  let browser: Browser;
  let officer: Page;
  let address: string;
  const troubles: string[][] = [];

  const as = async (login: string): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    troubles.push(troublesOf(page));
    await signIn(page, product.address, login, product.passwordOf(login));
    return page;
  };
  const state = (page: Page, words: string) =>
    page.locator('[data-state]', { hasText: words }).first().waitFor();

  beforeAll(async () => {
    product = await startProduct();
    browser = await openBrowser();
    officer = await as('officer-no1');
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  }, 60_000);

  it('shares a match and takes it into talks', async () => {
    await officer.getByRole('link', { name: '人才需求—人才' }).first().click();
    await officer.locator('mark').first().waitFor();
    await officer.locator('body').press('Shift+A');
    await officer.getByRole('dialog').getByText('企业只会看到以下内容').waitFor();
    await officer.getByRole('dialog').getByRole('button', { name: '推荐', exact: true }).click();
    await officer.locator('ol > li[data-stage="shared"]').first().waitFor();
    await officer.goto(`${product.address}/board`);
    await officer.getByRole('button', { name: /^移动/ }).first().click();
    await officer.getByRole('menuitem', { name: '面试' }).click();
    const talks = officer
      .locator('section')
      .filter({ has: officer.getByRole('heading', { name: /对接中/ }) });
    await talks.locator('li a').first().click();
    await officer.getByRole('link', { name: '登记签约' }).click();
  }, 90_000);

  it('records the signing with its contract', async () => {
    await officer.locator('input[type=file]').setInputFiles(CONTRACT);
    await officer.getByRole('combobox', { name: '材料类型' }).fill('劳动');
    await officer.locator('.ant-select-item-option', { hasText: '劳动/聘用合同' }).click();
    await officer.locator('label', { hasText: '落款日期' }).locator('input').fill('2022-06-20');
    await officer.getByRole('combobox', { name: '载明内容' }).click();
    for (const particular of ['盖章', '签约各方', '期限', '报酬'])
      await officer.locator('.ant-select-item-option', { hasText: particular }).last().click();
    await officer.keyboard.press('Escape');
    await officer.getByRole('button', { name: '添加材料' }).click();
    await officer.locator('main li', { hasText: '劳动/聘用合同' }).waitFor();
    await officer.getByRole('button', { name: '保存签约' }).click();
    await officer.waitForURL(/\/signings\/[0-9a-f-]{36}$/);
    await state(officer, '待初审');
    address = officer.url();
  }, 90_000);

  it('is checked by the park and confirmed by the platform', async () => {
    const lead = await as('lead-no1');
    await lead.goto(address);
    await lead.getByRole('button', { name: '初审通过' }).click();
    await state(lead, '待复核');
    const manager = await as('manager');
    await manager.goto(address);
    await manager.getByRole('button', { name: '认定', exact: true }).click();
    await manager.getByRole('dialog').getByRole('button', { name: '确定' }).click();
    await state(manager, '已认定');
    await manager.goto(`${product.address}/targets`);
    await manager.locator('tbody tr').first().locator('td a').first().click();
    await manager.getByRole('dialog').waitFor();
  }, 90_000);

  it('met no error of a script and no refusal of the content policy', () => {
    expect(troubles.flat()).toEqual([]);
  });
});
