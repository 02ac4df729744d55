import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Actor, SYSTEM } from '../../common/actor';
import { type Clock, dayOf } from '../../common/clock';
import { InjectClock } from '../../platform/clock/clock.module';
import { Database } from '../../platform/database/database';
import { CountingPlans } from '../counting-plans';
import { ruleOn } from '../counting/counted-signing';
import { CreditRepository } from '../crediting/credit.repository';
import type { TargetParam } from '../plan.schema';
import { PlanService } from '../plan.service';
import type { TargetEntity } from '../target.entity';
import { burnUpOf } from './burn-up';
import type { BurnUpView } from './progress.schema';

/** How a target came to where it stands, day by day. */
@Injectable()
export class BurnUpService {
  constructor(
    private readonly database: Database,
    private readonly plans: PlanService,
    private readonly counting: CountingPlans,
    private readonly credits: CreditRepository,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /** By what was known at `asOf`, or is now. @throws 404 */
  async of(actor: Actor, { code, target: targetCode }: TargetParam, asOf?: string): Promise<BurnUpView> {
    const { target } = await this.database.as(actor, (tx) => this.plans.requireTarget(code, targetCode, tx));
    const until = asOf === undefined ? this.clock.now() : new Date(asOf);
    return this.database.as(SYSTEM, (tx) => this.view(target, until, tx));
  }

  private async view(target: TargetEntity, until: Date, tx: EntityManager): Promise<BurnUpView> {
    const { targets, schedule } = await this.counting.get(target.planId, tx, until);
    const versions = targets.find(({ id }) => id === target.id)?.versions ?? [];
    const rule = (ruleOn(versions, dayOf(until)) ?? versions[0])?.rule;
    if (!rule) return { goal: 0, from: dayOf(until), to: dayOf(until), points: [] };
    const standing = await this.credits.standingInPlan(target.planId, tx, until);
    const counting = standing.filter(({ targetId, counts }) => targetId === target.id && counts);
    const from = rule.settings.signedFrom;
    const to = rule.countAt === 'signed' ? rule.settings.signedTo : rule.settings.landedBy;
    const activities = schedule.filter(({ number }) => rule.activities.includes(number));
    const points = burnUpOf(counting, rule, activities, { from, to, until: dayOf(until) });
    return { goal: rule.goal, from, to, points };
  }
}
