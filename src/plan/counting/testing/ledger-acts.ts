import fc from 'fast-check';
import type { CountedSigning, CountingPlan } from '../counted-signing';
import { type ActivityCredit, activityLedger, type TargetCredit, targetLedger } from '../credits';
import { decideCredits, type Decision } from '../decide-credits';
import { type EntryIdentity, type LedgerLine, reconcile, standing } from '../ledger';
import { aSigning, countingPlan2022, rule2022 } from './builders';

const PROJECTS = ['project-a', 'project-b', 'project-c'];
const DAYS = ['2022-03-01', '2022-06-10', '2022-10-20'];
const ACTIVITIES = ['act-2', 'act-4', 'act-16', null];

interface World {
  plan: CountingPlan;
  signings: (CountedSigning & { project: string })[];
}

type Act = (world: World) => { world: World; touched: readonly string[] };

/** Changes the signing at `at` (modulo their number) and names its project as touched. */
const onSigning =
  (at: number, change: (signing: CountedSigning) => Partial<CountedSigning>): Act =>
  ({ plan, signings }) => {
    const index = at % Math.max(1, signings.length);
    const touched = signings[index];
    return {
      world: { plan, signings: signings.map((one, i) => (i === index ? { ...one, ...change(one) } : one)) },
      touched: touched ? [touched.project] : [],
    };
  };

const recorded = fc
  .record({
    project: fc.constantFrom(...PROJECTS),
    day: fc.constantFrom(...DAYS),
    activityId: fc.constantFrom(...ACTIVITIES),
    parkId: fc.constantFrom('park-1', 'park-2'),
    organisationId: fc.constantFrom('organisation-1', 'organisation-2', null),
    level: fc.constantFrom('intention' as const, 'signed' as const),
  })
  .map(({ level, project, ...over }): Act => ({ plan, signings }) => {
    const id = `s${String(signings.length).padStart(3, '0')}`;
    const reached = [{ level, on: over.day, documentIds: [] }];
    const signing = { ...aSigning({ id, ...over, reached, confirmed: false }), project };
    return { world: { plan, signings: [...signings, signing] }, touched: [project] };
  });

const at = fc.nat(20);
const anAct = fc.oneof(
  { arbitrary: recorded, weight: 3 },
  { arbitrary: at.map((index) => onSigning(index, () => ({ confirmed: true }))), weight: 4 },
  at.map((index) => onSigning(index, () => ({ confirmed: false }))),
  fc
    .tuple(at, fc.boolean())
    .map(([index, applies]) =>
      onSigning(index, () => ({ qualities: applies ? { excellent: 'd', 'high-quality': 'd' } : {} })),
    ),
  fc.tuple(at, fc.constantFrom('registered' as const, 'settled' as const)).map(([index, level]) =>
    onSigning(index, ({ reached }) => ({
      reached: [...reached, { level, on: '2022-11-11', documentIds: [] }],
    })),
  ),
  at.map((index) => onSigning(index, ({ reached }) => ({ reached: reached.slice(0, 1) }))),
  fc
    .record({
      effectiveFrom: fc.constantFrom('2022-01-01', '2022-06-01'),
      countAt: fc.constantFrom('signed' as const, 'landed' as const, 'settled' as const),
      broughtIn: fc.boolean(),
    })
    .map(({ effectiveFrom, ...over }): Act => ({ plan, signings }) => ({
      world: {
        signings,
        plan: {
          ...plan,
          targets: plan.targets.map((target) => {
            const version = target.versions.length + 1;
            return {
              ...target,
              versions: [...target.versions, { version, effectiveFrom, rule: rule2022(target.code, over) }],
            };
          }),
        },
      },
      touched: PROJECTS,
    })),
);

const decide = ({ plan, signings }: World, project: string): Decision =>
  decideCredits(
    plan,
    { kind: 'project', id: project },
    signings.filter((signing) => signing.project === project),
  );

/** Sequences of recording, confirming, revoking and landing signings of three projects, and of changing the rules. */
export const actsInSequence = fc.array(anAct, { maxLength: 30, size: 'max' });

/** Appends to a ledger what brings the touched projects' lines to what they deserve, as the service does. */
export class Book<E extends { subjectId: string }> {
  readonly lines: LedgerLine<E>[] = [];
  constructor(private readonly identity: EntryIdentity<E>) {}

  settle(project: string, wanted: readonly E[]): void {
    const own = this.lines.filter(({ entry }) => entry.subjectId === project);
    const { reversed, added } = reconcile(wanted, own, this.identity);
    for (const { id, ordinal, entry } of reversed) this.append(-1, ordinal, id, entry);
    for (const { ordinal, entry } of added) this.append(1, ordinal, null, entry);
  }

  private append(sign: 1 | -1, ordinal: number, reverses: string | null, entry: E): void {
    this.lines.push({ id: `line-${this.lines.length}`, sign, ordinal, reverses, entry });
  }

  /** What stands, in a form to compare. */
  contents(): string[] {
    const { keyOf, contentOf } = this.identity;
    return standing(this.lines)
      .map(({ entry }) => `${keyOf(entry)} ${contentOf(entry)}`)
      .sort();
  }

  /** The sum of all lines. */
  get fold(): number {
    return this.lines.reduce((sum, { sign }) => sum + sign, 0);
  }
}

/** The ledgers kept line by line through the acts, and written from scratch at their end. */
export function playOut(sequence: readonly Act[]): Record<'kept' | 'fresh', Books> {
  let world: World = { plan: countingPlan2022(['T02', 'T04', 'T06', 'T12']), signings: [] };
  const kept = newBooks();
  for (const act of sequence) {
    const { world: next, touched } = act(world);
    world = next;
    for (const project of touched) settle(kept, project, decide(world, project));
  }
  const fresh = newBooks();
  for (const project of PROJECTS) settle(fresh, project, decide(world, project));
  return { kept, fresh };
}

interface Books {
  activities: Book<ActivityCredit>;
  targets: Book<TargetCredit>;
}
const newBooks = (): Books => ({ activities: new Book(activityLedger), targets: new Book(targetLedger) });

function settle({ activities, targets }: Books, project: string, { activity, credits }: Decision): void {
  activities.settle(project, activity ? [activity] : []);
  targets.settle(project, credits);
}
