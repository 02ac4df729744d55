import { Module } from '@nestjs/common';
import { Client as PostgresClient } from 'pg';
import { features } from '../../src/app.module';
import { SYSTEM } from '../../src/common/actor';
import { newId } from '../../src/common/ids';
import { FirstModel } from '../../src/matching/models/first-model';
import type { MatchView } from '../../src/matching/review/match.view';
import type { ReceivedShareView } from '../../src/matching/sharing/received-share.view';
import seed from '../../src/plan/seed/sx-2022.plan.json';
import type { PlanView } from '../../src/plan/plan.schema';
import { command, need, project, shortlisted } from '../matching/review-life';
import { bodyOf, move } from '../records/park-life';
import { fillDays } from './world-of-days';
import { type SigningDays, startSigningDays } from '../signings/signing-days';
import type { Client } from '../support/test-app';

/** Words that stand in what the other park keeps to itself. */
export const KEPT = '金丝雀密';
/** How persons of the other park are reached. */
export const CONTACTS = ['13900002222', 'jinsique@example.cn'];
/** Persons who have not agreed to appear by name. */
export const NAMES = ['乙某某'];

/** The columns of the matrix. */
export const CALLERS = [
  'manager',
  'park-lead',
  'officer',
  'enterprise',
  'organiser',
  'commission',
  'auditor',
  'project-owner',
  'talent',
  'nobody',
] as const;
export type CallerName = (typeof CALLERS)[number];

/** What a caller of park NO.1, or of its enterprise, may stand to a thing. */
export type Relation = 'own' | 'network' | 'shared' | 'elsewhere' | 'revoked' | 'known' | 'missing';

export type Ids = Partial<Record<Relation, string>>;

/** Two parks with one thing of every kind on either side, seen by somebody of each role in the first. */
export interface World {
  days: SigningDays;
  callers: Record<Exclude<CallerName, 'nobody'>, Client>;
  /** Ids of things by the first segment of their address. */
  things: Record<string, Ids>;
  /** Values of path parameters that name no thing of a tenant. */
  parameters: Record<string, string>;
  /** What names nothing, where that is no UUID: by thing or by parameter. */
  missing: Record<string, string>;
  /** An account that requests may sign in, lock and reset. */
  spare: { id: string; login: string };
}

@Module({ imports: features })
export class Everything {}

const idOf = (answer: { body: unknown }): string => bodyOf<{ id: string }>(answer).id;

export async function startWorld(): Promise<World> {
  const days = await startSigningDays(Everything);
  const { server, officer, foreignOfficer, manager } = days;
  await server.app.get(FirstModel, { strict: false }).ensure([]);
  const plan = bodyOf<PlanView>(await manager.post('/plans', seed).expect(201));
  const activity = plan.activities[0]?.id ?? '';
  const callers = {
    manager,
    'park-lead': days.lead,
    officer,
    enterprise: days.enterprise,
    organiser: await server.signIn({ role: 'organiser', activityIds: [activity] }),
    commission: await server.signIn({ role: 'commission' }),
    auditor: days.auditor,
    'project-owner': await server.signIn({ role: 'project-owner' }),
    talent: await server.signIn({ role: 'talent' }),
  };
  const records = await fillRecords(days, callers);
  const matches = await fillMatches(days, records);
  const sign = async (client: Client, over: object) => {
    const attachment = await days.file(client);
    const body = { kind: 'project', title: KEPT, documents: [await days.paper({ attachment })], ...over };
    return { id: idOf(await client.post('/signings', body).expect(201)), attachment };
  };
  const own = await sign(officer, {
    title: '密封件产业化',
    park: 'NO.1',
    project: await days.project(),
    partyA: days.enterprises[0],
    activity,
  });
  const theirs = await sign(foreignOfficer, { park: 'NO.2', project: records.projects.elsewhere });
  const spare = await server.signIn({ role: 'commission', login: 'spare' });
  const submission = await manager
    .post('/plans/sx-2022/submissions', { period: '六月', cutOff: '2022-06-15T00:00:00Z' })
    .expect(201);
  await fillShortlists(days, records.needs, records.projects.own);
  const around = await fillDays(days, plan, records.needs, KEPT);
  const twice = await fillTwice(days);
  const run = await manager.post('/match-runs', {}).expect(202);
  await days.database.as(SYSTEM, (tx) =>
    tx.query(`UPDATE match_runs SET state = 'cancelled', finished_at = now()`),
  );
  const sessionOf = async (client: Client) =>
    bodyOf<{ id: string }[]>(await client.get('/session/all').expect(200))[0]?.id ?? '';
  const key = (client: Client) =>
    client.post('/api-keys', { name: 'key', scopes: ['needs:read'] }).expect(201);
  return {
    days,
    callers,
    things: {
      ...records,
      ...matches,
      ...around,
      ...twice,
      persons: await personsOf(days, records.talents),
      signings: { own: own.id, elsewhere: theirs.id },
      attachments: { own: own.attachment, elsewhere: theirs.attachment },
      organisations: { own: days.enterprises[0], elsewhere: days.enterprises[1] },
      users: { known: spare.userId },
      'api-keys': { own: idOf(await key(officer)), elsewhere: idOf(await key(foreignOfficer)) },
      'match-runs': { known: idOf(run) },
      submissions: { known: idOf(submission) },
      all: { elsewhere: await sessionOf(foreignOfficer) },
    },
    parameters: {
      code: 'sx-2022',
      target: 'T03',
      number: '1',
      name: 'industry-tags',
      version: '0',
      purpose: 'contact',
      move: 'withdraw',
      pairKind: 'tech-project',
      row: '1',
      'duplicates.kind': 'need',
      'reports.kind': 'weekly',
      'imports.kind': 'technology-needs',
    },
    missing: { code: 'nowhere', name: 'nowhere', version: '999', all: '0'.repeat(64) },
    spare: { id: spare.userId, login: 'spare' },
  };
}

