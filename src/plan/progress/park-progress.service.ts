import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Actor, SYSTEM } from '../../common/actor';
import type { Clock } from '../../common/clock';
import { InjectClock } from '../../platform/clock/clock.module';
import { Database } from '../../platform/database/database';
import { ParkService } from '../../organisations/park.service';
import { AllocationRepository } from '../allocation.repository';
import { countedOf } from '../counting/readings';
import { CreditRepository } from '../crediting/credit.repository';
import type { TargetCreditEntity } from '../crediting/target-credit.entity';
import { PlanRepository } from '../plan.repository';
import { PlanService } from '../plan.service';
import type { ParkProgress } from './progress.schema';

/** What each park of the network was given of a plan's targets, and has delivered. */
@Injectable()
export class ParkProgressService {
  constructor(
    private readonly database: Database,
    private readonly plans: PlanService,
    private readonly rows: PlanRepository,
    private readonly parks: ParkService,
    private readonly credits: CreditRepository,
    private readonly allocations: AllocationRepository,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /** Numbers of the whole network, in the order of the parks. @throws 404 PLAN.NOT_FOUND */
  async of(actor: Actor, code: string, asOf?: string): Promise<ParkProgress[]> {
    const plan = await this.database.as(actor, (tx) => this.plans.require(code, tx));
    const until = asOf === undefined ? this.clock.now() : new Date(asOf);
    return this.database.as(SYSTEM, (tx) => this.count(plan.id, until, tx));
  }

  private async count(planId: string, until: Date, tx: EntityManager): Promise<ParkProgress[]> {
    const targets = await this.rows.targets(planId, tx);
    const credits = await this.credits.standingInPlan(planId, tx, until);
    const goals = await this.allocations.toParks(planId, tx);
    const parks = await this.parks.list(tx);
    return parks.map(({ id: parkId, code, name, city }) => {
      const ofPark = credits.filter((credit) => credit.parkId === parkId);
      const ofTargets = targets.map((target) => {
        const own = ofPark.filter(({ targetId }) => targetId === target.id);
        const goal = goals.find((row) => row.targetId === target.id && row.parkId === parkId)?.goal ?? null;
        return { code: target.code, goal, counted: countedOf(own) };
      });
      return {
        park: code,
        name,
        city,
        signed: subjectsAt('signed', ofPark),
        landed: subjectsAt('landed', ofPark),
        targets: ofTargets.filter(({ goal, counted }) => goal !== null || counted > 0),
      };
    });
  }
}

/** Distinct subjects, however many targets each counts for. */
const subjectsAt = (level: TargetCreditEntity['level'], credits: readonly TargetCreditEntity[]): number =>
  new Set(credits.filter((credit) => credit.level === level).map(({ subjectId }) => subjectId)).size;
