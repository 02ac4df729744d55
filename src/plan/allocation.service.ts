import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Actor, SYSTEM } from '../common/actor';
import type { Clock } from '../common/clock';
import { Conflict, NotFound } from '../common/errors';
import { newId } from '../common/ids';
import { AuditService } from '../identity/audit/audit.service';
import { ParkService } from '../organisations/park.service';
import { InjectClock } from '../platform/clock/clock.module';
import { Database } from '../platform/database/database';
import type { AllocationEntity } from './allocation.entity';
import { AllocationRepository } from './allocation.repository';
import { countedOf } from './counting/readings';
import { CreditRepository } from './crediting/credit.repository';
import { PlanRepository } from './plan.repository';
import type { AllocationsView, ReplaceAllocations, TargetParam } from './plan.schema';
import { PlanService } from './plan.service';
import type { PlanEntity } from './plan.entity';
import type { TargetEntity, TargetRuleEntity } from './target.entity';

/** 任务分解: who is to deliver how much of a target. */
@Injectable()
export class AllocationService {
  constructor(
    private readonly database: Database,
    private readonly plans: PlanService,
    private readonly rows: PlanRepository,
    private readonly allocations: AllocationRepository,
    private readonly credits: CreditRepository,
    private readonly parks: ParkService,
    private readonly audit: AuditService,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /** @throws 404 */
  async get(actor: Actor, { code, target: targetCode }: TargetParam): Promise<AllocationsView> {
    const { plan, target } = await this.database.as(actor, (tx) =>
      this.plans.requireTarget(code, targetCode, tx),
    );
    return this.database.as(SYSTEM, (tx) => this.view(plan, target, tx));
  }

  /** The whole list anew. @throws 404 also for a park or activity; 409 PLAN.ALLOCATED_TWICE */
  async replace(actor: Actor, at: TargetParam, input: ReplaceAllocations): Promise<AllocationsView> {
    await this.database.as(actor, async (tx) => {
      const { plan, target } = await this.plans.requireTarget(at.code, at.target, tx);
      const activities = await this.rows.activities(plan.id, tx);
      const rows: AllocationEntity[] = [];
      for (const { park, activity, goal } of input.allocations) {
        const parkId = park === undefined ? null : (await this.parks.requireByCode(park, tx)).id;
        const activityId = activities.find(({ number }) => number === activity)?.id ?? null;
        if (activity !== undefined && activityId === null)
          throw new NotFound('PLAN.ACTIVITY_NOT_FOUND', 'The plan has no such activity', {
            params: { activity },
          });
        rows.push({
          id: newId(),
          targetId: target.id,
          parkId,
          activityId,
          goal,
          sampleSet: target.sampleSet,
        });
      }
      const places = rows.map(({ parkId, activityId }) => parkId ?? activityId);
      if (new Set(places).size < places.length)
        throw new Conflict('PLAN.ALLOCATED_TWICE', 'A park or activity stands twice');
      await this.allocations.replace(target.id, rows, tx);
      const detail = { allocations: rows.length };
      const subject = { subjectKind: 'target', subjectId: target.id, detail };
      await this.audit.record(actor, 'plan.allocate', subject, tx);
    });
    return this.get(actor, at);
  }

  private async view(plan: PlanEntity, target: TargetEntity, tx: EntityManager): Promise<AllocationsView> {
    const { rule } = (await this.rows.rules([target.id], tx)).at(-1) as TargetRuleEntity;
    const numbers = new Map((await this.rows.activities(plan.id, tx)).map(({ id, number }) => [id, number]));
    const codes = new Map((await this.parks.list(tx)).map(({ id, code }) => [id, code]));
    const credits = await this.credits.standingInPlan(plan.id, this.clock.now(), tx);
    const own = credits.filter(({ targetId }) => targetId === target.id);
    const allocations = await this.allocations.of(target.id, tx);
    const sum = (some: readonly AllocationEntity[]) => some.reduce((total, { goal }) => total + goal, 0);
    return {
      goal: rule.goal,
      allocations: allocations.map(({ parkId, activityId, goal }) => ({
        park: codes.get(parkId ?? '') ?? null,
        activity: numbers.get(activityId ?? '') ?? null,
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
