import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Clock } from '../../common/clock';
import { newId } from '../../common/ids';
import { InjectClock } from '../../platform/clock/clock.module';
import { SigningService } from '../../signings/signing.service';
import { CountingPlans } from '../counting-plans';
import { activityLedger, targetLedger } from '../counting/credits';
import { decideCredits } from '../counting/decide-credits';
import { type EntryIdentity, reconcile } from '../counting/ledger';
import { CountedSignings, type SubjectFiles } from './counted-signings';
import type { Cause, CreditLine } from './credit-line';
import { CreditRepository } from './credit.repository';
import { LedgerLockRepository } from './ledger-lock.repository';

/** Why lines are written, and by whom. */
export interface Occasion {
  cause: Cause;
  reason: string | null;
  userId: string | null;
}

type Stamp = Omit<Occasion, 'userId'> & Pick<CreditLine, 'planId' | 'at' | 'writtenBy'>;

/**
 * The only writer of the ledgers. It brings the lines of every subject concerned to what all its signings deserve, so
 * that nothing depends on the order of acts. Its transactions must see every park: run them as the system.
 */
@Injectable()
export class CreditService {
  constructor(
    private readonly signings: SigningService,
    private readonly counted: CountedSignings,
    private readonly plans: CountingPlans,
    private readonly credits: CreditRepository,
    private readonly locks: LedgerLockRepository,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /** Settles whatever the signing is about, inside the transaction of the act that changed it. */
  async settle(signingId: string, occasion: Occasion, tx: EntityManager): Promise<void> {
    const { subjects } = await this.signings.getForCrediting(signingId, tx);
    await this.settleSubjects(
      subjects.map(({ subjectId }) => subjectId),
      occasion,
      tx,
    );
  }

  /** Settles these subjects in every plan that they count in, or did. */
  async settleSubjects(ids: readonly string[], occasion: Occasion, tx: EntityManager): Promise<void> {
    await this.locks.lockSubjects(ids, tx);
    const files = await this.counted.about(ids, tx);
    const planIds = await this.plansOf(files, ids, tx);
    await this.locks.sharePlans(planIds, tx);
    for (const planId of planIds) await this.write(planId, ids, files, occasion, tx);
  }

  /** Settles everything of a plan, after its rules changed; nobody else writes its ledgers meanwhile. */
  async settlePlan(planId: string, occasion: Occasion, tx: EntityManager): Promise<void> {
    await this.locks.lockPlan(planId, tx);
    const ids = await this.credits.subjectsOfPlan(planId, tx);
    await this.write(planId, ids, await this.counted.about(ids, tx), occasion, tx);
  }

  private async plansOf(
    { files }: SubjectFiles,
    subjectIds: readonly string[],
    tx: EntityManager,
  ): Promise<string[]> {
    const activities = [...files.values()].flatMap(({ signing: { activityId } }) => activityId ?? []);
    const now = await this.plans.ofActivities(activities, tx);
    const before = await this.credits.plansOf(subjectIds, tx);
    return [...new Set([...now, ...before])];
  }

  private async write(
    planId: string,
    subjectIds: readonly string[],
    { subjects, files }: SubjectFiles,
    { cause, reason, userId }: Occasion,
    tx: EntityManager,
  ): Promise<void> {
    const plan = await this.plans.get(planId, tx);
    const lines = await this.credits.linesOf(planId, subjectIds, tx);
    const decisions = subjects.map(({ subject, signings }) => decideCredits(plan, subject, signings));
    const stamp: Stamp = { planId, cause, reason, at: this.clock.now(), writtenBy: userId };
    const sampleSetOf = (signingId: string) => files.get(signingId)?.signing.sampleSet ?? null;
    const wantedActivities = decisions.flatMap(({ activity }) => activity ?? []);
    const wantedCredits = decisions.flatMap(({ credits }) => credits);
    const activity = post(wantedActivities, lines.activity, activityLedger, stamp, sampleSetOf);
    const target = post(
      wantedCredits.map((credit) => ({ ...credit, proof: [...credit.proof] })),
      lines.target,
      targetLedger,
      stamp,
      sampleSetOf,
    );
    await this.credits.add({ activity, target }, tx);
  }
}

/** The lines to append, contras first. */
function post<E extends { signingId: string }, L extends CreditLine & E>(
  wanted: readonly E[],
  lines: readonly L[],
  identity: EntryIdentity<E>,
  stamp: Stamp,
  sampleSetOf: (signingId: string) => string | null,
): (CreditLine & E)[] {
  const { reversed, added } = reconcile(
    wanted,
    lines.map((line) => ({ ...line, entry: line })),
    identity,
  );
  const taken = new Set(reversed.map(({ id }) => id));
  return [
    ...lines
      .filter(({ id }) => taken.has(id))
      .map((line): CreditLine & E => ({ ...line, ...stamp, id: newId(), sign: -1, reverses: line.id })),
    ...added.map(({ entry, ordinal }): CreditLine & E => ({
      ...entry,
      ...stamp,
      id: newId(),
      sign: 1,
      ordinal,
      reverses: null,
      sampleSet: sampleSetOf(entry.signingId),
    })),
  ];
}
