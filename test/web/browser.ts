import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';

const CHROMIUM = '/usr/bin/chromium';
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Tests in a browser; where there is none they are left out with one loud line, but never in CI. */
export const describeInBrowser: (name: string, suite: () => void) => void = (name, suite) => {
  if (existsSync(CHROMIUM) || process.env.CI) return describe(name, suite);
  console.warn(`NOT TESTED: ${name}: install chromium (${CHROMIUM}) to test the web client`);
  return describe(name, () => it('needs chromium', () => undefined));
};

export const openBrowser = (more: readonly string[] = []): Promise<Browser> =>
  chromium.launch({ executablePath: CHROMIUM, args: [...FLAGS, ...more] });

/** A browser on a device whose camera sees a QR code of `text`; nobody is asked whether the page may look. */
export async function browserThatSees(text: string): Promise<Browser> {
  const folder = mkdtempSync(join(tmpdir(), 'camera-'));
  const film = join(folder, 'code.y4m');
  execFileSync(process.execPath, [join(__dirname, 'camera-film.mjs'), film, text]);
  const browser = await openBrowser([
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${film}`,
  ]);
  browser.once('disconnected', () => rmSync(folder, { recursive: true, force: true }));
  return browser;
}

/** What went wrong in a page: errors of scripts and refusals of the content policy. */
export function troublesOf(page: Page): string[] {
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy|Uncaught|Minified React/.test(message.text()))
      troubles.push(message.text());
  });
  return troubles;
}

export async function signIn(page: Page, address: string, login: string, password: string): Promise<void> {
  await page.goto(`${address}/sign-in`);
  await page.locator('input[autocomplete=username]').fill(login);
  await page.locator('input[type=password]').fill(password);
  await page.locator('button[type=submit]').click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
}
