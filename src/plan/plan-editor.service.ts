import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Actor, SYSTEM } from '../common/actor';
import type { Clock } from '../common/clock';
import { Conflict, InvalidInput } from '../common/errors';
import { AuditService } from '../identity/audit/audit.service';
import { ParkService } from '../organisations/park.service';
import { InjectClock } from '../platform/clock/clock.module';
import { Database } from '../platform/database/database';
import { CreditService } from './crediting/credit.service';
import { planFileOf } from './plan-file';
import { activityRow, targetRows } from './plan-rows';
import type { ActivitySeed, PlanSeed, TargetSeed } from './plan-seed.schema';
import type { PlanEntity } from './plan.entity';
import { PlanRepository } from './plan.repository';
import { PlanService } from './plan.service';
import { requireKnownActivities } from './target-rule.service';

/** Plans as files, and their correction: as a whole while nothing belongs to them, by additions afterwards. */
@Injectable()
export class PlanEditor {
  constructor(
    private readonly database: Database,
    private readonly service: PlanService,
    private readonly plans: PlanRepository,
    private readonly parks: ParkService,
    private readonly credits: CreditService,
    private readonly audit: AuditService,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /** @throws 404 PLAN.NOT_FOUND */
  export(actor: Actor, code: string): Promise<PlanSeed> {
    return this.database.as(actor, async (tx) => {
      const plan = await this.service.require(code, tx);
      const targets = await this.plans.targets(plan.id, tx);
      const ids = targets.map(({ id }) => id);
      return planFileOf({
        plan,
        targets,
        parks: await this.parks.list(tx),
        tracks: await this.plans.tracks(plan.id, tx),
        activities: await this.plans.activities(plan.id, tx),
        rules: await this.plans.rules(ids, tx),
      });
    });
  }

  /** The plan as the file says, in place of what was entered. @throws 404; 409 PLAN.IN_USE, PLAN.CODE_TAKEN */
  replace(actor: Actor, code: string, file: PlanSeed): Promise<void> {
    return this.database.as(actor, async (tx) => {
      const plan = await this.service.require(code, tx);
      await this.takeOut(plan, tx);
      await this.service.enter(file, { createdBy: actor.userId, sampleSet: plan.sampleSet }, tx);
      await this.record(actor, 'plan.replace', plan, tx);
    });
  }

  /** @throws 404; 409 PLAN.IN_USE */
  remove(actor: Actor, code: string): Promise<void> {
    return this.database.as(actor, async (tx) => {
      const plan = await this.service.require(code, tx);
      await this.takeOut(plan, tx);
      await this.record(actor, 'plan.remove', plan, tx);
    });
  }

  /** @throws 404; 409 PLAN.ACTIVITY_TAKEN; 400 PLAN.FILE_NO_TRACK */
  addActivity(actor: Actor, code: string, activity: ActivitySeed): Promise<void> {
    return this.database.as(actor, async (tx) => {
      const plan = await this.service.require(code, tx);
      const tracks = await this.plans.tracks(plan.id, tx);
      const track = tracks.find((known) => known.code === activity.track);
      if (!track) throw unknownTrack();
      const known = await this.plans.activities(plan.id, tx);
      if (known.some(({ number }) => number === activity.number))
        throw new Conflict('PLAN.ACTIVITY_TAKEN', 'There is an activity of this number', {
          params: { activity: activity.number },
        });
      await this.plans.addActivities([activityRow(activity, track, this.clock.now())], tx);
      await this.record(actor, 'plan.activity-added', plan, tx);
    });
  }

  /** Counts from the plan's first day, what was signed before its entry too. @throws 404; 409 PLAN.TARGET_TAKEN; 400 PLAN.UNKNOWN_ACTIVITY */
  addTarget(actor: Actor, code: string, seed: TargetSeed): Promise<void> {
    return this.database.asOne(actor, async (tx) => {
      const plan = await this.service.require(code, tx);
      const known = await this.plans.targets(plan.id, tx);
      if (known.some((target) => target.code === seed.code))
        throw new Conflict('PLAN.TARGET_TAKEN', 'There is a target of this code', {
          params: { target: seed.code },
        });
      const provenance = { createdBy: actor.userId, now: this.clock.now(), sampleSet: plan.sampleSet };
      const { target, rule } = targetRows(seed, known.length, plan, provenance);
      const activities = await this.plans.activities(plan.id, tx);
      requireKnownActivities(
        rule.rule,
        activities.map(({ number }) => number),
        '/activities',
      );
      await this.plans.addTargets([target], tx);
      await this.plans.addRules([rule], tx);
      const occasion = { cause: 'rule' as const, reason: null, userId: actor.userId };
      await this.database.as(SYSTEM, (system) => this.credits.settlePlan(plan.id, occasion, system));
      await this.record(actor, 'plan.target-added', plan, tx);
    });
  }

  private async takeOut(plan: PlanEntity, tx: EntityManager): Promise<void> {
    if (await this.plans.isInUse(plan.id, tx))
      throw new Conflict('PLAN.IN_USE', 'Signings, submissions or organisers belong to the plan');
    await this.plans.remove(plan.id, tx);
  }

  private record(actor: Actor, action: string, plan: PlanEntity, tx: EntityManager): Promise<void> {
    return this.audit.record(actor, action, { subjectKind: 'plan', subjectId: plan.id }, tx);
  }
}

const unknownTrack = (): InvalidInput =>
  new InvalidInput('PLAN.FILE_NO_TRACK', 'There is no such track', {
    errors: [{ pointer: '/track', detail: 'There is no such track', code: 'PLAN.FILE_NO_TRACK' }],
  });
