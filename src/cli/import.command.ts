import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Command, Option } from 'commander';
import { InvalidInput } from '../common/errors';
import { IMPORT_KINDS as LIST_KINDS, type ImportKind as ListKind } from '../intake/forms/form';
import { choices } from '../intake/imports/import.schema';
import { parseJsonl } from '../intake/jsonl';
import { IMPORT_KINDS as LINE_KINDS, type ImportKind as LineKind, JsonlImport } from '../intake/jsonl-import';
import { ListImport } from '../intake/list-import';
import { parseInput } from './parse-input';
import type { OpenProduct, Product } from './product';
import { print } from './print';

interface Options {
  kind: LineKind | ListKind;
  file: string;
  park?: string;
  organisation?: string;
  source?: string;
  known: string;
  status: string;
  basis?: string;
  failures?: string;
  json?: boolean;
}

const KINDS = [...new Set([...LINE_KINDS, ...LIST_KINDS])];
const isLineKind = (kind: string): kind is LineKind => (LINE_KINDS as readonly string[]).includes(kind);

export function importCommand(program: Command, open: OpenProduct): void {
  program
    .command('import')
    .description(
      'bring records in from JSON lines, or from a list in .xlsx or .csv; sent again, nothing comes twice',
    )
    .addOption(new Option('--kind <kind>', 'what the file holds').choices(KINDS).makeOptionMandatory())
    .requiredOption(
      '--file <path>',
      'lines of {"id", "title" and/or "text", "tags"?}, or a list (.xlsx, .csv)',
    )
    .option('--park <code>', 'the park they belong to, such as NO.3 (default: none)')
    .option('--organisation <name>', 'lines: id, name or credit code (default: an organisation for imports)')
    .option('--source <name>', 'lines: tells apart lists with the same ids; people: who handed the list in')
    .addOption(
      new Option('--known <act>', 'lists: what to do with what is known')
        .choices(['skip', 'update', 'merge'])
        .default('skip'),
    )
    .addOption(
      new Option('--status <status>', 'lists: the status of new records')
        .choices(['draft', 'submitted', 'published'])
        .default('submitted'),
    )
    .addOption(
      new Option('--basis <ground>', 'people: the ground on which they may be used').choices([
        'signed',
        'employer-undertaking',
        'public-source',
      ]),
    )
    .option('--failures <path>', 'lists: where to write the rows that did not get in (.xlsx)')
    .option('--json', 'print JSON only')
    .action(async (options: Options) => {
      const content = await contentOf(options.file);
      const isList = /\.(?:xlsx|xls|xlsm|csv|txt)$/i.test(options.file);
      const started = performance.now();
      const result = isList
        ? await importList(await open(), content, options)
        : await importLines(open, content, options);
      print({ ...result, seconds: Math.round(performance.now() - started) / 1000 }, options.json);
    });
}

async function importLines(open: OpenProduct, content: Buffer, options: Options): Promise<object> {
  const { kind, park, organisation, source } = options;
  if (!isLineKind(kind)) throw new InvalidInput('IMPORT.NOT_A_LIST', `${kind} come as a list, .xlsx or .csv`);
  const lines = parseJsonl(content);
  const { app, actor } = await open();
  return app.get(JsonlImport).run(actor, lines, { kind, park, organisation, source });
}

async function importList({ app, actor }: Product, content: Buffer, options: Options): Promise<object> {
  const { kind, file, park, known, status, source, basis, failures: path } = options;
  const chosen = parseInput(choices, {
    known,
    status,
    ...(source !== undefined && { people: { source, basis: basis ?? null } }),
  });
  const sent = { kind, park, fileName: basename(file), content };
  const { list, open, failures } = await app.get(ListImport).run(actor, sent, chosen);
  if (path !== undefined && failures) await writeFile(path, failures);
  return {
    import: list.id,
    kind: list.kind,
    state: list.state,
    ...(list.failure && { refused: list.failure.sentence }),
    counts: list.counts,
    notices: list.notices.map(({ sentence }) => sentence),
    open: open.map(({ row, doubts, failure }) => ({
      row,
      reasons: [
        ...doubts.map(({ column, sentence }) => `${column}: ${sentence}`),
        ...(failure ? [failure.sentence] : []),
      ],
    })),
  };
}

async function contentOf(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (cause) {
    throw new InvalidInput('IMPORT.FILE', `cannot read ${file}`, { params: { file }, cause });
  }
}
