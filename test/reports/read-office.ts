import { fromBuffer } from 'yauzl';

/** The parts of an office file by name, read by an unzipper that did not write it. */
export const readParts = (file: Buffer): Promise<Map<string, string>> =>
  new Promise((resolve, reject) => {
    fromBuffer(file, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error);
      const parts = new Map<string, string>();
      zip.on('end', () => resolve(parts));
      zip.on('error', reject);
      zip.on('entry', (entry: { fileName: string }) => {
        zip.openReadStream(entry as never, (failure, stream) => {
          if (failure) return reject(failure);
          const chunks: Buffer[] = [];
          stream.on('data', (chunk: Buffer) => chunks.push(chunk));
          stream.on('end', () => {
            parts.set(entry.fileName, Buffer.concat(chunks).toString());
            zip.readEntry();
          });
        });
      });
      zip.readEntry();
    });
  });

const unescaped = (xml: string): string =>
  xml
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;|&#39;/g, "'")
    .replace(/&amp;/g, '&');

const textOf = (xml: string): string =>
  unescaped([...xml.matchAll(/<t(?:\s[^>]*)?>([^<]*)<\/t>/g)].map(([, text]) => text).join(''));

/** The rows of each sheet as they stand in the XML (ECMA-376 part 1, 18.3), numbers as numbers; undefined: no cell. */
export async function readSheets(file: Buffer): Promise<(string | number | undefined)[][][]> {
  const parts = await readParts(file);
  const shared = [...(parts.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map(([, xml]) =>
    textOf(xml ?? ''),
  );
  const names = [...parts.keys()].filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name));
  return names
    .sort((a, b) => Number(/\d+/.exec(a)?.[0]) - Number(/\d+/.exec(b)?.[0]))
    .map((name) =>
      [...parts.get(name)!.matchAll(/<row [^>]*?(?:\/>|>(.*?)<\/row>)/gs)].map(([, row]) => {
        const cells: (string | number | undefined)[] = [];
        for (const [, head = '', body = ''] of (row ?? '').matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
          const letters = /r="([A-Z]+)\d+"/.exec(head)?.[1] ?? '';
          const column = [...letters].reduce((at, letter) => at * 26 + letter.charCodeAt(0) - 64, 0) - 1;
          const value = /<v>([^<]*)<\/v>/.exec(body)?.[1];
          if (body.includes('<f')) throw new Error(`a formula in ${name}`);
          if (head.includes('t="s"')) cells[column] = shared[Number(value)];
          else if (head.includes('t="inlineStr"')) cells[column] = textOf(body);
          else if (value !== undefined)
            cells[column] = head.includes('t="str"') ? unescaped(value) : Number(value);
        }
        return cells;
      }),
    );
}
