import type { Type } from '@nestjs/common';
import { PlanModule } from '../../src/plan/plan.module';
import type { PlanView } from '../../src/plan/plan.schema';
import type { CreditPage, ProgressView, TargetProgress } from '../../src/plan/progress/progress.schema';
import seed from '../../src/plan/seed/sx-2022.plan.json';
import type { SigningView } from '../../src/signings/signing.view';
import { bodyOf } from '../records/park-life';
import { type SigningDays, startSigningDays, step } from '../signings/signing-days';
import type { Client } from '../support/test-app';

/** Two parks' life under the plan of 2022. */
export interface PlanDays extends SigningDays {
  /** Ids of the plan's activities by number. */
  activities: ReadonlyMap<number, string>;
  progress(asOf?: string): Promise<ProgressView>;
  target(code: string, asOf?: string): Promise<TargetProgress>;
  counted(code: string): Promise<number>;
  /** The number of a reading of a target. */
  reading(target: string, code: string): Promise<number>;
  behind(code: string, client?: Client): Promise<CreditPage>;
  /** A direct project signing of activity `number`, by contract, passed by the lead. */
  checkedProject(number: number, over?: object): Promise<SigningView>;
  /** The same, confirmed by the manager. */
  confirmedProject(number: number, over?: object): Promise<SigningView>;
  act(
    client: Client,
    signing: { id: string; version: number },
    name: string,
    body?: object,
  ): Promise<SigningView>;
}

export async function startPlanDays(
  feature: Type = PlanModule,
  settings?: Record<string, string>,
): Promise<PlanDays> {
  const days = await startSigningDays(feature, settings);
  const { server, manager, lead, officer } = days;
  const plan = bodyOf<PlanView>(await manager.post('/plans', seed).expect(201));
  const activities = new Map(plan.activities.map(({ number, id }) => [number, id]));
  const progress: PlanDays['progress'] = async (asOf) => {
    const query = asOf === undefined ? '' : `?asOf=${encodeURIComponent(asOf)}`;
    return bodyOf(await manager.get(`/plans/sx-2022/progress${query}`).expect(200));
  };
  const target: PlanDays['target'] = async (code, asOf) => {
    const found = (await progress(asOf)).targets.find((one) => one.code === code);
    if (!found) throw new RangeError(code);
    return found;
  };
  const act: PlanDays['act'] = async (client, { id, version }, name, body = {}) =>
    bodyOf(await step(client, id, version, name, body).expect(200));
  const checkedProject: PlanDays['checkedProject'] = async (number, over = {}) => {
    const body = {
      kind: 'project',
      title: '密封件产业化',
      park: 'NO.1',
      activity: activities.get(number),
      regionOfOrigin: 'outside-province',
      documents: [await days.paper()],
      ...over,
    };
    const project = 'project' in over ? over.project : await days.project();
    const recorded = await officer.post('/signings', { ...body, project }).expect(201);
    return act(lead, bodyOf<SigningView>(recorded), 'check', { decision: 'pass' });
  };
  return {
    ...days,
    server,
    activities,
    progress,
    target,
    counted: async (code) => (await target(code)).counted,
    reading: async (code, reading) => {
      const found = (await target(code)).readings.find((one) => one.code === reading);
      if (!found) throw new RangeError(reading);
      return found.counted;
    },
    behind: async (code, client = manager) =>
      bodyOf(await client.get(`/plans/sx-2022/targets/${code}/signings`).expect(200)),
    checkedProject,
    confirmedProject: async (number, over) => act(manager, await checkedProject(number, over), 'confirm'),
    act,
  };
}
