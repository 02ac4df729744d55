import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const MARKED = /<!-- walk-through -->([\s\S]*?)<!-- \/walk-through -->/g;
const BLOCK = /^```sh\n([\s\S]*?)^```$/gm;

/** The commands of the README's walk-through, in order, as one script. */
export function readmeScript(): string {
  const readme = readFileSync(join(__dirname, '../../README.md'), 'utf8');
  const marked = [...readme.matchAll(MARKED)].map(([, part = '']) => part);
  if (marked.length === 0) throw new Error('README.md has no part between the walk-through marks.');
  return marked
    .flatMap((part) => [...part.matchAll(BLOCK)])
    .map(([, commands]) => commands)
    .join('\n');
}
