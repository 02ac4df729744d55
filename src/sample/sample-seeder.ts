import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SYSTEM } from '../common/actor';
import { NeedRepository } from '../needs/need.repository';
import { NeedService } from '../needs/need.service';
import { OrganisationService } from '../organisations/organisation.service';
import { planSeedSchema } from '../plan/plan-seed.schema';
import { PlanService } from '../plan/plan.service';
import PLAN from '../plan/seed/sx-2022.plan.json';
import { Database } from '../platform/database/database';
import { ProjectRepository } from '../projects/project.repository';
import { ProjectService } from '../projects/project.service';
import { RecordUpsert, type UpsertOptions } from '../records/record-upsert';
import { TalentIntake } from '../talent/talent-intake';
import { TalentRepository } from '../talent/talent.repository';
import { readNeeds, readOrganisations, readProjects, readTalents, type SampleRecord } from './sample-files';

/** The mark that every row of the sample carries. */
export const SAMPLE_SET = 'shanxi-2022';

const OPTIONS: UpsertOptions = { source: 'sample', sampleSet: SAMPLE_SET, publish: true, rematch: false };

/** What later steps refer to: organisations by their ref in the files, activities of the plan by number. */
export interface Seeded {
  organisations: ReadonlyMap<string, string>;
  activities: ReadonlyMap<number, string>;
}

/** Fills an empty platform with the sample's plan, organisations, needs, projects and talents. */
@Injectable()
export class SampleSeeder {
  constructor(
    private readonly database: Database,
    private readonly plans: PlanService,
    private readonly organisations: OrganisationService,
    private readonly upsert: RecordUpsert,
    private readonly needs: NeedService,
    private readonly needRows: NeedRepository,
    private readonly projects: ProjectService,
    private readonly projectRows: ProjectRepository,
    private readonly talents: TalentIntake,
    private readonly talentRows: TalentRepository,
  ) {}

  /** All of it or nothing. */
  seed(): Promise<Seeded> {
    return this.database.as(SYSTEM, async (tx) => {
      const plan = await this.plans.load(planSeedSchema.parse(PLAN), { sampleSet: SAMPLE_SET }, tx);
      const owners = await this.addOrganisations(tx);
      await this.addNeeds(owners, tx);
      await this.addProjects(owners, tx);
      await this.addTalents(tx);
      return { organisations: owners, activities: plan.activities };
    });
  }

  private async addOrganisations(tx: EntityManager): Promise<Map<string, string>> {
    const ids = new Map<string, string>();
    for (const { ref, input } of readOrganisations()) {
      const origin = { source: 'sample', sourceRef: ref, sampleSet: SAMPLE_SET };
      ids.set(ref, await this.organisations.ensure(input, origin, tx));
    }
    return ids;
  }

  private async addNeeds(owners: Map<string, string>, tx: EntityManager): Promise<void> {
    const items = [];
    for (const record of readNeeds()) {
      const content = await this.needs.contentOf(SYSTEM, { ...record.input, ...ownerOf(record, owners) }, tx);
      items.push({ sourceRef: record.ref, stated: content, content });
    }
    await this.upsert.run(SYSTEM, this.needRows, items, OPTIONS, tx);
  }

  private async addProjects(owners: Map<string, string>, tx: EntityManager): Promise<void> {
    const items = [];
    for (const record of readProjects()) {
      const content = await this.projects.contentOf(
        SYSTEM,
        { ...record.input, ...ownerOf(record, owners) },
        tx,
      );
      items.push({ sourceRef: record.ref, stated: content, content });
    }
    await this.upsert.run(SYSTEM, this.projectRows, items, OPTIONS, tx);
  }

  private async addTalents(tx: EntityManager): Promise<void> {
    const items = [];
    for (const { ref, input } of readTalents()) {
      const content = await this.talents.contentOf(SYSTEM, input, SAMPLE_SET, tx);
      items.push({ sourceRef: ref, stated: content, content });
    }
    await this.upsert.run(SYSTEM, this.talentRows, items, OPTIONS, tx);
  }
}

const ownerOf = ({ owner }: SampleRecord<unknown>, owners: Map<string, string>) => ({
  organisation: owner === undefined ? undefined : owners.get(owner),
});
