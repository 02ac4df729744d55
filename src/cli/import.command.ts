import { readFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import { InvalidInput } from '../common/errors';
import { parseJsonl } from '../intake/jsonl';
import { IMPORT_KINDS, JsonlImport, type ImportOptions } from '../intake/jsonl-import';
import type { OpenProduct } from './product';
import { print } from './print';

interface Options extends ImportOptions {
  file: string;
  json?: boolean;
}

export function importCommand(program: Command, open: OpenProduct): void {
  program
    .command('import')
    .description(
      'bring needs, projects or talents in from a JSONL file; sent again, a file updates what it changed',
    )
    .addOption(new Option('--kind <kind>', 'what the lines are').choices(IMPORT_KINDS).makeOptionMandatory())
    .requiredOption('--file <path>', 'lines of {"id", "title" and/or "text", "tags"?}')
    .option('--park <code>', 'the park they belong to, such as NO.3 (default: none)')
    .option('--organisation <name>', 'id, name or credit code (default: an organisation for imports)')
    .option('--source <name>', 'tells apart lists that use the same ids (default: jsonl)')
    .option('--json', 'print JSON only')
    .action(async ({ file, json, ...options }: Options) => {
      const lines = parseJsonl(await contentOf(file));
      const product = await open();
      const started = performance.now();
      const result = await product.app.get(JsonlImport).run(product.actor, lines, options);
      print({ ...result, seconds: Math.round(performance.now() - started) / 1000 }, json);
    });
}

async function contentOf(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (cause) {
    throw new InvalidInput('IMPORT.FILE', `cannot read ${file}`, { params: { file }, cause });
  }
}
