import type { Browser, BrowserContext, Page } from 'playwright-core';
import { AXE, violationsOf } from './axe';
import { describeInBrowser, openBrowser, signIn, troublesOf } from './browser';
import { clippedIn } from './clipping';
import { type Product, startProduct } from './product';
import { settled } from './settled';

const wide = (page: Page) => page.setViewportSize({ width: 1440, height: 900 });
const narrow = (page: Page) => page.setViewportSize({ width: 375, height: 812 });

/** Each screen: its name, whose it is, and its address; `first` follows the first link that leads on, `then` one from there. */
const SCREENS: readonly {
  name: string;
  login: string;
  path: string;
  first?: string;
  then?: string;
  open?: string;
}[] = [
  { name: 'desk', login: 'officer-no1', path: '/' },
  { name: 'needs', login: 'officer-no1', path: '/needs' },
  {
    name: 'need',
    login: 'officer-no1',
    path: '/needs?park=NO.1',
    first: 'a[href^="/needs/"]:not([href$="new"])',
  },
  { name: 'projects', login: 'officer-no1', path: '/projects' },
  {
    name: 'project',
    login: 'officer-no1',
    path: '/projects',
    first: 'a[href^="/projects/"]:not([href$="new"])',
  },
  { name: 'talents', login: 'officer-no1', path: '/talents' },
  {
    name: 'talent',
    login: 'officer-no1',
    path: '/talents',
    first: 'a[href^="/talents/"]:not([href$="new"])',
  },
  { name: 'new-hiring-need', login: 'officer-no1', path: '/needs/new?kind=hiring' },
  { name: 'new-project', login: 'officer-no1', path: '/projects/new' },
  { name: 'new-talent', login: 'officer-no1', path: '/talents/new' },
  { name: 'new-technology-need', login: 'officer-no1', path: '/needs/new?kind=technology' },
  { name: 'review', login: 'officer-no1', path: '/', first: 'a[href^="/review/hiring"]' },
  { name: 'review-decline', login: 'officer-no1', path: '/', first: 'a[href^="/review/hiring"]', open: 'r' },
  {
    name: 'review-keys',
    login: 'officer-no1',
    path: '/',
    first: 'a[href^="/review/tech-project"]',
    open: '?',
  },
  { name: 'duplicates', login: 'officer-no1', path: '/duplicates?kind=organisation' },
  { name: 'board', login: 'officer-no1', path: '/board' },
  { name: 'runs', login: 'manager', path: '/runs' },
  { name: 'signings', login: 'officer-no1', path: '/signings' },
  { name: 'new-signing', login: 'officer-no1', path: '/signings/new' },
  { name: 'targets', login: 'manager', path: '/targets' },
  { name: 'target-signings', login: 'manager', path: '/targets?target=T01' },
  { name: 'events', login: 'organiser', path: '/events' },
  { name: 'reports', login: 'manager', path: '/reports' },
  { name: 'settings', login: 'manager', path: '/settings' },
  { name: 'notices-how', login: 'officer-no1', path: '/notices?tab=how' },
  { name: 'notices-systems', login: 'manager', path: '/notices?tab=systems' },
  { name: 'quick-search', login: 'officer-no1', path: '/needs', open: 'Control+k' },
  { name: 'lost', login: 'officer-no1', path: '/nowhere' },
  { name: 'consent-over', login: 'officer-no1', path: '/consent/none' },
  { name: 'account', login: 'enterprise', path: '/account' },
  {
    name: 'organisation',
    login: 'officer-no1',
    path: '/needs?park=NO.1',
    first: 'tbody a[href^="/needs/"]',
    then: 'dd a[href^="/organisations/"]',
  },
  { name: 'enterprise-needs', login: 'enterprise', path: '/needs' },
  { name: 'enterprise-shares', login: 'enterprise', path: '/shares' },
];

describeInBrowser('every screen', () => {
  let product: Product;
  let browser: Browser;
  const contexts = new Map<string, BrowserContext>();

  beforeAll(async () => {
    product = await startProduct();
    browser = await openBrowser();
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  }, 60_000);

  /** One sign-in each; every page begins in Chinese, whatever language the one before ended in. */
  async function contextOf(login: string): Promise<BrowserContext> {
    const known = contexts.get(login);
    if (known) return known;
    const context = await browser.newContext({ locale: 'zh-CN', reducedMotion: 'reduce' });
    await context.addInitScript({ path: AXE });
    await context.addInitScript(() => localStorage.setItem('locale', 'zh-CN'));
    const page = await context.newPage();
    await signIn(page, product.address, login, product.passwordOf(login));
    await page.close();
    contexts.set(login, context);
    return context;
  }

  async function openScreen(
    page: Page,
    { path, first, then, open, name }: (typeof SCREENS)[number],
  ): Promise<void> {
    await page.goto(`${product.address}${path}`);
    await settled(page);
    if (first) {
      const before = page.url();
      await page.locator(first).first().click();
      await page.waitForURL((url) => url.href !== before);
      await page
        .locator(name.startsWith('review') ? 'main article h4' : 'main dl')
        .first()
        .waitFor();
    }
    if (then) {
      await page.locator(then).first().click();
      await page.locator('main table').waitFor();
    }
    if (open) {
      await page.locator('ol > li, tbody tr').first().waitFor({ state: 'attached' });
      await page.locator('body').press(open);
      await page.getByRole('dialog').waitFor();
    }
  }

  it.each(SCREENS.map((screen) => [screen.name, screen] as const))(
    '%s is without fault, wide and narrow, in both languages',
    async (_, screen) => {
      const page = await (await contextOf(screen.login)).newPage();
      const faults = troublesOf(page);
      const look = async (at: string, find: (page: Page) => Promise<string[]>) =>
        faults.push(...(await find(page)).map((fault) => `${at}: ${fault}`));
      await wide(page);
      await openScreen(page, screen);
      await look('zh-CN, wide', violationsOf);
      await look('zh-CN, wide', clippedIn);
      await narrow(page);
      await look('zh-CN, narrow', clippedIn);
      // Also from under a dialog, which covers the switch.
      await page.locator('button[lang=en]').first().dispatchEvent('click');
      await page.locator('html[lang=en]').waitFor();
      await look('en, narrow', violationsOf);
      await look('en, narrow', clippedIn);
      await page.close();
      expect(faults).toEqual([]);
    },
    120_000,
  );

  it('opens a list of choices also for those who want no motion', async () => {
    const page = await (await contextOf('officer-no1')).newPage();
    await page.goto(`${product.address}/needs`);
    await settled(page);
    await page.getByLabel('状态').click();
    const choice = page.locator('.ant-select-item-option', { hasText: '待审核' });
    await choice.click({ timeout: 5_000 });
    await page.waitForURL(/status=submitted/);
    await page.close();
  }, 60_000);
});
