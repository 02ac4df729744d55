import type { Command } from 'commander';
import type { Actor } from '../common/actor';
import { PlanService } from '../plan/plan.service';
import type { CreditView, ReadingView } from '../plan/progress/progress.schema';
import { ProgressService } from '../plan/progress/progress.service';
import { TargetSignings } from '../plan/progress/target-signings';
import { forecastOf, forecastTable } from './plan-forecast';
import { print } from './print';
import type { OpenProduct, Product } from './product';

interface ShowOptions {
  asOf?: string;
  json?: boolean;
}

const AT_ONCE = 200;

export function planCommand(program: Command, open: OpenProduct): void {
  const plan = program.command('plan').description('the yearly plan');
  plan
    .command('show')
    .description('where every target stands, with the signings behind its number')
    .argument('<code>', 'the plan, such as sx-2022')
    .option('--as-of <instant>', 'what was known then, as 2022-07-01T00:00:00+08:00')
    .option('--json', 'print JSON only')
    .action(async (code: string, options: ShowOptions) => {
      const shown = await show(await open(), code, options.asOf);
      if (options.json) print(shown, true);
      else process.stdout.write(tableOf(shown));
    });
  plan
    .command('forecast')
    .description('where every target will stand at the plan’s end')
    .argument('<code>', 'the plan, such as sx-2022')
    .option('--json', 'print JSON only')
    .action(async (code: string, { json = false }: { json?: boolean }) => {
      const forecast = await forecastOf(await open(), code);
      if (json) print(forecast, true);
      else process.stdout.write(forecastTable(forecast));
    });
}

type Shown = Awaited<ReturnType<typeof show>>;

async function show({ app, actor }: Product, code: string, asOf: string | undefined) {
  const { activities, targets: _targets, ...plan } = await app.get(PlanService).get(actor, code);
  const progress = await app.get(ProgressService).of(actor, code, asOf);
  const signings = app.get(TargetSignings);
  const targets = [];
  for (const target of progress.targets) {
    const credits = await allOf(actor, signings, code, target.code, progress.asOf);
    targets.push({ ...target, signings: credits.map(signingOf) });
  }
  return { plan, asOf: progress.asOf, activities, targets, totals: progress.totals };
}

async function allOf(
  actor: Actor,
  signings: TargetSignings,
  code: string,
  target: string,
  asOf: string,
): Promise<CreditView[]> {
  const credits: CreditView[] = [];
  let cursor: string | undefined;
  do {
    const page = await signings.list(actor, { code, target }, { limit: AT_ONCE, cursor, asOf });
    credits.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return credits;
}

const signingOf = ({
  signingId,
  signing,
  subject,
  level,
  reachedOn,
  activity,
  park,
  documents,
}: CreditView) => ({
  id: signingId,
  code: signing?.code ?? null,
  title: signing?.title ?? null,
  subject: subject.id,
  level,
  reachedOn,
  activity,
  park,
  documents: documents.map(({ id, kind, number, datedOn }) => ({ id, kind, number, datedOn })),
});

const readingText = ({ name, counted, yuan }: ReadingView): string =>
  `${name} ${counted}${yuan === undefined ? '' : ` (${yuan.toLocaleString('en')} 元)`}`;

function tableOf({ plan, targets, totals }: Shown): string {
  const rows = targets.map(({ code, name, counted, goal, expected, stated, readings }) => {
    const rate = stated ? `应达 ${expected}` : '不计完成率';
    return `${code}  ${counted}/${goal}  ${rate}  ${name}\n     ${readings.map(readingText).join(' · ')}\n`;
  });
  const sum = `合计 ${totals.counted}/${totals.goals} 项次，涉及签约 ${totals.signings} 份`;
  return `${plan.name}\n\n${rows.join('')}\n${sum}\n${plan.notes.map((note) => `· ${note}\n`).join('')}`;
}
