import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { groupBy } from '../common/group-by';
import type { CountingPlan } from './counting/counted-signing';
import { PlanRepository } from './plan.repository';

/** Plans as the counting reads them. */
@Injectable()
export class CountingPlans {
  constructor(private readonly plans: PlanRepository) {}

  /** With the rules as they were written by `until`, or are now. */
  async get(planId: string, tx: EntityManager, until?: Date): Promise<CountingPlan> {
    const activities = await this.plans.activities(planId, tx);
    const targets = await this.plans.targets(planId, tx);
    const ids = targets.map(({ id }) => id);
    const rules = groupBy(await this.plans.rules(ids, tx, until), ({ targetId }) => targetId);
    return {
      id: planId,
      activities: new Map(activities.map(({ id, number }) => [id, number])),
      targets: targets.map(({ id, code }) => ({ id, code, versions: rules.get(id) ?? [] })),
    };
  }

  /** The plans that these activities belong to. */
  async ofActivities(ids: readonly string[], tx: EntityManager): Promise<Set<string>> {
    const found = await this.plans.activitiesById(ids, tx);
    return new Set(found.map(({ planId }) => planId));
  }
}
