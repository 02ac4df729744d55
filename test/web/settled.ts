import type { Page } from 'playwright-core';

/** Waits until a page shows its heading and nothing of it is being fetched. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(() => !document.querySelector('[role=status][aria-label], .ant-skeleton'));
}
