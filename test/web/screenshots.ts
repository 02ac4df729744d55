import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser, signIn } from './browser';
import { type Product, startProduct } from './product';
import { settled } from './settled';
import { signSome } from './signed-life';

const ROOT = join(__dirname, '../..');
const WIDTHS = [1440, 375];
const LOCALES = ['zh-CN', 'en'];

interface Screen {
  name: string;
  login: string;
  path: string;
  /** The first link of this kind is followed. */
  follow?: string;
}

const SCREENS: readonly Screen[] = [
  { name: 'sign-in', login: '', path: '/sign-in' },
  { name: 'desk', login: 'officer-no1', path: '/' },
  { name: 'needs', login: 'officer-no1', path: '/needs' },
  { name: 'need', login: 'officer-no1', path: '/needs?park=NO.1', follow: 'tbody a[href^="/needs/"]' },
  { name: 'new-need', login: 'enterprise', path: '/needs/new?kind=hiring' },
  { name: 'projects', login: 'officer-no1', path: '/projects' },
  { name: 'talents', login: 'officer-no1', path: '/talents' },
  { name: 'review', login: 'officer-no1', path: '/', follow: 'a[href^="/review/tech-project"]' },
  { name: 'board', login: 'officer-no1', path: '/board' },
  { name: 'runs', login: 'manager', path: '/runs' },
  { name: 'signings', login: 'manager', path: '/signings' },
  { name: 'signing', login: 'manager', path: '/signings?state=platform-check', follow: 'tbody a' },
  { name: 'new-signing', login: 'officer-no1', path: '/signings/new' },
  { name: 'roster', login: 'officer-no1', path: '/signings/roster' },
  { name: 'targets', login: 'manager', path: '/targets' },
  { name: 'target', login: 'manager', path: '/targets?target=T03' },
  { name: 'plan', login: 'manager', path: '/plan' },
  { name: 'plan-targets', login: 'manager', path: '/plan?tab=targets' },
  { name: 'plan-rule', login: 'manager', path: '/plan?tab=targets&at=T04' },
  { name: 'plan-allocations', login: 'manager', path: '/plan?tab=allocations&at=T03' },
  { name: 'plan-submissions', login: 'manager', path: '/plan?tab=submissions' },
  { name: 'new-plan', login: 'manager', path: '/plan/new?from=sx-2022' },
  { name: 'audit', login: 'auditor', path: '/audit' },
  { name: 'settings', login: 'manager', path: '/settings' },
  { name: 'weights', login: 'manager', path: '/settings?tab=weights' },
  { name: 'shares', login: 'enterprise', path: '/shares' },
];

/** What the README shows, in Chinese, at a size that stays small. */
const IN_README = ['review', 'targets', 'target', 'signing'];

interface Options {
  forReadme: boolean;
  /** Where the pictures go, unless they are the README's. */
  folder: string | undefined;
}

/** Starts the product on a folder of its own, fills it with a year's signings and looks at every screen. */
export async function takeScreenshots({ forReadme, folder }: Options): Promise<void> {
  const out = forReadme ? join(ROOT, 'docs/pictures') : (folder ?? join(ROOT, 'screenshots/out'));
  mkdirSync(out, { recursive: true });
  const product = await startProduct();
  let browser: Browser | undefined;
  try {
    await signSome(product);
    browser = await openBrowser();
    if (forReadme) await takeFew(browser, product, out);
    else await takeAll(browser, product, out);
  } finally {
    await browser?.close();
    await product.stop();
  }
}

async function takeAll(browser: Browser, product: Product, out: string): Promise<void> {
  for (const locale of LOCALES) {
    const contexts = new Map<string, BrowserContext>();
    for (const screen of SCREENS)
      for (const width of WIDTHS) {
        const page = await pageFor(browser, product, screen.login, locale, contexts);
        await page.setViewportSize({ width, height: width > 500 ? 900 : 812 });
        await lookAt(page, product, screen);
        await page.screenshot({ path: join(out, `${screen.name}-${locale}-${width}.png`) });
        await page.close();
      }
    for (const context of contexts.values()) await context.close();
  }
}

async function takeFew(browser: Browser, product: Product, out: string): Promise<void> {
  const contexts = new Map<string, BrowserContext>();
  for (const screen of SCREENS.filter(({ name }) => IN_README.includes(name))) {
    const page = await pageFor(browser, product, screen.login, 'zh-CN', contexts);
    await page.setViewportSize({ width: 1200, height: 750 });
    await lookAt(page, product, screen);
    await page.screenshot({ path: join(out, `${screen.name}.png`) });
    await page.close();
  }
}

async function pageFor(
  browser: Browser,
  product: Product,
  login: string,
  locale: string,
  contexts: Map<string, BrowserContext>,
): Promise<Page> {
  const known = contexts.get(login);
  if (known) return known.newPage();
  const context = await browser.newContext({ locale, reducedMotion: 'reduce' });
  contexts.set(login, context);
  const page = await context.newPage();
  if (login !== '') await signIn(page, product.address, login, product.passwordOf(login));
  return page;
}

async function lookAt(page: Page, { address }: Product, { path, follow }: Screen): Promise<void> {
  await page.goto(address + path, { waitUntil: 'networkidle' });
  if (follow !== undefined) {
    await page.locator(follow).first().waitFor();
    const before = await page.locator('h1').first().textContent();
    await page.locator(follow).first().click();
    await page.waitForFunction((heading) => {
      const now = document.querySelector('h1')?.textContent;
      return now !== undefined && now !== heading;
    }, before);
    await page.waitForLoadState('networkidle');
    // What was under the pointer is not shown as pointed at.
    await page.mouse.move(0, 0);
  }
  await settled(page);
  if (path.includes('target=')) await page.locator('canvas').waitFor();
}
