import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../common/actor';
import type { Clock } from '../common/clock';
import { Conflict, NotFound } from '../common/errors';
import { groupBy } from '../common/group-by';
import { AuditService } from '../identity/audit/audit.service';
import type { ParkEntity } from '../organisations/park.entity';
import { ParkService } from '../organisations/park.service';
import { InjectClock } from '../platform/clock/clock.module';
import { Database } from '../platform/database/database';
import type { ActivityEntity } from './activity.entity';
import { planRows } from './plan-rows';
import type { PlanSeed } from './plan-seed.schema';
import type { PlanEntity } from './plan.entity';
import { PlanRepository } from './plan.repository';
import type { PlanSummary, PlanView } from './plan.schema';
import { activityViewOf, planSummaryOf, targetViewOf } from './plan.view';
import type { TargetEntity } from './target.entity';

@Injectable()
export class PlanService {
  constructor(
    private readonly database: Database,
    private readonly plans: PlanRepository,
    private readonly parks: ParkService,
    private readonly audit: AuditService,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /** Takes a plan's file in. @throws 409 PLAN.CODE_TAKEN */
  import(actor: Actor, seed: PlanSeed): Promise<PlanView> {
    return this.database.as(actor, async (tx) => {
      const id = await this.enter(seed, { createdBy: actor.userId, sampleSet: null }, tx);
      await this.audit.record(actor, 'plan.import', { subjectKind: 'plan', subjectId: id }, tx);
      return this.view(await this.plans.get(id, tx), tx);
    });
  }

  /** Enters a new plan and answers its id. @throws 409 PLAN.CODE_TAKEN */
  async enter(
    seed: PlanSeed,
    { createdBy, sampleSet }: { createdBy: string | null; sampleSet: string | null },
    tx: EntityManager,
  ): Promise<string> {
    if (await this.plans.findByCode(seed.code, tx))
      throw new Conflict('PLAN.CODE_TAKEN', 'There is a plan of this code', { params: { code: seed.code } });
    const { plan, rules, ...parts } = planRows(seed, { createdBy, sampleSet, now: this.clock.now() });
    await this.ensureParks(seed, sampleSet, tx);
    await this.plans.addPlan(plan, parts, tx);
    await this.plans.addRules(rules, tx);
    return plan.id;
  }

  /** Makes the plan and its parks exist; one that does is left as it is. Answers its id and those of its activities by number. */
  async load(
    seed: PlanSeed,
    { sampleSet }: { sampleSet: string },
    tx: EntityManager,
  ): Promise<{ id: string; activities: Map<number, string> }> {
    const known = await this.plans.findByCode(seed.code, tx);
    const id = known?.id ?? (await this.enter(seed, { createdBy: null, sampleSet }, tx));
    const activities = await this.plans.activities(id, tx);
    return { id, activities: new Map(activities.map((activity) => [activity.number, activity.id])) };
  }

  list(actor: Actor): Promise<PlanSummary[]> {
    return this.database.as(actor, async (tx) => (await this.plans.list(tx)).map(planSummaryOf));
  }

  /** @throws 404 PLAN.NOT_FOUND */
  get(actor: Actor, code: string): Promise<PlanView> {
    return this.database.as(actor, async (tx) => this.view(await this.require(code, tx), tx));
  }

  /** @throws 404 PLAN.NOT_FOUND */
  async require(code: string, tx: EntityManager): Promise<PlanEntity> {
    const plan = await this.plans.findByCode(code, tx);
    if (!plan) throw new NotFound('PLAN.NOT_FOUND', 'There is no such plan', { params: { code } });
    return plan;
  }

  /** @throws 404 PLAN.NOT_FOUND, PLAN.TARGET_NOT_FOUND */
  async requireTarget(
    code: string,
    targetCode: string,
    tx: EntityManager,
  ): Promise<{ plan: PlanEntity; target: TargetEntity }> {
    const plan = await this.require(code, tx);
    const target = (await this.plans.targets(plan.id, tx)).find((one) => one.code === targetCode);
    if (!target)
      throw new NotFound('PLAN.TARGET_NOT_FOUND', 'The plan has no such target', {
        params: { target: targetCode },
      });
    return { plan, target };
  }

  /** An activity with the plan it belongs to. */
  async findActivity(
    id: string,
    tx: EntityManager,
  ): Promise<{ activity: ActivityEntity; plan: PlanEntity } | undefined> {
    const [activity] = await this.plans.activitiesById([id], tx);
    return activity && { activity, plan: await this.plans.get(activity.planId, tx) };
  }

  private async view(plan: PlanEntity, tx: EntityManager): Promise<PlanView> {
    const tracks = await this.plans.tracks(plan.id, tx);
    const activities = await this.plans.activities(plan.id, tx);
    const targets = await this.plans.targets(plan.id, tx);
    const ids = targets.map(({ id }) => id);
    const rules = groupBy(await this.plans.rules(ids, tx), ({ targetId }) => targetId);
    return {
      ...planSummaryOf(plan),
      settings: plan.settings,
      themes: plan.themes,
      tracks: tracks.map(({ code, theme, name }) => ({ code, theme, name })),
      activities: activities.map((activity) => activityViewOf(activity, tracks)),
      targets: targets.map((target) => targetViewOf(target, rules.get(target.id) ?? [])),
      undertakings: plan.undertakings,
      notes: plan.notes,
    };
  }

  /** What was said of a park that is there already outranks the plan's file. */
  private async ensureParks(seed: PlanSeed, sampleSet: string | null, tx: EntityManager): Promise<void> {
    const known = await this.parks.list(tx);
    const added = seed.parks.filter(({ code }) => !known.some((park) => park.code === code));
    if (added.length === 0) return;
    const marked = added.map((park) => ({ ...park, sampleSet: sampleSet ?? undefined }));
    await this.parks.ensureParks([...known.map(restated), ...marked], tx);
  }
}

const restated = ({ code, name, city, sampleSet }: ParkEntity) => ({
  ...{ code, name, city },
  sampleSet: sampleSet ?? undefined,
});
