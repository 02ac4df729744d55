import type { Browser, BrowserContext, Page } from 'playwright-core';
import { until } from '../support/until';
import { apiOf } from './api-client';
import { browserThatSees, describeInBrowser, openBrowser, troublesOf } from './browser';
import { type Product, startProduct } from './product';

describeInBrowser('the officer’s path', () => {
  let product: Product;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let troubles: string[];

  beforeAll(async () => {
    product = await startProduct();
    browser = await openBrowser();
    context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
    page = await context.newPage();
    page.setDefaultTimeout(20_000);
    troubles = troublesOf(page);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  }, 60_000);

  const rows = () => page.locator('ol[aria-label="候选名单"] > li');
  const stages = () => rows().evaluateAll((items) => items.map((item) => item.getAttribute('data-stage')));
  const count = async (stage: string) => (await stages()).filter((found) => found === stage).length;
  const press = async (key: string, shown: () => Promise<unknown>) => {
    await page.keyboard.press(key);
    await shown();
  };
  const becomes = (stage: string, wanted: number) =>
    page.waitForFunction(
      ([name, many]) => document.querySelectorAll(`ol > li[data-stage="${name}"]`).length === many,
      [stage, wanted] as const,
    );

  it('leads back to the deep link after the sign-in', async () => {
    await page.goto(`${product.address}/needs?q=工程师`);
    await page.waitForURL(/sign-in/);
    await page.locator('input[autocomplete=username]').fill('officer-no1');
    await page.locator('input[type=password]').fill(product.passwordOf('officer-no1'));
    await page.locator('button[type=submit]').click();
    await page.waitForURL((url) => url.pathname === '/needs' && url.searchParams.get('q') === '工程师');
  }, 60_000);

  it('goes from the desk to a shortlist', async () => {
    await page.goto(product.address);
    await page.getByRole('link', { name: '人才需求—人才' }).first().click();
    await rows().first().waitFor();
    expect(await rows().count()).toBeGreaterThan(5);
  }, 60_000);

  it('decides ten rows with the keyboard', async () => {
    const steps: [keys: string[], stage: string][] = [
      ...Array.from({ length: 6 }, (): [string[], string] => [['a'], 'shortlisted']),
      [['s'], 'on-hold'],
      [['s'], 'on-hold'],
      [['r', '1'], 'declined'],
      [['r', '8'], 'declined'],
    ];
    for (const [keys, stage] of steps) {
      const wanted = (await count(stage)) + 1;
      for (const key of keys.slice(0, -1)) await press(key, () => page.getByRole('dialog').waitFor());
      const saved = page.waitForResponse(/decisions$/);
      await press(keys.at(-1) ?? '', () => becomes(stage, wanted));
      await saved;
      if (keys.length > 1) await page.getByRole('dialog').waitFor({ state: 'hidden' });
    }
    expect([await count('shortlisted'), await count('on-hold'), await count('declined')]).toEqual([6, 2, 2]);
  }, 120_000);

  it('takes one back', async () => {
    const saved = page.waitForResponse(/undo$/);
    await press('z', () => becomes('declined', 1));
    await saved;
    await page.reload();
    await rows().first().waitFor();
    expect(await count('shortlisted')).toBe(6);
  }, 60_000);

  it('leaves keys to an input method and to the search field', async () => {
    const before = await stages();
    await page.keyboard.press('/');
    await page.keyboard.type('a');
    await page.keyboard.press('Escape');
    await page.evaluate(() =>
      window.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', isComposing: true, bubbles: true })),
    );
    await page.locator('input[placeholder="在名单中查找"]').fill('');
    // The filter leaves the list row by row: what counts is how it ends.
    await until(async () => (await stages()).length === before.length || undefined);
    expect(await stages()).toEqual(before);
  }, 60_000);

  it('marks only passages that stand in the text', async () => {
    await page.locator('mark').first().waitFor();
    const marked = await page.locator('article').evaluateAll((articles) =>
      articles.flatMap((article) => {
        const text = article.textContent ?? '';
        return [...article.querySelectorAll('mark')].map((mark) => text.includes(mark.textContent ?? '\0'));
      }),
    );
    expect(marked.length).toBeGreaterThan(0);
    expect(marked).not.toContain(false);
  }, 60_000);

  it('compares three, with no 0 for what nobody knows', async () => {
    for (const at of [0, 1, 2]) await rows().nth(at).getByRole('checkbox').check();
    await page.locator('body').press('c');
    await page.waitForURL(/\/compare\//);
    await page.getByRole('heading', { name: '候选对比' }).waitFor();
    await page.locator('table thead th').nth(2).waitFor();
    expect(await page.locator('table thead th').count()).toBe(3);
    await page.goBack();
    await rows().first().waitFor();
  }, 60_000);

  it('shares one after a look at what is released, and it stands on the board', async () => {
    await rows().first().getByRole('button').click();
    await page.locator('body').press('Shift+A');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('企业只会看到以下内容').waitFor();
    const button = dialog.getByRole('button', { name: '推荐', exact: true });
    await button.click();
    await becomes('shared', 1);
    await page.goto(`${product.address}/board`);
    const shared = page.locator('section').filter({ has: page.getByRole('heading', { name: /已推荐/ }) });
    await shared.locator('li').first().waitFor();
    expect(await shared.locator('li').count()).toBe(1);
  }, 60_000);

  it('signs a guest in by the device’s camera', async () => {
    const api = await apiOf(context, product.address);
    const plan = await api.get<{ activities: { id: string }[] }>('/plans/sx-2022');
    const day = { activity: plan.body.activities[0]?.id, title: '对接会', heldOn: '2022-06-20' };
    const { body: session } = await api.send<{ id: string }>('POST', '/activity-sessions', day);
    const guests = { guests: [{ side: 'host', label: '太原甲公司' }] };
    const path = `/activity-sessions/${session.id}/guests`;
    const { body: invited } = await api.send<{ token: string }[]>('POST', path, guests);
    const door = await browserThatSees(`${product.address}/invitation/${invited[0]?.token}`);
    try {
      const desk = await door.newContext({ storageState: await context.storageState(), locale: 'zh-CN' });
      const seen = await desk.newPage();
      await seen.goto(`${product.address}/events/${session.id}?tab=door`);
      await seen.getByRole('button', { name: '摄像头扫码' }).click();
      await seen.getByText('太原甲公司 已签到。').waitFor();
      const { body } = await api.get<{ arrivedBy: string }[]>(path);
      expect(body.map(({ arrivedBy }) => arrivedBy)).toEqual(['qr']);
    } finally {
      await door.close();
    }
  }, 60_000);

  it('asks for the password over the page when the session ends, and then sends what was being sent', async () => {
    await page.goto(`${product.address}/projects/new`);
    await page.locator('textarea').first().fill('井下巡检机器人的无标定定位。');
    await page.getByLabel('名称').fill('巡检机器人定位');
    await context.clearCookies();
    await page.getByRole('button', { name: '存为草稿' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.locator('input[type=password]').fill(product.passwordOf('officer-no1'));
    await dialog.locator('button[type=submit]').click();
    await page.waitForURL(/\/projects\/[0-9a-f-]{36}$/);
    await page.getByRole('heading', { name: '巡检机器人定位' }).waitFor();
  }, 60_000);

  it('stays where it was without the network, and goes on with it', async () => {
    await page.goto(`${product.address}/needs`);
    await page.locator('tbody a').first().waitFor();
    await context.setOffline(true);
    await page.getByRole('link', { name: '行动计划' }).click();
    await page.getByRole('alert').getByText('网络').waitFor();
    await context.setOffline(false);
    await page.getByRole('alert').getByRole('button').click();
    await page.getByRole('heading', { name: /行动计划/ }).waitFor();
  }, 60_000);

  it('met no error of a script and no refusal of the content policy', () => {
    expect(troubles).toEqual([]);
  });
});