/** Of either park: a need beside the first, a merge, and a pair that somebody said is none. */
async function fillTwice({
  officer,
  foreignOfficer,
  enterprises,
}: SigningDays): Promise<Record<string, Ids>> {
  const fill = async (client: Client, organisation: string, over: object) => {
    const draft = async () =>
      bodyOf<{ id: string }>(await client.post('/needs', need(organisation, over)).expect(201)).id;
    const [spare, from, into] = [await draft(), await draft(), await draft()];
    const pair = { kind: 'need', from, into, fromVersion: 1, intoVersion: 1, reason: '同一条' };
    const merge = idOf(await client.post('/merges', pair).expect(201));
    const said = { kind: 'need', first: spare, second: into };
    const dismissal = idOf(await client.post('/duplicates/dismissals', said).expect(201));
    return { spare, merge, dismissal };
  };
  const own = await fill(officer, enterprises[0], { title: '本园区的另一条' });
  const theirs = await fill(foreignOfficer, enterprises[1], {
    ...{ park: 'NO.2', visibility: 'park', title: KEPT, text: KEPT },
  });
  return {
    duplicates: { own: own.spare, elsewhere: theirs.spare },
    merges: { own: own.merge, elsewhere: theirs.merge },
    dismissals: { own: own.dismissal, elsewhere: theirs.dismissal },
  };
}

type Records = Record<'needs' | 'projects' | 'talents', Ids & { own: string; elsewhere: string }>;

const profile = (over: object) => ({
  park: 'NO.2',
  name: NAMES[0],
  tier: 'professional',
  text: '密封材料工程师。',
  contact: { phone: CONTACTS[0], email: CONTACTS[1] },
  ...over,
});

/** Of each kind: one of one's own, one of the other park that the network may see, and one it may not. */
async function fillRecords(days: SigningDays, callers: World['callers']): Promise<Records> {
  const { officer, foreignOfficer, enterprises } = days;
  const publish = async (client: Client, path: string, input: object) => {
    const draft = bodyOf<{ id: string; version: number }>(await client.post(`/${path}`, input).expect(201));
    await move(client, path, draft, 'publish').expect(200);
    return draft.id;
  };
  const kept = { park: 'NO.2', visibility: 'park', title: KEPT, text: KEPT };
  const records = {
    needs: {
      own: await publish(officer, 'needs', need(enterprises[0])),
      network: await publish(foreignOfficer, 'needs', need(enterprises[1], { park: 'NO.2' })),
      elsewhere: await publish(foreignOfficer, 'needs', need(enterprises[1], kept)),
    },
    projects: {
      own: await publish(officer, 'projects', project({ organisation: enterprises[0] })),
      network: await publish(
        foreignOfficer,
        'projects',
        project({ park: 'NO.2', organisation: enterprises[1] }),
      ),
      elsewhere: await publish(
        foreignOfficer,
        'projects',
        project({ ...kept, organisation: enterprises[1] }),
      ),
    },
    talents: {
      own: await publish(
        officer,
        'talents',
        profile({ park: 'NO.1', name: '甲某某', contact: { phone: '13811112222' } }),
      ),
      network: await publish(foreignOfficer, 'talents', profile({})),
      elsewhere: await publish(
        foreignOfficer,
        'talents',
        profile({ visibility: 'park', text: KEPT, employer: KEPT, name: `${KEPT}某` }),
      ),
    },
  };
  await days.database.as(SYSTEM, async (tx) => {
    const owner = (table: string, id: string, { userId }: Client) =>
      tx.query(`UPDATE ${table} SET owner_user_id = $2 WHERE id = $1`, [id, userId]);
    await owner('projects', records.projects.own, callers['project-owner']);
    await owner('talents', records.talents.own, callers.talent);
    await tx.query(
      'UPDATE users SET person_id = (SELECT person_id FROM talents WHERE id = $2) WHERE id = $1',
      [callers.talent.userId, records.talents.own],
    );
  });
  return records;
}

