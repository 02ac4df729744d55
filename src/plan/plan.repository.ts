import { Injectable } from '@nestjs/common';
import { type EntityManager, In, LessThanOrEqual } from 'typeorm';
import { ActivityEntity } from './activity.entity';
import { PlanEntity, PlanTrackEntity } from './plan.entity';
import { TargetEntity, TargetRuleEntity } from './target.entity';

@Injectable()
export class PlanRepository {
  list(tx: EntityManager): Promise<PlanEntity[]> {
    return tx.find(PlanEntity, { order: { year: 'DESC', code: 'ASC' } });
  }

  findByCode(code: string, tx: EntityManager): Promise<PlanEntity | null> {
    return tx.findOneBy(PlanEntity, { code });
  }

  get(id: string, tx: EntityManager): Promise<PlanEntity> {
    return tx.findOneByOrFail(PlanEntity, { id });
  }

  tracks(planId: string, tx: EntityManager): Promise<PlanTrackEntity[]> {
    return tx.find(PlanTrackEntity, { where: { planId }, order: { ordinal: 'ASC' } });
  }

  activities(planId: string, tx: EntityManager): Promise<ActivityEntity[]> {
    return tx.find(ActivityEntity, { where: { planId }, order: { number: 'ASC' } });
  }

  activitiesById(ids: readonly string[], tx: EntityManager): Promise<ActivityEntity[]> {
    return ids.length === 0 ? Promise.resolve([]) : tx.findBy(ActivityEntity, { id: In([...ids]) });
  }

  /** Changes the activity if it still is at `version`; false when it is not. */
  async changeActivity(
    id: string,
    version: number,
    changes: Partial<ActivityEntity>,
    tx: EntityManager,
  ): Promise<boolean> {
    const next = { ...changes, version: version + 1 };
    const { affected } = await tx.update(ActivityEntity, { id, version }, next);
    return affected === 1;
  }

  targets(planId: string, tx: EntityManager): Promise<TargetEntity[]> {
    return tx.find(TargetEntity, { where: { planId }, order: { ordinal: 'ASC' } });
  }

  /** Every version of the targets' rules written by `until`, the first first. */
  rules(targetIds: readonly string[], tx: EntityManager, until?: Date): Promise<TargetRuleEntity[]> {
    return tx.find(TargetRuleEntity, {
      where: { targetId: In([...targetIds]), ...(until && { createdAt: LessThanOrEqual(until) }) },
      order: { version: 'ASC' },
    });
  }

  async addRules(rules: readonly TargetRuleEntity[], tx: EntityManager): Promise<void> {
    await tx.insert(TargetRuleEntity, [...rules]);
  }

  async addPlan(
    plan: PlanEntity,
    parts: { tracks: PlanTrackEntity[]; activities: ActivityEntity[]; targets: TargetEntity[] },
    tx: EntityManager,
  ): Promise<void> {
    await tx.insert(PlanEntity, plan);
    await tx.insert(PlanTrackEntity, parts.tracks);
    await tx.insert(ActivityEntity, parts.activities);
    await tx.insert(TargetEntity, parts.targets);
  }
}
