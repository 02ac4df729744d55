import { SYSTEM } from '../../src/common/actor';
import { EventsModule } from '../../src/events/events.module';
import type { BriefView } from '../../src/events/brief/brief.schema';
import { FollowUpService } from '../../src/events/follow-ups/follow-up.service';
import type { FollowUpView } from '../../src/events/follow-ups/follow-up.schema';
import type { GuestView, InvitationView, SignInAnswer } from '../../src/events/guests/guest.schema';
import type { MeetingView, TimetableView } from '../../src/events/meetings/meeting.schema';
import type { SessionView } from '../../src/events/sessions/session.schema';
import { FirstModel } from '../../src/matching/models/first-model';
import type { MatchView } from '../../src/matching/review/match.view';
import { bodyOf, move, technologyNeed } from '../records/park-life';
import { type SigningDays, startSigningDays } from '../signings/signing-days';
import type { Client } from '../support/test-app';
import { forkAsTypescript } from '../support/typescript-children';
import { TimetablePlanner } from '../../src/events/meetings/timetable-planner';
import { planMeetings } from '../../src/events/timetable/plan-meetings';
import { seededEvent } from '../../bench/meetings/seeded-event';

let days: SigningDays;
let organiser: Client;
let otherOrganiser: Client;
let session: SessionView;

const SLOTS = [
  { from: '09:00', to: '09:30' },
  { from: '09:30', to: '10:00' },
];
const at = (path = '') => `/activity-sessions/${session.id}${path}`;
const guestsOf = async (client: Client) => bodyOf<GuestView[]>(await client.get(at('/guests')).expect(200));
const invite = async (client: Client, guest: object, walkIn = false) =>
  bodyOf<GuestView[]>(await client.post(at('/guests'), { guests: [guest], walkIn }).expect(201))[0]!;
const reply = (client: Client, guest: GuestView, body: object) =>
  client.post(at(`/guests/${guest.id}/reply`), body).set('If-Match', `"${guest.version}"`);
const publish = async (client: Client, path: string, input: object) => {
  const draft = bodyOf<{ id: string; version: number }>(await client.post(`/${path}`, input).expect(201));
  await move(client, path, draft, 'publish').expect(200);
  return draft.id;
};

beforeAll(async () => {
  forkAsTypescript();
  days = await startSigningDays(EventsModule);
  await days.server.app.get(FirstModel, { strict: false }).ensure([]);
  const activity = await days.activity();
  organiser = await days.server.signIn({ role: 'organiser', activityIds: [activity] });
  otherOrganiser = await days.server.signIn({ role: 'organiser', activityIds: [await days.activity()] });
  const input = {
    activity,
    title: '密封技术对接会',
    heldOn: '2022-06-20',
    slots: SLOTS,
    tables: 2,
    meetingLimit: 2,
  };
  session = bodyOf<SessionView>(await organiser.post('/activity-sessions', input).expect(201));
});
afterAll(() => days.server.close());

