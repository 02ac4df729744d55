import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ParkService } from '../organisations/park.service';
import { PlanRepository } from './plan.repository';

/** Activities and parks of a plan by id, as people know them. */
export interface Places {
  activities: ReadonlyMap<string, number>;
  parks: ReadonlyMap<string, string>;
}

@Injectable()
export class PlanPlaces {
  constructor(
    private readonly plans: PlanRepository,
    private readonly parks: ParkService,
  ) {}

  async of(planId: string, tx: EntityManager): Promise<Places> {
    const activities = await this.plans.activities(planId, tx);
    const parks = await this.parks.list(tx);
    return {
      activities: new Map(activities.map(({ id, number }) => [id, number])),
      parks: new Map(parks.map(({ id, code }) => [id, code])),
    };
  }
}
