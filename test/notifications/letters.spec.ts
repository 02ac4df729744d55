import { SYSTEM } from '../../src/common/actor';
import { FollowUpService } from '../../src/events/follow-ups/follow-up.service';
import type { GuestView } from '../../src/events/guests/guest.schema';
import type { SessionView } from '../../src/events/sessions/session.schema';
import type { LettersView } from '../../src/notifications/letters/letter.schema';
import type { NoticeView } from '../../src/notifications/notices/notice.schema';
import { Database } from '../../src/platform/database/database';
import { bodyOf } from '../records/park-life';
import { newActivity } from '../signings/signing-days';
import type { Client } from '../support/test-app';
import { type NoticeLife, startNoticeLife } from './notice-life';

let life: NoticeLife;
let organiser: Client;
let session: SessionView;
let guests: Record<'host' | 'visitor' | 'silent' | 'expert', GuestView>;
let talent: { id: string; person: string };

const at = (path = '') => `/activity-sessions/${session.id}${path}`;
const look = async (client: Client, query = '') =>
  bodyOf<LettersView>(await client.get(at(`/letters${query}`)).expect(200));
const send = (client: Client, who: GuestView[], over: object = {}) =>
  client.post(at('/letters'), { guests: who.map(({ id }) => id), ...over });
const statesIn = ({ guests: listed }: LettersView) =>
  Object.fromEntries(listed.map(({ label, state, reason }) => [label, reason ?? state]));
const textOf = ({ text }: { text: string }) => {
  const [head = '', ...paragraphs] = text.split('\r\n\r\n');
  const body = paragraphs.join('\r\n\r\n');
  if (head.includes('base64')) return Buffer.from(body, 'base64').toString();
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
};
const sql = <T>(text: string, params: unknown[] = []) =>
  life.server.app.get(Database).as(SYSTEM, (tx) => tx.query<T[]>(text, params));

beforeAll(async () => {
  life = await startNoticeLife({ PUBLIC_URL: 'https://match.example.cn', SECOND_FACTOR: 'off' });
  const { server, officer } = life;
  const activity = await newActivity(server.app.get(Database));
  organiser = await server.signIn({ role: 'organiser', activityIds: [activity] });
  const day = { activity, title: '密封技术对接会', heldOn: '2022-06-20', venue: '太原会展中心', tables: 2 };
  session = bodyOf(
    await organiser
      .post('/activity-sessions', { ...day, slots: [{ from: '09:00', to: '09:30' }] })
      .expect(201),
  );
  const made = bodyOf<{ id: string }>(
    await officer
      .post('/talents', {
        park: 'NO.1',
        name: '孙三',
        text: '聚氨酯密封件。',
        tier: 'professional',
        tags: [],
      })
      .expect(201),
  );
  const [row] = await sql<{ person_id: string }>('SELECT person_id FROM talents WHERE id = $1', [made.id]);
  talent = { id: made.id, person: row?.person_id ?? '' };
  const invited = bodyOf<GuestView[]>(
    await organiser
      .post(at('/guests'), {
        guests: [
          { side: 'host', label: '甲公司', details: { name: '赵一', email: 'zhao@jia.example' } },
          { side: 'visitor', label: '乙所', details: { name: '钱二', email: 'qian@yi.example' } },
          { side: 'attending', label: '丙协会', details: { name: '李四', phone: '13800000004' } },
        ],
      })
      .expect(201),
  );
  const [expert] = bodyOf<GuestView[]>(
    await officer
      .post(at('/guests'), {
        guests: [
          {
            side: 'visitor',
            label: '孙三',
            talents: [talent.id],
            details: { name: '孙三', email: 'sun@expert.example' },
          },
        ],
      })
      .expect(201),
  );
  const [host, visitor, silent] = invited;
  guests = { host, visitor, silent, expert } as typeof guests;
});
afterAll(() => life.close());