describe('a session', () => {
  it('belongs to its organiser; parks see it, another organiser does not', async () => {
    expect(session).toMatchObject({ runs: true, activity: { number: 1 }, version: 1 });
    await otherOrganiser.get(at()).expect(404);
    await otherOrganiser.get(at('/guests')).expect(404);
    expect(bodyOf<SessionView>(await days.officer.get(at()).expect(200)).runs).toBe(false);
    await days.officer.patch(at(), 1, { tables: 5 }).expect(403);
    await days.enterprise.get(at()).expect(403);
    const bad = { slots: [SLOTS[1], SLOTS[0]] };
    await organiser.patch(at(), 1, bad).expect(400);
    await otherOrganiser
      .post('/activity-sessions', { activity: session.activity.id, title: '他人', heldOn: '2022-06-20' })
      .expect(403);
  });

  it('keeps who comes encrypted, and from whoever did not invite them', async () => {
    const details = { name: '赵一鸣', post: '总工', phone: '138 1234 5678' };
    const guest = await invite(days.officer, { side: 'host', label: '甲公司', details });
    expect(guest).toMatchObject({ details, park: 'NO.1', reply: 'invited', presence: 'expected' });
    expect((await guestsOf(organiser)).map(({ details: known }) => known?.name)).toEqual(['赵一鸣']);
    expect((await guestsOf(days.auditor)).map((one) => [one.details, one.token])).toEqual([[null, null]]);
    expect(await guestsOf(days.foreignOfficer)).toEqual([]);
    const [row] = await days.database.as(SYSTEM, (tx) =>
      tx.query<{ row: string }[]>('SELECT g::text AS row FROM session_guests g'),
    );
    expect(row?.row).not.toMatch(/赵一鸣|5678/);
    await organiser.delete(at(`/guests/${guest.id}`)).expect(204);
    expect(await guestsOf(organiser)).toEqual([]);
  });

  it('is answered by the link of the invitation, without an account, until the day', async () => {
    const guest = await invite(organiser, { side: 'visitor', label: '先锋材料' });
    const link = `/api/v1/invitations/${guest.token}`;
    const invitation = bodyOf<InvitationView>(await days.server.anonymous().get(link).expect(200));
    expect(invitation).toMatchObject({ label: '先锋材料', reply: 'invited', open: true });
    const answer = { reply: 'accepted', details: { name: '钱二' }, pitches: true, away: [1] };
    await days.server.anonymous().post(`${link}/reply`).send(answer).expect(200);
    expect(await guestsOf(organiser)).toMatchObject([{ reply: 'accepted', pitches: true, away: [1] }]);
    const forged = `/api/v1/invitations/${guest.id}.AAAA`;
    await days.server.anonymous().get(forged).expect(404);
    await organiser.delete(at(`/guests/${guest.id}`)).expect(204);
    await days.server.anonymous().get(link).expect(404);
  });
});

describe('planning', () => {
  const shape = { hosts: 40, visitors: 40, slots: 8, tables: 20, limit: 6, presence: 0.7, density: 0.5 };
  const task = seededEvent(1, shape);

  it('goes on elsewhere while the server answers others, and comes to the same timetable', async () => {
    let planned = false;
    const made = new TimetablePlanner().plan({ task }).finally(() => (planned = true));
    let turns = 0;
    for (; !planned; turns += 1) await new Promise(setImmediate);
    const { meetings, total, upperBound } = planMeetings(task);
    expect(await made).toMatchObject({ meetings, total, upperBound });
    expect(turns).toBeGreaterThan(100);
  });

  it('is given up when nobody waits for it any more', async () => {
    const left = new AbortController();
    const made = new TimetablePlanner().plan({ task }, left.signal);
    left.abort();
    await expect(made).rejects.toMatchObject({ code: 'SESSION.PLANNING_STOPPED' });
  });
});

