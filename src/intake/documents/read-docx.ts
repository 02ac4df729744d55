import { convertToHtml, images } from 'mammoth';
import { InvalidInput } from '../../common/errors';
import { checkArchive, verifySizes } from '../reading/archive-check';
import { cleanWords, type DocumentLine, type DocumentText, MOST_LINES } from './document';

const ENTITIES: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

const wordsOf = (html: string): string =>
  cleanWords(
    html
      .replace(/<br\s*\/?>|<\/p>|<\/li>/g, '\n')
      .replace(/<[^>]*>/g, '')
      .replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity),
  );

const BLOCK = /<tr\b[^>]*>([\s\S]*?)<\/tr>|<(p|li|h[1-6])\b[^>]*>([\s\S]*?)<\/\2>/g;
const CELL = /<t[dh]\b[^>]*>([\s\S]*?)<\/t[dh]>/g;

/** @throws 400 IMPORT.ARCHIVE, IMPORT.BROKEN, IMPORT.ENCRYPTED */
export async function readDocx(bytes: Buffer): Promise<DocumentText> {
  await checkArchive(bytes);
  await verifySizes(bytes);
  try {
    const { value } = await convertToHtml(
      { buffer: bytes },
      { convertImage: images.imgElement(() => Promise.resolve({ src: '' })) },
    );
    return { lines: linesOf(value) };
  } catch (cause) {
    throw new InvalidInput('IMPORT.BROKEN', 'The file is damaged', { cause });
  }
}

/** A page set in columns by a table: its first cell is no label, and is long. */
const isLayout = ([first = '']: readonly string[]): boolean =>
  first.split('\n').length > 4 && first.replace(/\s/g, '').length > 24;

/** A short line of its own, all of it bold. */
const isBold = (html: string): boolean =>
  /^(?:<a [^>]*><\/a>)?\s*<strong>[^]*<\/strong>\s*$/.test(html) && wordsOf(html).length <= 20;

function linesOf(html: string): DocumentLine[] {
  const lines: DocumentLine[] = [];
  for (const [, row, tag = '', block] of html.matchAll(BLOCK)) {
    if (row !== undefined) {
      const cells = [...row.matchAll(CELL)].map(([, cell]) => wordsOf(cell ?? ''));
      if (isLayout(cells) || cells.length === 1)
        for (const words of cells.flatMap((cell) => cell.split('\n')))
          if (words.trim() !== '') lines.push({ cells: [words.trim()] });
      if (!isLayout(cells) && cells.length > 1 && cells.some((cell) => cell !== ''))
        lines.push({ cells, isRow: true });
    } else
      for (const printed of (block ?? '').split(/<br\s*\/?>/)) {
        const cells = printed
          .split('\t')
          .map(wordsOf)
          .filter((cell) => cell !== '');
        if (cells.length > 0) lines.push({ cells, isHeading: tag.startsWith('h') || isBold(block ?? '') });
      }
    if (lines.length >= MOST_LINES) break;
  }
  return lines;
}
