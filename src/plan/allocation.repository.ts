import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AllocationEntity } from './allocation.entity';

@Injectable()
export class AllocationRepository {
  of(targetId: string, tx: EntityManager): Promise<AllocationEntity[]> {
    return tx.find(AllocationEntity, { where: { targetId }, order: { id: 'ASC' } });
  }

  async replace(targetId: string, rows: readonly AllocationEntity[], tx: EntityManager): Promise<void> {
    await tx.delete(AllocationEntity, { targetId });
    await tx.insert(AllocationEntity, [...rows]);
  }

  /** What parks were given of a plan's targets. */
  toParks(planId: string, tx: EntityManager): Promise<{ targetId: string; parkId: string; goal: number }[]> {
    return tx.query(
      `SELECT target_id AS "targetId", park_id AS "parkId", goal FROM allocations JOIN targets ON targets.id = target_id
       WHERE plan_id = $1 AND park_id IS NOT NULL`,
      [planId],
    );
  }

  /** How much of each target of a plan is given to parks, and how much to activities. */
  async sums(
    planId: string,
    tx: EntityManager,
  ): Promise<(targetId: string) => { parks: number; activities: number }> {
    const rows = await tx.query<{ target_id: string; parks: number; activities: number }[]>(
      `SELECT target_id, coalesce(sum(goal) FILTER (WHERE park_id IS NOT NULL), 0)::int AS parks,
         coalesce(sum(goal) FILTER (WHERE activity_id IS NOT NULL), 0)::int AS activities
       FROM allocations JOIN targets ON targets.id = target_id WHERE plan_id = $1 GROUP BY target_id`,
      [planId],
    );
    const byTarget = new Map(rows.map(({ target_id: id, parks, activities }) => [id, { parks, activities }]));
    return (targetId) => byTarget.get(targetId) ?? { parks: 0, activities: 0 };
  }
}
