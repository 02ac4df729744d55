import type { ContactView } from '../../src/matching/contacts/contact.schema';
import { UNREACHED_NOTE } from '../../src/matching/contacts/contact.service';
import type { MatchView, MoveView } from '../../src/matching/review/match.view';
import { bodyOf } from '../records/park-life';
import { moveTo, need, project, type ReviewLife, shortlisted, startReviewLife } from './review-life';

let life: ReviewLife;
beforeAll(async () => {
  life = await startReviewLife();
});
afterAll(() => life.close());

const newMatch = async (): Promise<MatchView> => {
  const supply = await life.publish(life.officer, 'projects', project());
  const demand = await life.publish(life.officer, 'needs', need(life.enterprises[0]));
  return shortlisted(life.officer, { demandId: demand.id, supplyId: supply.id });
};
const call = (match: MatchView, result: string, over: object = {}) =>
  life.officer.post(`/matches/${match.id}/contacts`, { how: 'phone', result, ...over });
const now = async (match: MatchView): Promise<MatchView> =>
  (await life.officer.get(`/matches/${match.id}`).expect(200)).body as MatchView;

it('keeps what was said, newest first', async () => {
  const match = await newMatch();
  await call(match, 'no-answer', { nextOn: '2022-06-20' }).expect(201);
  life.server.clock.forward({ minutes: 5 });
  await call(match, 'appointment', { how: 'wechat', note: '周五到厂' }).expect(201);
  const body = bodyOf(await life.auditor.get(`/matches/${match.id}/contacts`).expect(200));
  expect(body).toMatchObject([
    {
      how: 'wechat',
      result: 'appointment',
      reached: true,
      note: '周五到厂',
      contactedBy: life.officer.userId,
    },
    { how: 'phone', result: 'no-answer', reached: false, nextOn: '2022-06-20' },
  ] satisfies Partial<ContactView>[]);
});

it('puts a match on hold at the third failure on end, and does not decline it', async () => {
  const match = await newMatch();
  for (const result of ['no-answer', 'wrong-contact', 'considering', 'no-answer', 'no-answer'])
    await call(match, result).expect(201);
  expect(await now(match)).toMatchObject({ stage: 'shortlisted' });
  await call(match, 'wrong-contact').expect(201);
  const held = await now(match);
  expect(held).toMatchObject({ stage: 'on-hold', resumeStage: 'shortlisted' });
  const moves = bodyOf<MoveView[]>(await life.officer.get(`/matches/${match.id}/moves`).expect(200));
  expect(moves.at(-1)).toMatchObject({ to: 'on-hold', note: UNREACHED_NOTE, reason: null });
});

it('counts anew after the match was resumed', async () => {
  const match = await newMatch();
  for (let n = 0; n < 3; n++) await call(match, 'no-answer').expect(201);
  await moveTo(life.officer, await now(match), 'shortlisted');
  for (let n = 0; n < 2; n++) await call(match, 'no-answer').expect(201);
  expect(await now(match)).toMatchObject({ stage: 'shortlisted' });
  await call(match, 'no-answer').expect(201);
  expect(await now(match)).toMatchObject({ stage: 'on-hold' });
});

it('holds once when three fail at the same time', async () => {
  const match = await newMatch();
  const answers = await Promise.all([1, 2, 3, 4].map(() => call(match, 'no-answer')));
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
  expect(await now(match)).toMatchObject({ stage: 'on-hold', version: match.version + 1 });
});

it('refuses words that it does not know', async () => {
  const match = await newMatch();
  await call(match, 'perhaps').expect(400);
  await call(match, 'no-answer', { nextOn: '2022-02-30' }).expect(400);
  await call(match, 'no-answer', { reached: true }).expect(400);
});

it('lists the matches that are to be contacted by a day, until they were', async () => {
  const match = await newMatch();
  const due = async (by: string) =>
    bodyOf<{ items: MatchView[] }>(await life.officer.get(`/matches?contactBy=${by}`).expect(200)).items.map(
      ({ id }) => id,
    );
  await call(match, 'no-answer', { nextOn: '2022-06-20' }).expect(201);
  expect(await due('2022-06-19')).not.toContain(match.id);
  expect(await due('2022-06-20')).toContain(match.id);
  life.server.clock.forward({ minutes: 5 });
  await call(match, 'appointment').expect(201);
  expect(await due('2022-06-20')).not.toContain(match.id);
});
