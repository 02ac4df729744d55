import fc from 'fast-check';
import { SYSTEM } from '../../src/common/actor';
import { DecisionService } from '../../src/plan/crediting/decision.service';
import { type Book, actsInSequence, playOut } from '../../src/plan/counting/testing/ledger-acts';
import { LedgerLockRepository } from '../../src/plan/crediting/ledger-lock.repository';
import { refusalOf } from '../../src/platform/http/problem';
import { PlanModule } from '../../src/plan/plan.module';
import type { SigningView } from '../../src/signings/signing.view';
import { type PlanDays, startPlanDays } from '../plan/plan-days';
import { atLeast, exactly, judge } from './support/judge';
import { size } from './support/size';

const MODEL_RUNS = size(200, 10_000);
const ROUNDS = size(3, 250);
const SUBJECTS = 8;
const ACTIVITIES = [2, 3];

/** Whether what is read off a ledger is its lines added up, and what all signings deserve when counted anew. */
const isApart = <E extends { subjectId: string }>(kept: Book<E>, fresh: Book<E>): boolean =>
  kept.fold !== fresh.contents().length || kept.contents().join() !== fresh.contents().join();

it('stands at the sum of its lines after any sequence of signing, revoking and signing again', () => {
  const count = { lines: 0, apart: 0, spoilt: 0 };
  for (const sequence of fc.sample(actsInSequence, MODEL_RUNS)) {
    const { kept, fresh } = playOut(sequence);
    count.lines += kept.targets.lines.length;
    if (isApart(kept.targets, fresh.targets) || isApart(kept.activities, fresh.activities)) count.apart += 1;
    kept.targets.lines.pop();
    if (isApart(kept.targets, fresh.targets)) count.spoilt += 1;
  }
  judge(`ledger, ${MODEL_RUNS} sequences of up to 30 acts`, {
    lines: atLeast(MODEL_RUNS / 2, count.lines),
    mismatches: exactly(0, count.apart),
  });
  judge('control: the last line of each ledger lost', { mismatches: atLeast(1, count.spoilt) });
}, 300_000);

/** Answered 503, or by an error that would be: nothing was stored, and whoever asked comes again. */
const isBusy = (error: unknown): boolean =>
  refusalOf(error).status === 503 || (error instanceof Error && error.message.includes('got 503'));

async function insist(act: () => Promise<void>): Promise<void> {
  for (;;)
    try {
      return await act();
    } catch (error) {
      if (!isBusy(error)) throw error;
    }
}

describe('in the database, at the same time', () => {
  let days: PlanDays;
  beforeAll(async () => {
    // So many acts at the same time are not to wait for one another's connections.
    days = await startPlanDays(PlanModule, { DATABASE_POOL: String(SUBJECTS * ACTIVITIES.length) });
  }, 60_000);
  afterAll(() => days.server.close());

  /** What the board says, what the lines add up to, and how many subjects have a confirmed signing. */
  const numbers = async () => {
    const { totals } = await days.progress();
    const [row] = await days.database.as(SYSTEM, (tx) =>
      tx.query<{ fold: number; activities: number; deserved: number }[]>(
        `SELECT (SELECT coalesce(sum(sign), 0)::int FROM target_credits WHERE counts) AS fold,
           (SELECT coalesce(sum(sign), 0)::int FROM activity_credits) AS activities,
           (SELECT count(DISTINCT s.subject_id)::int FROM signing_subjects s JOIN signings g ON g.id = s.signing_id
            WHERE g.state = 'confirmed' AND g.voided_at IS NULL) AS deserved`,
      ),
    );
    return { board: totals.counted, ...row };
  };

  it('stands at what is confirmed, whatever is confirmed, revoked and signed anew beside it', async () => {
    const decisions = days.server.app.get(DecisionService, { strict: false });
    const manager = days.managerActor;
    const subjects = await Promise.all(Array.from({ length: SUBJECTS }, () => days.project()));
    const record = async (project: string, activity: number): Promise<SigningView> =>
      days.checkedProject(activity, { project });
    const signings = new Map<string, SigningView>();
    for (const project of subjects)
      for (const activity of ACTIVITIES)
        signings.set(`${project} ${activity}`, await record(project, activity));

    /** The next act on a signing: it is confirmed, then revoked, then another takes its place. */
    const act = async (key: string): Promise<void> => {
      const [project = '', activity] = key.split(' ');
      const seen = signings.get(key) as SigningView;
      if (seen.state === 'platform-check')
        signings.set(key, await decisions.confirm(manager, seen.id, seen.version, {}));
      else if (seen.state === 'confirmed')
        signings.set(key, await decisions.revoke(manager, seen.id, seen.version, '材料不实'));
      else signings.set(key, await record(project, Number(activity)));
    };

    const keys = [...signings.keys()];
    const count = { acts: 0, apart: 0 };
    const rounds = fc.sample(fc.subarray(keys, { minLength: 4, maxLength: SUBJECTS }), ROUNDS);
    for (const chosen of rounds) {
      await Promise.all(chosen.map((key) => insist(() => act(key))));
      count.acts += chosen.length;
      const { board, fold, activities, deserved } = await numbers();
      if (board !== fold || fold !== deserved || activities !== deserved) count.apart += 1;
    }
    judge(`ledger, ${ROUNDS} rounds of 4 to 8 acts at the same time on ${SUBJECTS} subjects`, {
      acts: atLeast(4 * ROUNDS, count.acts),
      mismatches: exactly(0, count.apart),
    });

    const locks = days.server.app.get(LedgerLockRepository, { strict: false });
    locks.lockSubjects = () => Promise.resolve();
    let broken = 0;
    for (let round = 0; round < ROUNDS && broken === 0; round++) {
      const acts = await Promise.allSettled(keys.map(act));
      broken += acts.filter(({ status }) => status === 'rejected').length;
      const { board, fold, deserved } = await numbers();
      if (board !== fold || fold !== deserved) broken += 1;
    }
    judge('control: subjects of the ledger not locked', { mismatchesAndCollisions: atLeast(1, broken) });
  }, 900_000);
});
