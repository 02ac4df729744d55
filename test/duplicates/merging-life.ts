import { Test, type TestingModule } from '@nestjs/testing';
import { SYSTEM } from '../../src/common/actor';
import type { DuplicateKind } from '../../src/duplicates/duplicate-kind';
import { DuplicatesModule } from '../../src/duplicates/duplicates.module';
import { DuplicatesWorkerModule } from '../../src/duplicates/duplicates-worker.module';
import { DuplicateSearch } from '../../src/duplicates/finding/duplicate-search';
import type { MergePreview } from '../../src/duplicates/merging/merge.schema';
import { CLOCK, ClockModule } from '../../src/platform/clock/clock.module';
import { readEnv } from '../../src/platform/config/env';
import { SettingsModule } from '../../src/platform/config/settings.module';
import { DatabaseModule } from '../../src/platform/database/database.module';
import { QueuesModule } from '../../src/queues/queues.module';
import { type PlanDays, startPlanDays } from '../plan/plan-days';
import { bodyOf, technologyNeed } from '../records/park-life';
import type { Client } from '../support/test-app';

export let days: PlanDays;
let worker: TestingModule | undefined;

/** A network in which things are entered twice. */
export async function startMerging(): Promise<void> {
  days = await startPlanDays(DuplicatesModule);
}

export async function endMerging(): Promise<void> {
  await worker?.close();
  await days.server.close();
}

/** Looks for duplicates as a worker does. */
export async function search(kind: DuplicateKind): Promise<void> {
  const env = readEnv(days.server.database.settings);
  worker ??= await Test.createTestingModule({
    imports: [
      SettingsModule.with(env),
      ClockModule,
      DatabaseModule.as('worker'),
      QueuesModule,
      DuplicatesWorkerModule,
    ],
  })
    .overrideProvider(CLOCK)
    .useValue(days.server.clock)
    .compile();
  await worker.get(DuplicateSearch).run(kind);
}

const PATHS = { organisation: 'organisations', need: 'needs', project: 'projects', talent: 'talents' };
export const MERGERS = ['need', 'project', 'talent', 'organisation'] as const;

export interface Made {
  id: string;
  version: number;
  personId?: string | null;
}
/** How many were made: numbers their names and telephones. */
export let made = 0;
export const BODIES: Record<DuplicateKind, () => object> = {
  need: () => technologyNeed({ title: `密封件寿命 ${++made}` }),
  project: () => ({ park: 'NO.1', title: `聚氨酯密封 ${++made}`, text: '中试' }),
  talent: () => ({
    park: 'NO.1',
    name: `周工${++made}`,
    tier: 'professional',
    text: '从事密封研究',
    contact: { phone: `139${String(made).padStart(8, '0')}` },
  }),
  organisation: () => ({ name: `太原密封${++made}厂`, kind: 'enterprise' }),
};
export const make = async (kind: DuplicateKind, over: object = {}, client = days.manager): Promise<Made> =>
  bodyOf<Made>(await client.post(`/${PATHS[kind]}`, { ...BODIES[kind](), ...over }).expect(201));

export const read = async <T = Record<string, unknown>>(kind: DuplicateKind, id: string): Promise<T> =>
  bodyOf<T>(await days.manager.get(`/${PATHS[kind]}/${id}`).expect(200));

export const request = (kind: DuplicateKind, from: Made, into: Made, over: object = {}) => ({
  kind,
  from: from.id,
  into: into.id,
  fromVersion: from.version,
  intoVersion: into.version,
  reason: '同一项',
  ...over,
});
export const merge = (
  kind: DuplicateKind,
  from: Made,
  into: Made,
  over: object = {},
  client: Client = days.manager,
) => client.post('/merges', request(kind, from, into, over));
export const preview = async (kind: DuplicateKind, from: Made, into: Made, client = days.manager) =>
  bodyOf<MergePreview>(
    await client.post('/merges/preview', { kind, from: from.id, into: into.id }).expect(200),
  );
export const undo = (id: string, over: object = {}, client = days.manager) =>
  client.post(`/merges/${id}/undo`, over);
export const asSystem = <T>(work: Parameters<typeof days.database.as<T>>[1]) =>
  days.database.as(SYSTEM, work);
export const sql = <T extends object>(text: string, params: unknown[] = []): Promise<T[]> =>
  asSystem((tx) => tx.query<T[]>(text, params));
export const codeOf = (answer: { body: unknown }) => (answer.body as { code: string }).code;
