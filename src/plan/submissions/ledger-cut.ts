import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { dayOf } from '../../common/clock';
import { CountingPlans } from '../counting-plans';
import { ruleOn } from '../counting/counted-signing';
import { CreditRepository } from '../crediting/credit.repository';
import { LedgerLockRepository } from '../crediting/ledger-lock.repository';
import type { TargetCreditEntity } from '../crediting/target-credit.entity';

/** A plan's ledger as it was at an instant, final: nothing that belongs before it can still come. */
@Injectable()
export class LedgerCut {
  constructor(
    private readonly locks: LedgerLockRepository,
    private readonly credits: CreditRepository,
    private readonly counting: CountingPlans,
  ) {}

  /** Nobody writes the plan's ledgers from here to the end of the transaction. */
  hold(planId: string, tx: EntityManager): Promise<void> {
    return this.locks.lockPlan(planId, tx);
  }

  linesAt(planId: string, cutOff: Date, tx: EntityManager): Promise<TargetCreditEntity[]> {
    return this.credits.linesOfPlan(planId, cutOff, tx);
  }

  /** Which version of each target's rule was in force, by its code. */
  async ruleVersionsAt(planId: string, cutOff: Date, tx: EntityManager): Promise<Record<string, number>> {
    const { targets } = await this.counting.get(planId, tx, cutOff);
    return Object.fromEntries(
      targets.flatMap(({ code, versions }) => {
        const version = ruleOn(versions, dayOf(cutOff)) ?? versions[0];
        return version ? [[code, version.version]] : [];
      }),
    );
  }
}
