import { WORKER } from '../../src/common/actor';
import { newId } from '../../src/common/ids';
import { Database } from '../../src/platform/database/database';
import { ProjectService } from '../../src/projects/project.service';
import type { ProjectView } from '../../src/projects/project.view';
import type { Client } from '../support/test-app';
import { bodyOf, move, type ParkLife, startParkLife } from './park-life';

let life: ParkLife;
let owner: Client;
beforeAll(async () => {
  life = await startParkLife();
  owner = await life.server.signIn({ role: 'project-owner' });
});
afterAll(() => life.server.close());

const input = (over: object = {}) => ({
  park: 'NO.1',
  origin: 'university',
  stage: 'pilot',
  title: '碳化硅衬底激光剥离',
  text: '用激光在碳化硅晶锭内部形成改质层后剥离。',
  tags: ['3.5'],
  patents: [{ kind: 'invention', number: 'ZL202010000001.2' }],
  trl: 6,
  investment: 20_000_000,
  modes: ['transfer', 'equity'],
  ...over,
});
const post = async (client: Client, over: object = {}): Promise<ProjectView> =>
  bodyOf<ProjectView>(await client.post('/projects', input(over)).expect(201));
const publish = async (over: object = {}): Promise<ProjectView> =>
  bodyOf<ProjectView>(
    await move(life.officer, 'projects', await post(life.officer, over), 'publish').expect(200),
  );

describe('a project', () => {
  it('is kept by its owner and published by the park', async () => {
    const project = await post(owner);
    expect(project).toMatchObject({
      code: expect.stringMatching(/^项-2022-/) as string,
      trl: 6,
      stage: 'pilot',
    });
    await move(owner, 'projects', project, 'publish').expect(403);
    const submitted = bodyOf<ProjectView>(await move(owner, 'projects', project, 'submit').expect(200));
    await move(life.lead, 'projects', submitted, 'publish').expect(200);

    const stranger = await life.server.signIn({ role: 'project-owner' });
    await stranger.get(`/projects/${project.id}`).expect(404);
    await stranger.patch(`/projects/${project.id}`, 3, { trl: 9 }).expect(404);
  });

  it('keeps what a change leaves out, and loses what it takes away', async () => {
    const project = await publish();
    const edited = bodyOf<ProjectView>(
      await life.officer
        .patch(`/projects/${project.id}`, project.version, { trl: null, fundingWanted: 5_000_000 })
        .expect(200),
    );
    expect(edited).toMatchObject({
      fundingWanted: 5_000_000,
      investment: 20_000_000,
      modes: ['transfer', 'equity'],
    });
    expect(edited).not.toHaveProperty('trl');
  });

  it('hides with its organisation the patents that lead to it, and with its text all words', async () => {
    const hidden = await publish({ confidentiality: 'hide-organisation', organisation: life.enterprises[0] });
    const seen = bodyOf<ProjectView>(await life.foreignOfficer.get(`/projects/${hidden.id}`).expect(200));
    expect(seen).toMatchObject({ title: hidden.title, organisation: null, investment: 20_000_000 });
    expect(seen).not.toHaveProperty('patents');

    const kept = await publish({
      confidentiality: 'park-only',
      visibility: 'network',
      expertsWanted: '激光专家',
    });
    const summary = bodyOf<ProjectView>(await life.foreignOfficer.get(`/projects/${kept.id}`).expect(200));
    expect(summary).toMatchObject({ title: kept.code, text: '', trl: 6, modes: ['transfer', 'equity'] });
    for (const name of ['expertsWanted', 'investment', 'patents']) expect(summary).not.toHaveProperty(name);
  });

  it('is listed by stage and origin', async () => {
    const lab = await publish({ stage: 'lab', origin: 'institute', title: '唯一的小试' });
    const found = await life.officer.get('/projects?stage=lab&origin=institute').expect(200);
    expect(bodyOf<{ items: ProjectView[] }>(found).items.map(({ id }) => id)).toEqual([lab.id]);
  });
});

describe('what matching is told', () => {
  const jobsOf = (id: string) =>
    life.server.app.get(Database).as(WORKER, async (tx) => {
      const jobs = await tx.query<unknown[]>(
        `SELECT FROM outbox WHERE job = 'match-record' AND payload ->> 'id' = $1`,
        [id],
      );
      return jobs.length;
    });

  it('is every change of what is matched, and nothing of a draft', async () => {
    let project = await post(life.officer);
    project = bodyOf<ProjectView>(
      await life.officer.patch(`/projects/${project.id}`, project.version, { title: '草稿改题' }).expect(200),
    );
    expect(await jobsOf(project.id)).toBe(0);
    project = bodyOf<ProjectView>(await move(life.officer, 'projects', project, 'publish').expect(200));
    expect(await jobsOf(project.id)).toBe(1);
    project = bodyOf<ProjectView>(
      await life.officer.patch(`/projects/${project.id}`, project.version, { trl: 8 }).expect(200),
    );
    expect(await jobsOf(project.id)).toBe(2);
    await life.officer.patch(`/projects/${project.id}`, 1, { trl: 9 }).expect(412);
    expect(await jobsOf(project.id)).toBe(2);
    await move(life.officer, 'projects', project, 'withdraw').expect(200);
    expect(await jobsOf(project.id)).toBe(3);
  });
});

describe('a project that is not there', () => {
  it('is not found, whatever is asked of it', async () => {
    const id = newId();
    await life.manager.get(`/projects/${id}`).expect(404);
    await life.manager.patch(`/projects/${id}`, 1, { trl: 1 }).expect(404);
    await life.manager.get('/projects/1').expect(400);
  });
});

describe('the last day', () => {
  it('must not have passed when a project is published', async () => {
    const project = await post(life.officer, { expiresOn: '2022-06-14' });
    const refused = await move(life.officer, 'projects', project, 'publish').expect(422);
    expect(bodyOf(refused)).toMatchObject({ code: 'RECORD.EXPIRED' });
  });

  it('is the last on which it is matched; pages hold every matched record once and no other', async () => {
    const [shown, lastDay, withdrawn] = [
      await publish(),
      await publish({ expiresOn: '2022-06-15' }),
      await publish(),
    ];
    const draft = await post(life.officer);
    await move(life.officer, 'projects', withdrawn, 'withdraw').expect(200);
    const service = life.server.app.get(ProjectService, { strict: false });
    const matched = async (): Promise<string[]> => {
      const seen: string[] = [];
      for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
        const page = await life.server.app
          .get(Database)
          .as(WORKER, (tx) => service.listMatchable(after, 2, tx));
        seen.push(...page.map(({ id }) => id));
        const last = page.at(-1);
        if (!last) return seen;
        after = last.id;
      }
    };
    const today = await matched();
    expect(today).toEqual(expect.arrayContaining([shown.id, lastDay.id]));
    expect(today).not.toContain(draft.id);
    expect(today).not.toContain(withdrawn.id);
    expect(new Set(today).size).toBe(today.length);
    life.server.clock.forward({ days: 1 });
    expect(await matched()).toEqual(today.filter((id) => id !== lastDay.id));
  });
});
