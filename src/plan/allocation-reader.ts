import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Actor, SYSTEM } from '../common/actor';
import { Database } from '../platform/database/database';
import type { AllocationEntity } from './allocation.entity';
import { AllocationRepository } from './allocation.repository';
import { CountingPlans } from './counting-plans';
import { countedOf } from './counting/readings';
import { CreditRepository } from './crediting/credit.repository';
import { PlanPlaces } from './plan-places';
import type { AllocationsView, TargetParam } from './plan.schema';
import { PlanService } from './plan.service';
import type { TargetEntity } from './target.entity';

/** Shows who is to deliver how much of a target, and has. */
@Injectable()
export class AllocationReader {
  constructor(
    private readonly database: Database,
    private readonly plans: PlanService,
    private readonly counting: CountingPlans,
    private readonly places: PlanPlaces,
    private readonly allocations: AllocationRepository,
    private readonly credits: CreditRepository,
  ) {}

  /** @throws 404 */
  async get(actor: Actor, { code, target: targetCode }: TargetParam): Promise<AllocationsView> {
    const { target } = await this.database.as(actor, (tx) => this.plans.requireTarget(code, targetCode, tx));
    return this.database.as(SYSTEM, (tx) => this.view(target, tx));
  }

  private async view({ id, planId }: TargetEntity, tx: EntityManager): Promise<AllocationsView> {
    const { targets } = await this.counting.get(planId, tx);
    const places = await this.places.of(planId, tx);
    const credits = await this.credits.standingInPlan(planId, tx);
    const own = credits.filter(({ targetId }) => targetId === id);
    const allocations = await this.allocations.of(id, tx);
    const sum = (some: readonly AllocationEntity[]) => some.reduce((total, { goal }) => total + goal, 0);
    return {
      goal: targets.find((target) => target.id === id)?.versions.at(-1)?.rule.goal ?? 0,
      allocations: allocations.map(({ parkId, activityId, goal }) => ({
        park: places.parks.get(parkId ?? '') ?? null,
        activity: places.activities.get(activityId ?? '') ?? null,
        goal,
        counted: countedOf(
          own.filter((credit) => credit.parkId === parkId || credit.activityId === activityId),
        ),
      })),
      toParks: sum(allocations.filter(({ parkId }) => parkId !== null)),
      toActivities: sum(allocations.filter(({ activityId }) => activityId !== null)),
    };
  }
}
