import { spread, tabsOf } from './pasted-table';

/** Stands for a line break while blanks, which are layout of the page's source, are folded. */
const BREAK = '\u2028';

/** Without styles, which the content policy would refuse and report, though nothing of this page is ever shown. */
const unstyled = (html: string): string =>
  html
    .replace(/<style\b[\s\S]*?<\/style>/gi, '')
    .replace(/<[a-z][^<>]*>/gi, (tag) => tag.replace(/\sstyle\s*=/gi, ' data-style='));

/** The table on a clipboard as cells between tabs, merged cells in every place that they cover; else its words. */
export function tableTextOf(clipboard: DataTransfer): string {
  const page = new DOMParser().parseFromString(unstyled(clipboard.getData('text/html')), 'text/html');
  const table = page.querySelector('table');
  if (!table) return clipboard.getData('text/plain');
  return tabsOf(
    spread(
      [...table.rows].map(({ cells }) =>
        [...cells].map((cell) => ({ words: wordsOf(cell), rowSpan: cell.rowSpan, colSpan: cell.colSpan })),
      ),
    ),
  );
}

function wordsOf(cell: HTMLTableCellElement): string {
  for (const line of cell.querySelectorAll('br, p + p, div + div')) line.prepend(BREAK);
  for (const line of cell.querySelectorAll('br')) line.replaceWith(BREAK);
  const folded = (cell.textContent ?? '').replace(/\s+/g, (blanks) => (blanks.includes(BREAK) ? '\n' : ' '));
  return folded.trim();
}
