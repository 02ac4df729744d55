import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Role } from '../../src/common/actor';
import { placesOf } from '../../web/src/app/navigation';
import { describeInBrowser, openBrowser, signIn } from './browser';
import { type Product, startProduct } from './product';
import { PAYLOAD, storeScripts } from './stored-scripts';

const CALLERS: readonly { login: string; role: Role }[] = [
  { login: 'manager', role: 'manager' },
  { login: 'officer-no1', role: 'officer' },
  { login: 'enterprise', role: 'enterprise' },
];

/** What the menu does not lead to. */
const FURTHER: Partial<Record<Role, readonly string[]>> = {
  manager: [
    ...[
      '/settings?tab=weights',
      '/plan?tab=targets&at=T04',
      '/plan?tab=allocations&at=T03',
      '/plan?tab=submissions',
    ],
    ...['/targets?target=T03', '/plan/new?from=sx-2022', '/notices', '/notices?tab=systems'],
  ],
  officer: [
    '/needs/new?kind=hiring',
    '/talents/new',
    '/signings/new',
    '/signings/roster',
    '/signings/conflicts',
  ],
};

/** The first thing of a list, and everything that the desk leads to. */
const THINGS = [
  ...['needs', 'projects', 'talents', 'signings', 'imports', 'events'].map(
    (of) => `main a[href^="/${of}/"]:not([href*="/new"])`,
  ),
  'main a[href^="/review/"]',
  'main a[href^="/matches/"]',
  'main a[href^="/shortlist/"]',
];

describeInBrowser('scripts that were stored', () => {
  let product: Product;
  let browser: Browser;
  let written: string[];
  beforeAll(async () => {
    product = await startProduct();
    written = await storeScripts(product.dataDir);
    browser = await openBrowser();
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  }, 60_000);

  /** A browser that runs whatever is markup: nothing but the client's own escaping is in the way. */
  async function unguarded(ran: string[]): Promise<BrowserContext> {
    const context = await browser.newContext({ bypassCSP: true, reducedMotion: 'reduce' });
    await context.exposeBinding('xss', ({ page }) => void ran.push(page.url()));
    return context;
  }

  /** Looks at the page; answers where its things lead. */
  async function lookAt(page: Page, path: string, shown: string[]): Promise<string[]> {
    await page.goto(product.address + path);
    // What a role may not see is answered in words, without a heading.
    await page.locator('h1, [role=alert]').first().waitFor();
    await page.waitForFunction(() => !document.querySelector('[role=status][aria-label], .ant-skeleton'));
    if ((await page.locator('body').innerText()).includes(PAYLOAD)) shown.push(path);
    const links = await Promise.all(
      THINGS.map(async (things) => {
        const first = page.locator(things).first();
        return (await first.count()) > 0 ? await first.getAttribute('href') : null;
      }),
    );
    return links.filter((link) => link !== null);
  }

  async function visitAll({ login, role }: (typeof CALLERS)[number], ran: string[], shown: string[]) {
    const context = await unguarded(ran);
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    await signIn(page, product.address, login, product.passwordOf(login));
    const open = [...placesOf(role).map(({ to }) => to), ...(FURTHER[role] ?? [])];
    const kinds = new Set<string>();
    for (let path = open.shift(); path !== undefined; path = open.shift())
      for (const link of await lookAt(page, path, shown)) {
        const kind = link.replace(/[0-9a-f-]{36}.*/, '');
        if (!kinds.has(kind)) open.push(link);
        kinds.add(kind);
      }
    await context.close();
  }

  it('stand in what people wrote', () => {
    expect(written.length).toBeGreaterThan(30);
    expect(written).toEqual(
      expect.arrayContaining([
        'needs.title',
        'talents.details',
        'persons.name',
        'users.name',
        'organisations.name',
      ]),
    );
  });

  it('run on no screen of any role, where they are shown as they were written', async () => {
    const [ran, shown]: [string[], string[]] = [[], []];
    const callers = [...CALLERS];
    const work = async () => {
      for (let caller = callers.shift(); caller; caller = callers.shift()) await visitAll(caller, ran, shown);
    };
    await Promise.all([work(), work()]);
    expect(ran).toEqual([]);
    process.stdout.write(`payloads in ${written.length} columns, shown on ${shown.length} screens, 0 ran\n`);
    expect(shown.length).toBeGreaterThan(30);
  }, 240_000);

  it('would run here if they were taken for markup (control), and not with the content policy', async () => {
    const ran: string[] = [];
    const inject = async (page: Page) => {
      await page.goto(`${product.address}/sign-in`);
      await page.evaluate((markup) => (document.body.innerHTML = markup), PAYLOAD);
      await page
        .locator('img')
        .evaluate(
          (image: HTMLImageElement) =>
            image.complete ||
            new Promise((done) => image.addEventListener('error', () => setTimeout(done), { once: true })),
        );
    };
    const open = await unguarded(ran);
    await inject(await open.newPage());
    expect(ran).toHaveLength(1);
    const guarded = await browser.newContext();
    await guarded.exposeBinding('xss', () => void ran.push('guarded'));
    await inject(await guarded.newPage());
    expect(ran).toHaveLength(1);
    await open.close();
    await guarded.close();
  });
});
