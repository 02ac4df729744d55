import { newId } from '../../src/common/ids';
import type { AlertView } from '../../src/notifications/alerts/alert.schema';
import type { NoticeSettingsView } from '../../src/notifications/mail/notice-settings.schema';
import type { NoticeView } from '../../src/notifications/notices/notice.schema';
import { signatureOf } from '../../src/notifications/webhooks/message';
import type { DeliveryView, WebhookView } from '../../src/notifications/webhooks/webhook.schema';
import { bodyOf, move, technologyNeed } from '../records/park-life';
import type { Client } from '../support/test-app';
import { type NoticeLife, startNoticeLife } from './notice-life';

let life: NoticeLife;
beforeAll(async () => {
  life = await startNoticeLife();
});
afterAll(() => life.close());

const notices = async (client: Client): Promise<NoticeView[]> =>
  bodyOf<{ items: NoticeView[] }>(await client.get('/notices?unread=true').expect(200)).items;
const texts = async (client: Client) => (await notices(client)).map(({ text }) => text);
const readAll = async (...clients: Client[]) => {
  for (const client of clients) await client.post('/notices/read', {}).expect(200);
};
const submitted = async () => {
  const draft = bodyOf<{ id: string; version: number; code: string }>(
    await life.enterprise.post('/needs', technologyNeed({ organisation: life.enterprises[0] })).expect(201),
  );
  return bodyOf<typeof draft>(await move(life.enterprise, 'needs', draft, 'submit').expect(200));
};
const settle = (client: Client, over: object) =>
  client.put('/notice-settings', { mail: 'off', muted: [], locale: 'zh-CN', ...over });
const webhook = async (over: object = {}, client = life.manager) =>
  bodyOf<WebhookView>(
    await client
      .post('/webhooks', {
        name: '园区系统',
        format: 'standard',
        url: 'https://1.1.1.1/hook',
        events: ['need-submitted'],
        ...over,
      })
      .expect(201),
  );
const deliveriesOf = async ({ id }: WebhookView) =>
  bodyOf<{ items: DeliveryView[] }>(await life.manager.get(`/webhooks/${id}/deliveries`).expect(200)).items;

describe('notices', () => {
  it('tell the park what waits, and the enterprise what became of it, each in their language', async () => {
    const need = await submitted();
    await life.work();
    expect(await texts(life.officer)).toEqual([`需求 ${need.code} 等待审核。`]);
    expect(await texts(life.lead)).toEqual([`需求 ${need.code} 等待审核。`]);
    expect(await texts(life.foreignOfficer)).toEqual([]);
    expect(await texts(life.enterprise)).toEqual([]);
    await move(life.officer, 'needs', need, 'publish').expect(200);
    await life.work();
    const [told] = await notices(life.enterprise);
    expect(told).toMatchObject({ event: 'need-published', about: { kind: 'need', id: need.id } });
    const english = await life.enterprise.get('/notices').set('Accept-Language', 'en').expect(200);
    expect(bodyOf<{ items: NoticeView[] }>(english).items[0]?.text).toBe(`Need ${need.code} was published.`);
    expect(await texts(life.foreignEnterprise)).toEqual([]);
  });

  it('are told once however often the job runs, are read once, and only by their reader', async () => {
    await readAll(life.officer, life.lead);
    await submitted();
    await life.work();
    await life.work();
    const [notice, ...more] = await notices(life.officer);
    expect(more).toEqual([]);
    const left = await life.foreignOfficer.post('/notices/read', { ids: [notice?.id] }).expect(200);
    expect(left.body).toEqual({ unread: 0 });
    expect(await notices(life.officer)).toHaveLength(1);
    expect((await life.officer.post('/notices/read', { ids: [notice?.id] }).expect(200)).body).toEqual({
      unread: 0,
    });
    expect(await notices(life.officer)).toEqual([]);
  });

  it('are not told to those who do not want them', async () => {
    await readAll(life.officer, life.lead);
    await settle(life.lead, { muted: ['need-submitted'] }).expect(200);
    await submitted();
    await life.work();
    expect(await notices(life.lead)).toEqual([]);
    expect(await notices(life.officer)).toHaveLength(1);
    await settle(life.lead, {}).expect(200);
  });
});

describe('mails', () => {
  it('go out at once to who wants that, to an address that nobody can read again', async () => {
    await readAll(life.officer);
    await settle(life.officer, { mail: 'instant' }).expect(422);
    const settings = bodyOf<NoticeSettingsView>(
      await settle(life.officer, { mail: 'instant', email: 'officer@park.example' }).expect(200),
    );
    expect(settings).toMatchObject({ mail: 'instant', hasEmail: true, mailWorks: true });
    expect(JSON.stringify(settings)).not.toContain('park.example');
    const need = await submitted();
    await life.work();
    expect(life.mails).toHaveLength(1);
    expect(life.mails[0]?.to).toEqual(['officer@park.example']);
    const body = Buffer.from(life.mails[0]?.text.split('\r\n\r\n')[1] ?? '', 'base64').toString();
    expect(body).toContain(need.code);
    await settle(life.officer, {}).expect(200);
  });

  it('go out once a day, from eight in the morning, with all that was not read', async () => {
    await readAll(life.officer, life.lead);
    life.mails.length = 0;
    await settle(life.lead, { mail: 'daily', email: 'lead@park.example', locale: 'en' }).expect(200);
    await submitted();
    await submitted();
    await life.work();
    expect(life.mails).toEqual([]);
    await life.digest();
    await life.digest();
    await life.work();
    expect(life.mails).toHaveLength(1);
    expect(life.mails[0]?.text).toContain('2 new');
    await submitted();
    await life.work();
    await life.digest();
    await life.work();
    expect(life.mails).toHaveLength(1);
  });
});

