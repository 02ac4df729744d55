import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { rowsOf } from '../platform/database/rows';
import { ActivityEntity } from './activity.entity';
import { PlanEntity, PlanTrackEntity } from './plan.entity';
import { TargetEntity, TargetRuleEntity } from './target.entity';

@Injectable()
export class PlanRepository {
  list(tx: EntityManager): Promise<PlanEntity[]> {
    return tx.find(PlanEntity, { order: { year: 'DESC', code: 'ASC' } });
  }

  async findByCode(code: string, tx: EntityManager): Promise<PlanEntity | null> {
    const [plan] = await rowsOf(PlanEntity, 'WHERE code = $1', [code], tx);
    return plan ?? null;
  }

  get(id: string, tx: EntityManager): Promise<PlanEntity> {
    return tx.findOneByOrFail(PlanEntity, { id });
  }

  tracks(planId: string, tx: EntityManager): Promise<PlanTrackEntity[]> {
    return tx.find(PlanTrackEntity, { where: { planId }, order: { ordinal: 'ASC' } });
  }

  activities(planId: string, tx: EntityManager): Promise<ActivityEntity[]> {
    return rowsOf(ActivityEntity, 'WHERE plan_id = $1 ORDER BY number', [planId], tx);
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
    return rowsOf(TargetEntity, 'WHERE plan_id = $1 ORDER BY ordinal', [planId], tx);
  }

  /** Every version of the targets' rules written by `until`, the first first. */
  rules(targetIds: readonly string[], tx: EntityManager, until?: Date): Promise<TargetRuleEntity[]> {
    const written = 'target_id = ANY ($1) AND ($2::timestamptz IS NULL OR created_at <= $2)';
    return rowsOf(TargetRuleEntity, `WHERE ${written} ORDER BY version`, [targetIds, until ?? null], tx);
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
    await this.addActivities(parts.activities, tx);
    await this.addTargets(parts.targets, tx);
  }

  async addActivities(activities: readonly ActivityEntity[], tx: EntityManager): Promise<void> {
    await tx.insert(ActivityEntity, [...activities]);
  }

  async addTargets(targets: readonly TargetEntity[], tx: EntityManager): Promise<void> {
    await tx.insert(TargetEntity, [...targets]);
  }

  /** Whether signings, credits, submissions or organisers belong to the plan. */
  async isInUse(planId: string, tx: EntityManager): Promise<boolean> {
    const [row] = await tx.query<{ used: boolean }[]>('SELECT app.plan_in_use($1) AS used', [planId]);
    return row?.used ?? false;
  }

  /** Takes a plan out that is not in use; the database refuses any other. */
  async remove(planId: string, tx: EntityManager): Promise<void> {
    const ofTargets = 'target_id IN (SELECT id FROM targets WHERE plan_id = $1)';
    await tx.query(`DELETE FROM allocations WHERE ${ofTargets}`, [planId]);
    await tx.query(`DELETE FROM target_rules WHERE ${ofTargets}`, [planId]);
    for (const table of ['targets', 'activities', 'plan_tracks'])
      await tx.query(`DELETE FROM ${table} WHERE plan_id = $1`, [planId]);
    await tx.delete(PlanEntity, { id: planId });
  }
}
