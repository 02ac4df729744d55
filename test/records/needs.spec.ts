import { WORKER } from '../../src/common/actor';
import { NeedService } from '../../src/needs/need.service';
import type { NeedView } from '../../src/needs/need.view';
import { Database } from '../../src/platform/database/database';
import type { Client } from '../support/test-app';
import { bodyOf, move, type ParkLife, startParkLife, technologyNeed } from './park-life';

let life: ParkLife;
beforeAll(async () => {
  life = await startParkLife();
});
afterAll(() => life.server.close());

const post = async (client: Client, over: object = {}): Promise<NeedView> =>
  (await client.post('/needs', technologyNeed(over)).expect(201)).body as NeedView;

const published = async (over: object = {}): Promise<NeedView> => {
  const draft = await post(life.officer, over);
  return (await move(life.officer, 'needs', draft, 'publish').expect(200)).body as NeedView;
};

describe('the life of a need', () => {
  it('goes from the enterprise through the park to publication and its end', async () => {
    let need = await post(life.enterprise);
    expect(need).toMatchObject({
      code: expect.stringMatching(/^需-2022-\d{4}$/) as string,
      status: 'draft',
      organisation: { id: life.enterprises[0], name: '太原甲公司' },
      park: 'NO.1',
      visibility: 'network',
      technology: { budgetMax: 800_000 },
    });
    const steps: [Client, string, object, string][] = [
      [life.enterprise, 'submit', {}, 'submitted'],
      [life.lead, 'return', { reason: '请补充现有基础' }, 'returned'],
      [life.enterprise, 'submit', {}, 'submitted'],
      [life.lead, 'publish', {}, 'published'],
      [life.enterprise, 'close', { closeReason: 'self-solved' }, 'closed'],
      [life.officer, 'archive', {}, 'archived'],
      [life.officer, 'reopen', {}, 'draft'],
    ];
    for (const [client, name, body, status] of steps) {
      need = (await move(client, 'needs', need, name, body).expect(200)).body as NeedView;
      expect(need.status).toBe(status);
    }
    const body = bodyOf(await life.enterprise.get(`/needs/${need.id}/versions`).expect(200));
    expect(body).toMatchObject(
      ['create', ...steps.map(([, name]) => name)].map((action, at) => ({ action, version: at + 1 })),
    );
    expect(body).toMatchObject({ 2: { reason: '请补充现有基础', actorRole: 'park-lead' } });
  });

  it('refuses moves that its status does not allow, with the code that says so', async () => {
    const need = await published();
    const body = bodyOf(await move(life.officer, 'needs', need, 'submit').expect(409));
    expect(body).toMatchObject({ code: 'RECORD.MOVE_REFUSED' });
  });

  it('lets nobody but the park publish', async () => {
    const need = await post(life.enterprise);
    await move(life.enterprise, 'needs', need, 'publish').expect(403);
    await move(life.foreignOfficer, 'needs', need, 'publish').expect(403);
    await move(life.auditor, 'needs', need, 'publish').expect(403);
  });

  it('asks for the reason of a return and a close, at the field', async () => {
    const need = await published();
    const body = bodyOf(await move(life.officer, 'needs', need, 'close').expect(400));
    expect(body).toMatchObject({
      errors: [{ pointer: '/closeReason', code: 'RECORD.CLOSE_REASON_MISSING' }],
    });
  });

  it('knows no other moves', async () => {
    const need = await published();
    await move(life.manager, 'needs', need, 'engage').expect(400);
    await move(life.manager, 'needs', need, 'expire').expect(400);
  });
});