describe('webhooks', () => {
  it('are called as Standard Webhooks says, with nothing but what it is about', async () => {
    const hook = await webhook();
    const need = await submitted();
    await life.work();
    const [call, ...more] = life.calls;
    expect(more).toEqual([]);
    expect(call?.body).toMatchObject({
      type: 'need.submitted',
      data: { id: need.id, code: need.code, park: 'NO.1' },
    });
    const id = String(call?.headers['webhook-id']);
    const seconds = Number(call?.headers['webhook-timestamp']);
    expect(call?.headers['webhook-signature']).toBe(
      signatureOf(hook.secret ?? '', id, seconds, call?.text ?? ''),
    );
    expect(await deliveriesOf(hook)).toMatchObject([{ id, attempts: 1, status: 200, error: null }]);
    const [listed] = bodyOf<WebhookView[]>(await life.manager.get('/webhooks').expect(200));
    expect(listed).toMatchObject({ host: '1.1.1.1' });
    expect(listed).not.toHaveProperty('secret');

    // The same message under the same id.
    await life.manager.post(`/webhooks/${hook.id}/deliveries/${id}/replay`).expect(201);
    await life.work();
    expect(life.calls.map(({ headers }) => headers['webhook-id'])).toEqual([id, id]);
    await life.manager.delete(`/webhooks/${hook.id}`).expect(204);
  });

  it('are tried again when they fail, and a robot that says no has failed', async () => {
    life.calls.length = 0;
    const hook = await webhook({ format: 'wecom', url: 'https://1.1.1.1/send?key=k' });
    life.answer.text = '{"errcode":45009,"errmsg":"api freq out of limit"}';
    await submitted();
    await life.work();
    expect(await deliveriesOf(hook)).toMatchObject([{ attempts: 1, error: 'refused', deliveredAt: null }]);
    life.answer.text = '{"errcode":0,"errmsg":"ok"}';
    await life.asWorker((tx) => tx.query('UPDATE outbox SET due_at = now() WHERE done_at IS NULL'));
    await life.work();
    expect(await deliveriesOf(hook)).toMatchObject([{ attempts: 2, error: null }]);
    expect(life.calls[1]?.body).toMatchObject({ msgtype: 'text' });
    await life.manager.patch(`/webhooks/${hook.id}`, 1, { enabled: false }).expect(200);
    await submitted();
    await life.work();
    expect(life.calls).toHaveLength(2);
  });

  it('are a lead’s for their own park, and nobody else’s', async () => {
    await life.lead
      .post('/webhooks', {
        name: 'x',
        format: 'standard',
        url: 'https://1.1.1.1/',
        events: ['need-submitted'],
      })
      .expect(403);
    const own = await webhook({ park: 'NO.1' }, life.lead);
    expect(bodyOf<WebhookView[]>(await life.lead.get('/webhooks').expect(200))).toMatchObject([
      { id: own.id },
    ]);
    await life.officer.get('/webhooks').expect(403);
    for (const url of ['https://127.0.0.1/', 'https://localhost/', 'https://2.2.2.2/']) {
      const body = { name: 'x', format: 'standard', url, events: ['need-submitted'] };
      expect(bodyOf(await life.manager.post('/webhooks', body).expect(422)).code).toBe('OUTBOUND.ADDRESS');
    }
  });
});

describe('an alert', () => {
  const shortlist = (demand: string, generation: number, entries: [string, number][]) =>
    life.asWorker((tx) =>
      tx.query(
        `INSERT INTO shortlists (demand_id, pair_kind, demand_version, demand_park_id, model, generation, supply_ids,
           supply_versions, scores, parts, updated_at)
         VALUES ($1, 'tech-project', 1, $2, (SELECT max(version) FROM match_models), $3, $4, $5, $6, $7, now())
         ON CONFLICT (demand_id, pair_kind) DO UPDATE SET generation = excluded.generation,
           supply_ids = excluded.supply_ids, supply_versions = excluded.supply_versions, scores = excluded.scores,
           parts = excluded.parts`,
        [
          demand,
          life.parks['NO.1'],
          generation,
          entries.map(([id]) => id),
          entries.map(() => 1),
          entries.map(([, score]) => score),
          entries.flatMap(() => [0, 0, 0, 0]),
        ],
      ),
    );

  it('tells of what arrives above its score, once, and not of what was there', async () => {
    await readAll(life.officer);
    const need = await submitted();
    await move(life.officer, 'needs', need, 'publish').expect(200);
    const [known, weak, fresh] = [newId(), newId(), newId()];
    await shortlist(need.id, 1, [[known, 90]]);
    const [alert] = bodyOf<AlertView[]>(
      await life.officer.post('/match-alerts', { pairKind: 'tech-project', demand: need.id }).expect(201),
    );
    expect(alert).toMatchObject({ code: need.code, minScore: 80 });
    await readAll(life.officer);
    await life.look();
    expect(await notices(life.officer)).toEqual([]);
    await shortlist(need.id, 2, [
      [known, 91],
      [fresh, 85],
      [weak, 60],
    ]);
    await life.look();
    await life.look();
    expect(await notices(life.officer)).toMatchObject([
      { text: `需求 ${need.code} 新增 1 个 80 分以上的匹配。`, about: { kind: 'need', id: need.id } },
    ]);
    await life.foreignOfficer
      .post('/match-alerts', { pairKind: 'tech-project', demand: need.id })
      .expect(404);
    await life.lead.delete(`/match-alerts/${alert?.id}`).expect(404);
    expect((await life.officer.delete(`/match-alerts/${alert?.id}`).expect(200)).body).toEqual([]);
  });
});