describe('invitations', () => {
  it('are looked at first: the words, who can be written to, and why others cannot', async () => {
    const seen = await look(organiser);
    expect(seen).toMatchObject({ works: true, ready: 2, subject: '邀请函：密封技术对接会' });
    expect(seen.text).toContain('时间：2022-06-20 09:00–09:30\n地点：太原会展中心');
    expect(statesIn(seen)).toEqual({
      甲公司: 'ready',
      乙所: 'ready',
      丙协会: 'no-address',
      孙三: 'no-consent',
    });
    expect((await look(organiser, '?locale=en')).subject).toBe('Invitation: 密封技术对接会');
    expect(JSON.stringify(await look(life.auditor))).not.toMatch(/@|invitation\/\w{8}-/);
    expect(statesIn(await look(life.officer))).toEqual({ 孙三: 'no-consent' });
    expect((await look(life.foreignOfficer)).guests).toEqual([]);
    expect(life.mails).toEqual([]);
  });

  it('go once to each, with the link to answer by, and nowhere else', async () => {
    const sent = bodyOf<LettersView>(
      await send(organiser, [guests.host, guests.visitor, guests.silent]).expect(200),
    );
    expect(statesIn(sent)).toMatchObject({ 甲公司: 'waiting', 乙所: 'waiting', 丙协会: 'no-address' });
    const jobs = await sql("SELECT payload FROM outbox WHERE job = 'send-letter'");
    expect(JSON.stringify(jobs)).not.toMatch(/@|甲公司/);
    const again = await send(organiser, [guests.host]).expect(422);
    expect(bodyOf(again).code).toBe('LETTER.NOBODY');
    await life.work();
    await life.work();
    expect(life.mails.map(({ to }) => to[0]).sort()).toEqual(['qian@yi.example', 'zhao@jia.example']);
    const mail = life.mails.find(({ to }) => to[0] === 'zhao@jia.example')!;
    const link = /https:\/\/match\.example\.cn(\/invitation\/(\S+))\?reply=accepted/.exec(textOf(mail));
    await life.server.anonymous().get(`/api/v1/invitations/${link?.[2]}`).expect(200);
    const seen = await look(organiser);
    expect(statesIn(seen)).toMatchObject({ 甲公司: 'sent', 乙所: 'sent' });
    expect(seen.guests.find(({ label }) => label === '甲公司')?.at).not.toBeNull();
    const stored = await sql<{ row: string }>('SELECT l::text AS row FROM session_letters l');
    expect(JSON.stringify(stored)).not.toContain('example');
  });

  it('ask again before they go: a reply, a new address or a consent taken back in between holds them', async () => {
    life.mails.length = 0;
    await sql(
      `INSERT INTO consents (id, person_id, purpose, text_version, basis, given_at)
       VALUES (gen_random_uuid(), $1, 'contact', '1', 'signed', now())`,
      [talent.person],
    );
    await send(life.foreignOfficer, [guests.expert]).expect(422);
    await send(life.officer, [guests.expert]).expect(200);
    await sql('UPDATE consents SET withdrawn_at = now() WHERE person_id = $1', [talent.person]);
    await life.work();
    expect(life.mails).toEqual([]);
    const [letter] = await sql<{ state: string; reason: string }>(
      'SELECT state, reason FROM session_letters WHERE guest_id = $1',
      [guests.expert.id],
    );
    expect(letter).toEqual({ state: 'withheld', reason: 'no-consent' });
  });
});

describe('reminders', () => {
  const holdOn = (day: string) =>
    sql('UPDATE activity_sessions SET held_on = $2 WHERE id = $1', [session.id, day]);
  const accept = (guest: GuestView) =>
    life.server
      .anonymous()
      .post(`/api/v1/invitations/${guest.token}/reply`)
      .send({ reply: 'accepted', details: { name: '赵一' } })
      .expect(200);

  it('go by themselves on the day before, once, to those who come, at the address known', async () => {
    life.mails.length = 0;
    await accept(guests.host);
    await life.remind();
    await life.work();
    expect(life.mails).toEqual([]);
    await holdOn('2022-06-16');
    await life.remind();
    await life.remind();
    await life.work();
    expect(life.mails.map(({ to }) => to)).toEqual([['zhao@jia.example']]);
    expect(textOf(life.mails[0]!)).toContain('您已确认参加“密封技术对接会”');
    const seen = await look(organiser, '?kind=reminder');
    expect(seen.guests.find(({ label }) => label === '甲公司')).toMatchObject({
      state: 'sent',
      byClock: true,
    });
    expect(statesIn(seen)).toMatchObject({ 乙所: 'not-accepted' });
  });

  it('of a talk go to those who follow it up, once for each day', async () => {
    const acts = [guests.host, guests.visitor].map(({ id }) => id);
    await sql(
      `INSERT INTO session_meetings (id, session_id, host_id, visitor_id, slot, table_number, score, strength, talked_at)
       VALUES (gen_random_uuid(), $1, $2, $3, 0, 1, 50, 'strong', now())`,
      [session.id, ...acts],
    );
    await holdOn('2022-06-08');
    const followUps = life.server.app.get(FollowUpService, { strict: false });
    expect([await followUps.raiseDue(), await followUps.raiseDue()]).toEqual([1, 0]);
    await life.work();
    const told = async (client: Client) =>
      bodyOf<{ items: NoticeView[] }>(await client.get('/notices?unread=true').expect(200)).items.map(
        ({ text }) => text,
      );
    expect(await told(organiser)).toEqual(['“密封技术对接会”有洽谈待回访。']);
    expect(await told(life.foreignOfficer)).toEqual([]);
  });
});
