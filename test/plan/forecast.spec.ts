import type { ForecastView, NextMatches } from '../../src/plan/forecast/forecast.schema';
import type { SigningView } from '../../src/signings/signing.view';
import { bodyOf } from '../records/park-life';
import type { Client } from '../support/test-app';
import { type PlanDays, startPlanDays } from './plan-days';

let days: PlanDays;
beforeAll(async () => {
  days = await startPlanDays();
});
afterAll(() => days.server.close());

const forecast = async (target: string, client: Client = days.officer) => {
  const view = bodyOf<ForecastView>(await client.get('/plans/sx-2022/forecast').expect(200));
  const found = view.targets.find(({ code }) => code === target);
  if (!found) throw new RangeError(target);
  return found;
};
const sign = async (match: string, over: object = {}): Promise<SigningView> => {
  const body = { kind: 'project', title: '密封件联合开发', match, documents: [await days.paper()], ...over };
  return bodyOf(await days.officer.post('/signings', body).expect(201));
};
const next = async (client: Client) =>
  bodyOf<NextMatches>(await client.get('/plans/sx-2022/next-matches').expect(200));

it('follows a match from talks to the number, and counts it once on the way', async () => {
  expect(await forecast('T03')).toMatchObject({ counted: 0, open: 0, mean: 0, low: 0, high: 0, reaches: 0 });

  const match = await days.match('negotiating');
  const inTalks = await forecast('T03');
  expect(inTalks).toMatchObject({ counted: 0, open: 1, byStage: { negotiating: 1 } });
  expect(inTalks.mean).toBeGreaterThan(0.3);
  expect(inTalks.mean).toBeLessThanOrEqual(0.5);

  const activity = days.activities.get(3);
  const signed = await sign(match, { activity, regionOfOrigin: 'outside-province' });
  expect((await forecast('T03')).byStage).toEqual({ checking: 1 });
  const checked = await days.act(days.lead, signed, 'check', { decision: 'pass' });
  expect((await forecast('T03')).mean).toBeGreaterThan(inTalks.mean);
  await days.act(days.manager, checked, 'confirm');
  expect(await forecast('T03')).toMatchObject({ counted: 1, open: 0, mean: 1, low: 1, high: 1 });
});

it('learns from how matches ended', async () => {
  const of = async () => {
    const view = bodyOf<ForecastView>(await days.manager.get('/plans/sx-2022/forecast').expect(200));
    return view.chances.find(({ stage }) => stage === 'agreed');
  };
  const before = await of();
  const match = await days.match('negotiating');
  await days.officer.post(`/matches/${match}/move`, { to: 'agreed' }).set('If-Match', '"1"').expect(200);
  expect((await of())?.chance).toBe(before?.chance);
  await sign(match);
  expect((await of())?.chance).toBeGreaterThan(before?.chance ?? 1);
});

it('names the open matches that help most to those who can move them', async () => {
  const match = await days.match('negotiating');
  const [helpful] = await next(days.officer);
  expect(helpful).toMatchObject({ match: { id: match, stage: 'negotiating' } });
  // T03 would gain too, but none of its activities was held yet: it is not behind.
  expect(helpful?.targets).toEqual(['T06']);
  expect(helpful?.gain).toBeGreaterThan(0);
  expect(await next(days.foreignOfficer)).toEqual([]);
  await days.enterprise.get('/plans/sx-2022/next-matches').expect(403);
  await days.enterprise.get('/plans/sx-2022/forecast').expect(403);
  await days.manager.get('/plans/none/forecast').expect(404);
});
