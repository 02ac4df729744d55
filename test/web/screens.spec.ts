import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { AXE, violationsOf } from './axe';
import { describeInBrowser, openBrowser, signIn, troublesOf } from './browser';
import { type Product, startProduct } from './product';

const OUT = join(__dirname, '../../screenshots/out');

const resize = (page: Page, width = 1440) => page.setViewportSize({ width, height: width > 500 ? 900 : 812 });

/** Each screen: its name, whose it is, and its address; `first` follows the first link that leads on. */
const SCREENS: readonly { name: string; login: string; path: string; first?: string; open?: string }[] = [
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
  { name: 'consent-over', login: 'officer-no1', path: '/consent/none' },
  { name: 'enterprise-needs', login: 'enterprise', path: '/needs' },
  { name: 'enterprise-shares', login: 'enterprise', path: '/shares' },
];

describeInBrowser('every screen', () => {
  let product: Product;
  let browser: Browser;
  const contexts = new Map<string, BrowserContext>();

  beforeAll(async () => {
    mkdirSync(OUT, { recursive: true });
    product = await startProduct();
    browser = await openBrowser();
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  }, 60_000);

  async function contextOf(login: string, locale: string): Promise<BrowserContext> {
    const key = `${login} ${locale}`;
    const known = contexts.get(key);
    if (known) return known;
    const context = await browser.newContext({ locale, bypassCSP: false, reducedMotion: 'reduce' });
    await context.addInitScript({ path: AXE });
    const page = await context.newPage();
    await signIn(page, product.address, login, product.passwordOf(login));
    await page.close();
    contexts.set(key, context);
    return context;
  }

  /** One load in one language, looked at in every width of it. */
  async function check(
    screen: (typeof SCREENS)[number],
    locale: string,
    widths: number[],
  ): Promise<string[]> {
    const page = await (await contextOf(screen.login, locale)).newPage();
    const troubles = troublesOf(page);
    await resize(page, widths[0]);
    await page.goto(`${product.address}${screen.path}`, { waitUntil: 'networkidle' });
    if (screen.first) {
      const before = page.url();
      await page.locator(screen.first).first().click();
      await page.waitForURL((url) => url.href !== before);
      const text = screen.name.startsWith('review') ? 'main article h4' : 'main dl';
      await page.locator(text).first().waitFor({ state: 'attached' });
    }
    if (screen.open) {
      await page.locator('ol > li').first().waitFor({ state: 'attached' });
      await page.locator('body').press(screen.open);
      await page.getByRole('dialog').waitFor();
    }
    await page.locator('h1').first().waitFor();
    const found: string[] = [];
    for (const width of widths) {
      await resize(page, width);
      if (locale === 'zh-CN') await page.screenshot({ path: join(OUT, `${screen.name}-${width}.png`) });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      const faults = await violationsOf(page);
      if (overflow > 0) faults.push(`wider than the window by ${overflow} px`);
      found.push(...faults.map((fault) => `${locale} ${width}: ${fault}`));
    }
    await page.close();
    return [...troubles, ...found];
  }

  it.each(SCREENS.map((screen) => [screen.name, screen] as const))(
    '%s is without fault, wide and narrow, in both languages',
    async (_, screen) => {
      const found = await Promise.all([check(screen, 'zh-CN', [1440, 375]), check(screen, 'en', [375])]);
      expect(found.flat()).toEqual([]);
    },
    120_000,
  );
});
