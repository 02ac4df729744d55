import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const MARKED = /<!-- walk-through -->([\s\S]*?)<!-- \/walk-through -->/;
const BLOCK = /^```sh\n([\s\S]*?)^```$/gm;

/** The commands of the README's walk-through, in order, as one script. */
export function readmeScript(): string {
  const readme = readFileSync(join(__dirname, '../../README.md'), 'utf8');
  const [, walkThrough] = MARKED.exec(readme) ?? [];
  if (walkThrough === undefined) throw new Error('README.md has no part between the walk-through marks.');
  return [...walkThrough.matchAll(BLOCK)].map(([, commands]) => commands).join('\n');
}
