import fc from 'fast-check';
import { aSigning, countingPlan2022, rule2022 } from './testing/builders';
import type { CountedSigning, CountingPlan } from './counted-signing';
import { activityLedger, targetLedger } from './credits';
import { decideCredits, type Decision } from './decide-credits';
import { type EntryIdentity, type LedgerLine, reconcile, standing } from './ledger';

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
const acts = fc.oneof(
  recorded,
  at.map((index) => onSigning(index, () => ({ confirmed: true }))),
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

/** Appends to a ledger what brings the touched projects' lines to what they deserve, as the service does. */
class Book<E extends { subjectId: string }> {
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

  expectSound(): void {
    const { keyOf } = this.identity;
    const keys = standing(this.lines).map(({ entry }) => keyOf(entry));
    expect(new Set(keys).size).toBe(keys.length);
    const contras = this.lines.filter(({ sign }) => sign === -1);
    expect(new Set(contras.map(({ reverses }) => reverses)).size).toBe(contras.length);
    for (const { reverses, entry } of contras)
      expect(this.lines.find(({ id, sign }) => id === reverses && sign === 1)?.entry).toEqual(entry);
    const unique = this.lines.map(({ sign, ordinal, entry }) => `${keyOf(entry)} ${sign} ${ordinal}`);
    expect(new Set(unique).size).toBe(unique.length);
  }
}

describe('the ledgers, after any sequence of acts', () => {
  it('stand at what a count from scratch gives, each credit once, each contra for one line', () => {
    fc.assert(
      fc.property(fc.array(acts, { maxLength: 30 }), (sequence) => {
        let world: World = { plan: countingPlan2022(['T02', 'T04', 'T06', 'T12']), signings: [] };
        const activities = new Book(activityLedger);
        const targets = new Book(targetLedger);
        for (const act of sequence) {
          const { world: next, touched } = act(world);
          world = next;
          for (const project of touched) {
            const { activity, credits } = decide(world, project);
            activities.settle(project, activity ? [activity] : []);
            targets.settle(project, credits);
          }
        }
        const scratch = PROJECTS.map((project) => decide(world, project));
        const fresh = { activities: new Book(activityLedger), targets: new Book(targetLedger) };
        PROJECTS.forEach((project, index) => {
          const { activity, credits } = scratch[index] as Decision;
          fresh.activities.settle(project, activity ? [activity] : []);
          fresh.targets.settle(project, credits);
        });
        expect(activities.contents()).toEqual(fresh.activities.contents());
        expect(targets.contents()).toEqual(fresh.targets.contents());
        activities.expectSound();
        targets.expectSound();
      }),
      { numRuns: 500 },
    );
  });

  it('number every time the same credit is written', () => {
    const { credits } = decideCredits(countingPlan2022(['T02']), { kind: 'project', id: 'a' }, [
      aSigning({ activityId: 'act-2' }),
    ]);
    const book = new Book(targetLedger);
    for (let times = 0; times < 3; times++) {
      book.settle('a', credits);
      book.settle('a', []);
    }
    expect(book.lines.map(({ sign, ordinal }) => sign * ordinal)).toEqual([1, -1, 2, -2, 3, -3]);
  });

  it('write nothing when nothing changed', () => {
    const { credits } = decideCredits(countingPlan2022(['T02']), { kind: 'project', id: 'a' }, [
      aSigning({ activityId: 'act-2' }),
    ]);
    const book = new Book(targetLedger);
    book.settle('a', credits);
    book.settle('a', credits);
    expect(book.lines).toHaveLength(1);
  });
});
