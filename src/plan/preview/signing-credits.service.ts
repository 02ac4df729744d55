import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor';
import { groupBy } from '../../common/group-by';
import { Database } from '../../platform/database/database';
import { SigningService } from '../../signings/signing.service';
import { CreditRepository } from '../crediting/credit.repository';
import { PlanRepository } from '../plan.repository';
import type { SigningCredit } from './preview.schema';

/** The way from a signing to the numbers it is part of. */
@Injectable()
export class SigningCredits {
  constructor(
    private readonly database: Database,
    private readonly signings: SigningService,
    private readonly credits: CreditRepository,
    private readonly plans: PlanRepository,
  ) {}

  /** In the order of the plan. @throws 404 for a signing that the actor may not see */
  of(actor: Actor, id: string): Promise<SigningCredit[]> {
    return this.database.as(actor, async (tx) => {
      await this.signings.getForCrediting(id, tx);
      const standing = await this.credits.standingOfSigning(id, tx);
      const found: SigningCredit[] = [];
      for (const planId of new Set(standing.map((credit) => credit.planId))) {
        const plan = await this.plans.get(planId, tx);
        for (const target of await this.plans.targets(planId, tx)) {
          const own = standing.filter(({ targetId }) => targetId === target.id);
          for (const [level, same] of groupBy(own, (credit) => credit.level))
            found.push({
              ...{ plan: plan.code, target: target.code, name: target.name, unit: target.unit, level },
              counts: same.some(({ counts }) => counts),
              subjects: same.length,
            });
        }
      }
      return found;
    });
  }
}
