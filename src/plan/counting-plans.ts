import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { groupBy } from '../common/group-by';
import type { ActivityEntity } from './activity.entity';
import type { CountingPlan, RuleVersion } from './counting/counted-signing';
import { PlanRepository } from './plan.repository';
import type { TargetEntity } from './target.entity';

/** A plan as the counting reads it, with the rows it was read from. */
export interface PlanFile extends CountingPlan {
  targets: readonly (TargetEntity & { versions: readonly RuleVersion[] })[];
  schedule: readonly ActivityEntity[];
}

/** Plans as the counting reads them. */
@Injectable()
export class CountingPlans {
  constructor(private readonly plans: PlanRepository) {}

  /** With the rules as they were written by `until`, or are now. */
  async get(planId: string, tx: EntityManager, until?: Date): Promise<PlanFile> {
    const schedule = await this.plans.activities(planId, tx);
    const targets = await this.plans.targets(planId, tx);
    const ids = targets.map(({ id }) => id);
    const rules = groupBy(await this.plans.rules(ids, tx, until), ({ targetId }) => targetId);
    return {
      id: planId,
      activities: new Map(schedule.map(({ id, number }) => [id, number])),
      targets: targets.map((target) => ({ ...target, versions: rules.get(target.id) ?? [] })),
      schedule,
    };
  }

  /** The plans that these activities belong to. */
  async ofActivities(ids: readonly string[], tx: EntityManager): Promise<Set<string>> {
    const found = await this.plans.activitiesById(ids, tx);
    return new Set(found.map(({ planId }) => planId));
  }
}