/** Matches within the own park, between both parks, and within the other; each shared with the demand's enterprise. */
async function fillMatches(
  days: SigningDays,
  { projects }: Records,
): Promise<Record<'matches' | 'shares', Ids>> {
  const { officer, foreignOfficer, enterprises } = days;
  const pairOf = async (client: Client, park: string, organisation: string, supplyId: string) => {
    const input = need(organisation, { park, visibility: 'park', title: park === 'NO.2' ? KEPT : '密封件' });
    const draft = bodyOf<{ id: string; version: number }>(await client.post('/needs', input).expect(201));
    await move(client, 'needs', draft, 'publish').expect(200);
    return shortlisted(client, { demandId: draft.id, supplyId });
  };
  const share = async (client: Client, match: MatchView) =>
    bodyOf<MatchView>(await command(client, match, 'share').expect(200));
  const [ours, theirs] = enterprises;
  const own = await share(officer, await pairOf(officer, 'NO.1', ours, projects.own));
  const revoked = await share(officer, await pairOf(officer, 'NO.1', ours, projects.own));
  const shared = await pairOf(foreignOfficer, 'NO.2', theirs, projects.network ?? '');
  await days.database.as(SYSTEM, (tx) =>
    tx.query('UPDATE matches SET supply_park_id = $2 WHERE id = $1', [shared.id, days.parks['NO.1']]),
  );
  const elsewhere = await share(
    foreignOfficer,
    await pairOf(foreignOfficer, 'NO.2', theirs, projects.elsewhere),
  );
  const received = async (client: Client, match: MatchView) =>
    bodyOf<{ items: ReceivedShareView[] }>(await client.get('/shares').expect(200)).items.find(
      ({ demand }) => demand?.id === match.demand?.id,
    )?.id;
  const shares = {
    own: await received(days.enterprise, own),
    revoked: await received(days.enterprise, revoked),
    elsewhere: await received(days.foreignEnterprise, elsewhere),
  };
  await command(officer, revoked, 'share/withdraw').expect(200);
  await foreignOfficer
    .post(`/matches/${elsewhere.id}/contacts`, { how: 'phone', result: 'interested', note: KEPT })
    .expect(201);
  return {
    matches: { own: own.id, shared: shared.id, elsewhere: elsewhere.id },
    shares,
  };
}

/** A shortlist of one for each need, as the worker's login would have written it. */
async function fillShortlists({ server }: SigningDays, needs: Ids, supplyId: string): Promise<void> {
  const administrator = new PostgresClient({ connectionString: server.database.superuserUrl });
  await administrator.connect();
  await administrator
    .query(
      `INSERT INTO shortlists (demand_id, pair_kind, demand_version, demand_park_id, demand_organisation_id, model,
         generation, supply_ids, supply_versions, scores, parts)
       SELECT id, 'tech-project', version, park_id, organisation_id, (SELECT max(version) FROM match_models), 1,
         ARRAY[$2::uuid], '{1}', '{0.5}', '{1,1,1,1}' FROM needs WHERE id = ANY ($1)`,
      [Object.values(needs), supplyId],
    )
    .finally(() => administrator.end());
}

/** The persons behind the talents. */
const personsOf = (days: SigningDays, talents: Ids): Promise<Ids> =>
  days.database.as(SYSTEM, async (tx) => {
    const rows = await tx.query<{ id: string; person: string }[]>(
      'SELECT id, person_id AS person FROM talents',
    );
    const persons = new Map(rows.map(({ id, person }) => [id, person]));
    return Object.fromEntries(Object.entries(talents).map(([relation, id]) => [relation, persons.get(id)]));
  });

/** An id that nothing has. */
export const NOWHERE = newId();
