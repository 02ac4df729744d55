import type { Page } from 'playwright-core';

/**
 * Texts that are cut off where nothing says so (an ellipsis does), and what stands out of the window sideways, outside
 * of regions that scroll.
 */
export const clippedIn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const wide = document.documentElement.scrollWidth - window.innerWidth;
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      (/(auto|scroll)/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    const isShown = (element: Element) => element.checkVisibility({ opacityProperty: true });
    const cut = [
      ...document.querySelectorAll('button, a, label, h1, h2, h3, dt, dd, th, p, li > span'),
    ].filter((element) => {
      const { overflowX, textOverflow } = getComputedStyle(element);
      const isHidden = overflowX === 'hidden' || overflowX === 'clip';
      return (
        isShown(element) &&
        isHidden &&
        textOverflow !== 'ellipsis' &&
        element.clientWidth > 1 &&
        element.scrollWidth > element.clientWidth + 1
      );
    });
    const outside = [...document.querySelectorAll('button, a, input, h1')].filter((element) => {
      const { right, width } = element.getBoundingClientRect();
      return isShown(element) && width > 1 && right > window.innerWidth + 1 && !scrolls(element);
    });
    const name = (element: Element) => `${element.tagName} ${element.textContent.slice(0, 30)}`;
    return [
      ...(wide > 0 ? [`the page is ${wide} px wider than the window`] : []),
      ...cut.map((element) => `cut off: ${name(element)}`),
      ...outside.map((element) => `outside: ${name(element)}`),
    ];
  });