describe('concurrent changes', () => {
  it('refuses a stale version, and a change without one', async () => {
    const need = await published();
    await life.officer.patch(`/needs/${need.id}`, need.version, { title: '改后的标题' }).expect(200);
    const body = bodyOf(
      await life.lead.patch(`/needs/${need.id}`, need.version, { title: '晚到的标题' }).expect(412),
    );
    expect(body).toMatchObject({ code: 'HTTP.STALE' });
    await move(life.lead, 'needs', need, 'withdraw').expect(412);
    await life.lead.post(`/needs/${need.id}/withdraw`, {}).expect(428);
  });

  it('lets exactly one of two editors through', async () => {
    const need = await published();
    const answers = await Promise.all(
      [1, 2, 3, 4].map((n) => life.officer.patch(`/needs/${need.id}`, need.version, { title: `标题${n}` })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
  });

  it('raises the version of the content by an edit, not by a move', async () => {
    const need = await published();
    const read = () =>
      life.server.app.get(Database).as(WORKER, async (tx) => {
        const [found] = await life.server.app
          .get(NeedService, { strict: false })
          .getForMatching([need.id], tx);
        return found?.version;
      });
    expect(await read()).toBe(1);
    await life.officer.patch(`/needs/${need.id}`, need.version, { tags: ['3.1'] }).expect(200);
    expect(await read()).toBe(need.version + 1);
  });
});

describe('input', () => {
  it.each([
    ['an unknown field', { foo: 1 }, '/foo'],
    [
      'an unknown field of the details',
      { technology: { indicators: [], modes: [], foo: 1 } },
      '/technology/foo',
    ],
    ['a budget upside down', { technology: { budgetMin: 2, budgetMax: 1 } }, '/technology/budgetMin'],
    ['a tag that is none', { tags: ['99'] }, '/tags/0'],
    ['a day that is none', { expiresOn: '2022-02-30' }, '/expiresOn'],
    ['a blank title', { title: '  ' }, '/title'],
    ['an unknown park', { park: 'NO.99' }, '/park'],
  ])('refuses %s with a pointer', async (_, over, pointer) => {
    const body = bodyOf(await life.manager.post('/needs', technologyNeed(over)).expect(400));
    expect(body.errors?.map(({ pointer: at }) => at)).toContain(pointer);
  });

  it('refuses details of the other kind', async () => {
    const need = await post(life.officer);
    const hiring = { headcount: 1, tier: 'other', engagement: ['full-time'] };
    const body = bodyOf(await life.officer.patch(`/needs/${need.id}`, need.version, { hiring }).expect(400));
    expect(body).toMatchObject({ errors: [{ pointer: '/hiring', code: 'NEED.KIND_FIXED' }] });
  });

  it('sends back a hiring need that demands what the law protects', async () => {
    const { technology: _technology, ...shared } = technologyNeed();
    const hiring = { headcount: 2, tier: 'skilled-worker', engagement: ['full-time'], benefits: '限男性' };
    const input = { ...shared, kind: 'hiring', text: '数控机床操作，年龄35周岁以下', hiring };
    const body = bodyOf(await life.enterprise.post('/needs', input).expect(422));
    expect(body).toMatchObject({
      code: 'NEED.PROTECTED_WISH',
      errors: [
        { pointer: '/text', code: 'NEED.WISH_AGE' },
        { pointer: '/hiring/benefits', code: 'NEED.WISH_SEX' },
      ],
    });
  });
});

/** Last: it moves the clock, which ends the sessions of the others. */
describe('screening', () => {
  it('tells the enterprise who looks its need through, until when, and the answer', async () => {
    const { server, parks, enterprises } = life;
    const draft = await post(life.enterprise, { title: '送审的需求' });
    expect(draft.screening).toBeNull();
    const seenBy = async (client: Client) =>
      (await client.get(`/needs/${draft.id}`).expect(200)).body as NeedView;
    await move(life.enterprise, 'needs', draft, 'submit').expect(200);
    const submitted = await seenBy(life.enterprise);
    expect(submitted.screening).toEqual({
      submittedAt: server.clock.now().toISOString(),
      answerDueOn: '2022-06-20',
      acceptedAt: null,
      handler: null,
      daysLeft: 3,
    });
    await move(life.enterprise, 'needs', submitted, 'accept').expect(403);
    await move(life.officer, 'needs', submitted, 'accept').expect(200);
    const { name } = bodyOf<{ user: { name: string } }>(await life.officer.get('/session').expect(200)).user;
    expect((await seenBy(life.enterprise)).screening).toMatchObject({ handler: name });

    server.clock.forward({ days: 6 });
    const officer = await server.signIn({ role: 'officer', parkIds: [parks['NO.1'] ?? ''] });
    const enterprise = await server.signIn({ role: 'enterprise', organisationId: enterprises[0] });
    const waiting = async (screening: string) => {
      const { items } = bodyOf<{ items: NeedView[] }>(
        await officer.get(`/needs?screening=${screening}&sort=answer`).expect(200),
      );
      return items.some(({ id }) => id === draft.id);
    };
    expect([await waiting('waiting'), await waiting('accepted'), await waiting('overdue')]).toEqual([
      false,
      true,
      true,
    ]);
    const overdue = await seenBy(enterprise);
    expect(overdue.screening?.daysLeft).toBe(-1);
    await move(officer, 'needs', overdue, 'decline').expect(400);
    await move(officer, 'needs', overdue, 'decline', { reason: '与已发布的需求相同' }).expect(200);
    expect(await seenBy(enterprise)).toMatchObject({
      status: 'closed',
      closeReason: 'no-match',
      returnReason: '与已发布的需求相同',
      screening: { daysLeft: null, handler: name },
    });
  });
});
