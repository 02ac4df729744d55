import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../common/actor';
import { Conflict, NotFound } from '../common/errors';
import { newId } from '../common/ids';
import { AuditService } from '../identity/audit/audit.service';
import { Database } from '../platform/database/database';
import type { AllocationEntity } from './allocation.entity';
import { AllocationRepository } from './allocation.repository';
import { PlanPlaces } from './plan-places';
import type { ReplaceAllocations, TargetParam } from './plan.schema';
import { PlanService } from './plan.service';
import type { TargetEntity } from './target.entity';

/** 任务分解: gives a target out to parks and activities. */
@Injectable()
export class AllocationService {
  constructor(
    private readonly database: Database,
    private readonly plans: PlanService,
    private readonly places: PlanPlaces,
    private readonly allocations: AllocationRepository,
    private readonly audit: AuditService,
  ) {}

  /** The whole list anew. @throws 404 also for a park or activity; 409 PLAN.ALLOCATED_TWICE */
  replace(actor: Actor, at: TargetParam, input: ReplaceAllocations): Promise<void> {
    return this.database.as(actor, async (tx) => {
      const { target } = await this.plans.requireTarget(at.code, at.target, tx);
      const rows = await this.rowsOf(target, input, tx);
      const receivers = rows.map(({ parkId, activityId }) => parkId ?? activityId);
      if (new Set(receivers).size < receivers.length)
        throw new Conflict('PLAN.ALLOCATED_TWICE', 'A park or activity stands twice');
      await this.allocations.replace(target.id, rows, tx);
      const detail = { allocations: rows.length };
      const subject = { subjectKind: 'target', subjectId: target.id, detail };
      await this.audit.record(actor, 'plan.allocate', subject, tx);
    });
  }

  private async rowsOf(
    { id: targetId, planId, sampleSet }: TargetEntity,
    { allocations }: ReplaceAllocations,
    tx: EntityManager,
  ): Promise<AllocationEntity[]> {
    const places = await this.places.of(planId, tx);
    return allocations.map(({ park, activity, goal }) => {
      const parkId = idOf(places.parks, park);
      const activityId = idOf(places.activities, activity);
      if (parkId === undefined)
        throw new NotFound('PARK.NOT_FOUND', 'There is no such park', { params: { park: park ?? '' } });
      if (activityId === undefined)
        throw new NotFound('PLAN.ACTIVITY_NOT_FOUND', 'The plan has no such activity', {
          params: { activity: activity ?? 0 },
        });
      return { id: newId(), targetId, parkId, activityId, goal, sampleSet };
    });
  }
}

/** null for nothing named, undefined for what there is not. */
function idOf<N>(names: ReadonlyMap<string, N>, name: N | undefined): string | null | undefined {
  if (name === undefined) return null;
  return [...names].find(([, known]) => known === name)?.[0];
}