describe('the day', () => {
  let host: GuestView;
  let otherHost: GuestView;
  let visitor: GuestView;
  let otherVisitor: GuestView;
  let timetable: TimetableView;

  const accept = async (client: Client, guest: GuestView, over: object = {}) =>
    bodyOf<GuestView>(await reply(client, guest, { reply: 'accepted', ...over }).expect(200));
  const plan = async (body: object = {}) =>
    bodyOf<TimetableView>(await organiser.post(at('/timetable'), body).expect(200));

  it('plans meetings from the scores of the records and from wishes, without conflict', async () => {
    const need = await publish(days.officer, 'needs', technologyNeed());
    const project = await days.project();
    const far = {
      park: 'NO.2',
      origin: 'university',
      title: '无关项目',
      text: '农产品冷链仓储。',
      tags: [],
    };
    const farProject = await publish(days.foreignOfficer, 'projects', far);
    const sides = [
      await invite(days.officer, { side: 'host', label: '甲公司', needs: [need] }),
      await invite(organiser, { side: 'host', label: '丙公司' }),
      await invite(organiser, { side: 'visitor', label: '密封研究所', projects: [project] }),
      await invite(days.foreignOfficer, { side: 'visitor', label: '冷链公司', projects: [farProject] }),
    ] as const;
    expect(bodyOf(await organiser.post(at('/timetable')).expect(422)).code).toBe('SESSION.NOBODY_TO_MEET');
    host = await accept(days.officer, sides[0]);
    visitor = await accept(organiser, sides[2]);
    otherVisitor = await accept(days.foreignOfficer, sides[3]);
    otherHost = await accept(organiser, sides[1], { wishes: [visitor.id], away: [0] });

    timetable = await plan();
    const pairs = timetable.meetings.map((meeting) => [meeting.host, meeting.visitor, meeting.slot]);
    expect(pairs).toContainEqual([host.id, visitor.id, 0]);
    expect(pairs).toContainEqual([otherHost.id, visitor.id, 1]);
    const best = timetable.meetings.find(
      (meeting) => meeting.host === host.id && meeting.visitor === visitor.id,
    )!;
    expect(best).toMatchObject({ pairKind: 'tech-project', locked: false });
    expect(best.score).toBeGreaterThan(20);
    expect(timetable.upperBound).toBeCloseTo(timetable.total, 6);
    expect(timetable.names[host.id]).toBe('甲公司');
  });

  it('shows each park its own meetings only', async () => {
    const own = bodyOf<TimetableView>(await days.officer.get(at('/timetable')).expect(200)).meetings;
    expect(own.every((meeting) => meeting.host === host.id)).toBe(true);
    const foreign = bodyOf<TimetableView>(
      await days.foreignOfficer.get(at('/timetable')).expect(200),
    ).meetings;
    expect(foreign.every((meeting) => meeting.visitor === otherVisitor.id)).toBe(true);
    await days.officer.post(at('/timetable')).expect(403);
    await days.enterprise.get(at('/timetable')).expect(403);
  });

  it('keeps what is locked, refuses what is in conflict, and fits the late in', async () => {
    const [first] = timetable.meetings as [MeetingView];
    await organiser.post(at(`/meetings/${first.id}/lock`), { locked: true }).expect(200);
    const busy = { host: host.id, visitor: visitor.id, slot: 0 };
    expect(bodyOf(await organiser.post(at('/meetings'), busy).expect(409)).code).toBe(
      'SESSION.MEETING_CONFLICT',
    );
    const again = await plan();
    expect(again.meetings.find(({ id }) => id === first.id)).toMatchObject({
      locked: true,
      slot: first.slot,
    });

    const late = await invite(
      organiser,
      { side: 'visitor', label: '迟到的团队', projects: [await days.project()] },
      true,
    );
    expect(late).toMatchObject({ presence: 'arrived', arrivedBy: 'walk-in' });
    const fitted = await plan({ mode: 'fit' });
    expect(fitted.kept).toBe(again.meetings.length);
    expect(fitted.meetings.some((meeting) => meeting.visitor === late.id)).toBe(true);
    timetable = fitted;
  });

  it('signs guests in by code, by the end of the phone number, from the list, and takes note of substitutes', async () => {
    const signIn = async (body: object, status = 200) =>
      bodyOf<SignInAnswer>(await organiser.post(at('/sign-ins'), body).expect(status));
    const hostNow = (await guestsOf(organiser)).find(({ id }) => id === host.id)!;
    expect((await signIn({ token: hostNow.token })).guest).toMatchObject({
      presence: 'arrived',
      arrivedBy: 'qr',
    });
    const same = { name: '孙三', phone: '13900005678' };
    await reply(organiser, visitor, { reply: 'accepted', details: same }).expect(200);
    await reply(organiser, otherHost, {
      reply: 'accepted',
      away: [0],
      details: { ...same, name: '李四' },
    }).expect(200);
    const shared = await signIn({ phoneTail: '5678' });
    expect([shared.guest, shared.candidates.length]).toEqual([null, 2]);
    const substitute = { name: '周五', phone: '13700001111' };
    expect((await signIn({ guest: visitor.id, substitute })).guest).toMatchObject({
      arrivedBy: 'paper',
      substituted: true,
      details: substitute,
    });
    await signIn({ phoneTail: '0000' }, 404);
    await signIn({ phoneTail: '5678', guest: host.id }, 400);
    await days.officer.post(at('/sign-ins'), { guest: host.id }).expect(403);
    expect(bodyOf(await organiser.post(at('/absences')).expect(200))).toEqual({ absent: 2 });
  });

  it('records a talk on the match of the two, made when there was interest', async () => {
    const meeting = timetable.meetings.find((one) => one.host === host.id && one.visitor === visitor.id)!;
    const card = { strength: 'strong', nextStep: '下周到厂考察' };
    const talked = bodyOf<MeetingView>(
      await organiser.post(at(`/meetings/${meeting.id}/talk`), card).expect(200),
    );
    expect(talked).toMatchObject({ talk: card });
    const match = bodyOf<MatchView>(await days.officer.get(`/matches/${talked.match}`).expect(200));
    expect(match).toMatchObject({ stage: 'shortlisted', pairKind: 'tech-project' });
    const contacts = bodyOf<object[]>(
      await days.officer.get(`/matches/${talked.match}/contacts`).expect(200),
    );
    expect(contacts).toMatchObject([
      { how: 'meeting', result: 'interested', note: '下周到厂考察', contactedBy: organiser.userId },
    ]);
    // A park writes cards of its own guests, on matches that are its to move.
    await days.officer.post(at(`/meetings/${meeting.id}/talk`), { ...card, note: '已约时间' }).expect(200);
    expect(bodyOf(await days.officer.get(`/matches/${talked.match}/contacts`).expect(200))).toHaveLength(2);
    await days.foreignOfficer.post(at(`/meetings/${meeting.id}/talk`), card).expect(404);
    const cold = timetable.meetings.find((one) => one.host === otherHost.id)!;
    const none = await organiser.post(at(`/meetings/${cold.id}/talk`), { strength: 'none' }).expect(200);
    expect(bodyOf<MeetingView>(none).match).toBeNull();
    expect(bodyOf(await organiser.delete(at(`/meetings/${cold.id}`)).expect(409)).code).toBe(
      'SESSION.MEETING_TALKED',
    );
  });

  it('is told in numbers the next day', async () => {
    await days.signed({ activity: session.activity.id, onSite: true, ceremonyOn: '2022-06-20' });
    const brief = bodyOf<BriefView>(await organiser.get(at('/brief')).expect(200));
    expect(brief).toMatchObject({
      invited: 4,
      accepted: 4,
      arrived: 3,
      walkIns: 1,
      substitutes: 1,
      absent: 2,
      talks: 2,
      byStrength: { strong: 1, medium: 0, weak: 0, none: 1 },
      intentions: 1,
      onSite: { signings: 1, byKind: { project: 1 } },
      nextSteps: [{ host: '甲公司', visitor: '密封研究所', strength: 'strong', nextStep: '下周到厂考察' }],
    });
    await days.officer.get(at('/brief')).expect(403);
    await days.auditor.get(at('/brief')).expect(200);
  });

  it('asks 7, 30 and 90 days later, by itself, until it is over', async () => {
    const followUps = days.server.app.get(FollowUpService, { strict: false });
    const open = async (client: Client) =>
      bodyOf<{ items: FollowUpView[] }>(await client.get('/follow-ups?open=true').expect(200)).items;
    expect(await followUps.raiseDue()).toBe(0);
    days.server.clock.forward({ days: 12 });
    expect([await followUps.raiseDue(), await followUps.raiseDue()]).toEqual([1, 0]);
    const officer = await days.server.signIn({ role: 'officer', parkIds: [days.parks['NO.1']!] });
    const [due] = (await open(officer)) as [FollowUpView];
    expect(due).toMatchObject({ afterDays: 7, dueOn: '2022-06-27', host: '甲公司', visitor: '密封研究所' });
    const foreign = await days.server.signIn({ role: 'officer', parkIds: [days.parks['NO.2']!] });
    expect(await open(foreign)).toEqual([]);
    const answer = (id: string, body: object) => officer.post(`/follow-ups/${id}/answer`, body);
    await answer(due.id, { outcome: 'ended' }).expect(400);
    await answer(due.id, { outcome: 'visited' }).expect(200);

    await days.database.as(SYSTEM, (tx) =>
      tx.query(`UPDATE activity_sessions SET held_on = held_on - 25 WHERE id = $1`, [session.id]),
    );
    expect(await followUps.raiseDue()).toBe(1);
    const [thirty] = (await open(officer)) as [FollowUpView];
    expect(thirty.afterDays).toBe(30);
    await answer(thirty.id, { outcome: 'confirmed' }).expect(422);
    await answer(thirty.id, { outcome: 'ended', note: '指标达不到' }).expect(200);
    await days.database.as(SYSTEM, (tx) =>
      tx.query(`UPDATE activity_sessions SET held_on = held_on - 60 WHERE id = $1`, [session.id]),
    );
    expect(await followUps.raiseDue()).toBe(0);
  });
});
