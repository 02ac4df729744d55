import { SYSTEM } from '../../src/common/actor';
import { NeedsModule } from '../../src/needs/needs.module';
import { OrganisationService } from '../../src/organisations/organisation.service';
import { ParkService } from '../../src/organisations/park.service';
import { Database } from '../../src/platform/database/database';
import { ProjectsModule } from '../../src/projects/projects.module';
import { TalentModule } from '../../src/talent/talent.module';
import { type Client, createTestApp, type TestApp } from '../support/test-app';

/** Two parks with an officer each, and two enterprises. */
export interface ParkLife {
  server: TestApp;
  parks: Record<string, string>;
  enterprises: [string, string];
  officer: Client;
  lead: Client;
  foreignOfficer: Client;
  enterprise: Client;
  foreignEnterprise: Client;
  manager: Client;
  auditor: Client;
}

export async function startParkLife(
  imports: NonNullable<Parameters<typeof createTestApp>[0]>['imports'] = [],
  settings?: Record<string, string>,
): Promise<ParkLife> {
  const records = [NeedsModule, ProjectsModule, TalentModule];
  const server = await createTestApp({ imports: [...records, ...imports], settings });
  const database = server.app.get(Database);
  const list = ['NO.1', 'NO.2'].map((code) => ({ code, name: `${code}园区`, city: '太原' }));
  const parks = await database.as(SYSTEM, async (tx) => {
    const service = server.app.get(ParkService, { strict: false });
    await service.ensureParks(list, tx);
    return Object.fromEntries((await service.list(tx)).map(({ code, id }) => [code, id]));
  });
  const organisations = server.app.get(OrganisationService, { strict: false });
  const found = async (name: string) =>
    (await organisations.create(SYSTEM, { name, kind: 'enterprise', qualities: [], keyEnterprise: false }))
      .id;
  const enterprises: [string, string] = [await found('太原甲公司'), await found('晋中乙公司')];
  const [one, two] = [parks['NO.1'], parks['NO.2']] as [string, string];
  return {
    server,
    parks,
    enterprises,
    officer: await server.signIn({ role: 'officer', parkIds: [one] }),
    lead: await server.signIn({ role: 'park-lead', parkIds: [one] }),
    foreignOfficer: await server.signIn({ role: 'officer', parkIds: [two] }),
    enterprise: await server.signIn({ role: 'enterprise', organisationId: enterprises[0] }),
    foreignEnterprise: await server.signIn({ role: 'enterprise', organisationId: enterprises[1] }),
    manager: await server.signIn({ role: 'manager' }),
    auditor: await server.signIn({ role: 'auditor', expiresOn: '2032-12-31' }),
  };
}

/** POST :id/:move as somebody who has seen `version`. */
export const move = (
  client: Client,
  path: string,
  record: { id: string; version: number },
  name: string,
  body: object = {},
) => client.post(`/${path}/${record.id}/${name}`, body).set('If-Match', `"${record.version}"`);

export const technologyNeed = (over: object = {}) => ({
  kind: 'technology',
  park: 'NO.1',
  title: '大功率液压支架密封件寿命提升',
  text: '现用聚氨酯密封件在高水基介质中三个月即失效，希望寿命提高到一年以上。',
  tags: ['2.1'],
  technology: {
    indicators: [{ name: '寿命', now: '3个月', wanted: '≥12个月' }],
    budgetMax: 800_000,
    modes: ['development'],
  },
  ...over,
});

/** The body of an answer whose shape the test knows; a refusal unless it says. */
export const bodyOf = <T = Problem>(answer: { body: unknown }): T => answer.body as T;

/** An answer that refuses. */
export interface Problem {
  code: string;
  errors?: { pointer: string; code: string }[];
}
