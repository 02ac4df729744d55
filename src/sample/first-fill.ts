import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../common/actor';
import { FirstModel } from '../matching/models/first-model';
import { RunService } from '../matching/runs/run.service';
import { ParkService } from '../organisations/park.service';
import { Database } from '../platform/database/database';
import { NeedRepository } from '../needs/need.repository';
import type { SignIn } from './sample-accounts';
import { SampleAccounts } from './sample-accounts';
import { readNeeds, readProjects, readTalents } from './sample-files';
import { SampleEvents } from './sample-events';
import { SampleSeeder } from './sample-seeder';

/** The network's parks; their cities are not stated anywhere and are for a manager to fill in. */
const PARKS = Array.from({ length: 11 }, (_, at) => ({
  code: `NO.${at + 1}`,
  name: `山西智创城NO.${at + 1}`,
}));

/** Makes a migrated database usable. */
@Injectable()
export class FirstFill {
  constructor(
    private readonly database: Database,
    private readonly parks: ParkService,
    private readonly firstModel: FirstModel,
    private readonly sample: SampleSeeder,
    private readonly accounts: SampleAccounts,
    private readonly events: SampleEvents,
    private readonly needs: NeedRepository,
    private readonly runs: RunService,
  ) {}

  /** The model comes last: a database that has one is filled. */
  async ensureModel(): Promise<void> {
    await this.firstModel.ensure(
      [...readNeeds(), ...readProjects(), ...readTalents()].map(({ input }) => ({
        title: 'name' in input ? '' : input.title,
        text: input.text,
        tags: input.tags,
      })),
    );
  }

  /** What every installation needs. */
  ensureParks(): Promise<void> {
    return this.database.as(SYSTEM, (tx) => this.parks.ensureParks(PARKS, tx));
  }

  /** Fills an empty platform with the sample and asks for its matches; undefined when it is not empty. */
  async fillWithSample(): Promise<SignIn[] | undefined> {
    if (!(await this.database.as(SYSTEM, (tx) => this.needs.isEmpty(tx)))) return undefined;
    const seeded = await this.sample.seed();
    const signIns = await this.accounts.create(seeded);
    await this.events.seed(seeded);
    await this.runs.start(SYSTEM);
    return signIns;
  }
}
