import type { ExplanationView } from '../../src/matching/explanations/explanation.schema';
import type { Client } from '../support/test-app';
import { expert, need, project, type ReviewLife, shortlisted, startReviewLife } from './review-life';

let life: ReviewLife;
beforeAll(async () => {
  life = await startReviewLife();
});
afterAll(() => life.close());

interface PairIds {
  pairKind?: string;
  demandId: string;
  supplyId: string;
}
const ask = (client: Client, { pairKind = 'tech-project', demandId, supplyId }: PairIds) =>
  client.get(`/explanations/${pairKind}/${demandId}/${supplyId}`);
const explain = async (client: Client, pair: PairIds): Promise<ExplanationView> =>
  (await ask(client, pair).expect(200)).body as ExplanationView;

const NEED_TEXT = '高水基介质中密封件三个月即失效，希望寿命提高到一年以上。';
const openNeed = (over: object = {}) =>
  life.publish(life.officer, 'needs', need(life.enterprises[0], { text: NEED_TEXT, ...over }));

it('says why a pair stands where it stands in the shortlist', async () => {
  const supply = await life.publish(life.officer, 'projects', project());
  const demand = await openNeed();
  const pair = { demandId: demand.id, supplyId: supply.id };
  const told = await explain(life.officer, pair);
  const { entries, model } = await life.shortlist('tech-project', demand.id);
  const entry = entries.find((one) => one.supply.id === supply.id);
  expect(told.model).toBe(model);
  expect(told.score).toBeCloseTo(entry?.score ?? NaN, 6);
  expect(told.parts.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(told.score, 6);
  expect(told.criteria).toContainEqual(
    expect.objectContaining({
      criterion: 'mode',
      verdict: 'satisfied',
      required: { anyOf: ['development'] },
    }),
  );
  expect(told.tags.map(({ code }) => code)).toContain('2.1');
});

it('shows passages that stand in the records, at the place it names', async () => {
  const supply = await life.publish(life.officer, 'projects', project());
  const demand = await openNeed();
  const { passages, missing } = await explain(life.lead, { demandId: demand.id, supplyId: supply.id });
  expect(passages.demand.length).toBeGreaterThan(0);
  expect(passages.supply.length).toBeGreaterThan(0);
  for (const { field, start, end, text } of [...passages.demand, ...missing.terms])
    if (field === 'text') expect(NEED_TEXT.slice(start, end)).toBe(text);
  for (const { field, start, end, text } of passages.supply)
    if (field === 'text') expect(project().text.slice(start, end)).toBe(text);
});

it('leaves out what stands in a text that the reader may not read', async () => {
  const kept = { confidentiality: 'sealed', publicSummary: '一种密封件' };
  const supply = await life.publish(life.foreignOfficer, 'projects', project({ park: 'NO.2', ...kept }));
  const demand = await openNeed();
  const told = await explain(life.officer, { demandId: demand.id, supplyId: supply.id });
  expect(told).toMatchObject({
    demand: { disclosure: 'full' },
    supply: { disclosure: 'summary', title: '一种密封件' },
  });
  expect(told.passages.supply).toEqual([]);
  expect(told.passages.demand.length).toBeGreaterThan(0);
  expect(told.terms.length).toBeGreaterThan(0);
  expect(told.terms.filter((term) => term.supply !== null)).toEqual([]);
  expect(told.criteria.filter(({ found }) => found !== null)).toEqual([]);
  expect(told.parts).toHaveLength(4);
  expect(told.tags.length).toBeGreaterThan(0);
});

it('tells another park of a person by name only with the person’s consent', async () => {
  const supply = await life.publish(life.foreignOfficer, 'talents', expert({ park: 'NO.2' }));
  const demand = await openNeed();
  const pair = { pairKind: 'tech-expert', demandId: demand.id, supplyId: supply.id };
  const before = await explain(life.officer, pair);
  expect(before.supply.disclosure).toBe('summary');
  expect(before.passages.supply).toEqual([]);
  expect(JSON.stringify(before)).not.toMatch(/研究员|聚氨酯密封件在高水基/);
  const given = { purpose: 'matching', textVersion: '1', basis: 'signed' };
  await life.foreignOfficer.post(`/talents/${supply.id}/consents`, given).expect(200);
  const after = await explain(life.officer, pair);
  expect(after.supply.disclosure).toBe('full');
  expect(after.passages.supply.length).toBeGreaterThan(0);
  expect(JSON.stringify(after)).not.toContain('孙立新');
});

it('is for those who know of both records', async () => {
  const kept = { confidentiality: 'park-only', publicSummary: '一种密封件' };
  const supply = await life.publish(life.officer, 'projects', project(kept));
  const demand = await openNeed({ confidentiality: 'park-only', publicSummary: '寻求密封件' });
  const pair = { demandId: demand.id, supplyId: supply.id };
  await ask(life.foreignOfficer, pair).expect(404);
  await ask(life.auditor, pair).expect(200);
  await ask(life.enterprise, pair).expect(403);
  await ask(life.officer, { ...pair, pairKind: 'hiring-talent' }).expect(404);
  await ask(life.officer, { demandId: supply.id, supplyId: demand.id }).expect(404);
});

it('is for the supply’s park once there is a match', async () => {
  const supply = await life.publish(life.foreignOfficer, 'projects', project({ park: 'NO.2' }));
  const demand = await openNeed({ confidentiality: 'sealed', publicSummary: '寻求密封件' });
  const pair = { demandId: demand.id, supplyId: supply.id };
  await ask(life.foreignOfficer, pair).expect(404);
  await shortlisted(life.officer, pair);
  const told = await explain(life.foreignOfficer, pair);
  expect(told).toMatchObject({ demand: { disclosure: 'summary' }, supply: { disclosure: 'full' } });
  expect(told.missing.terms).toEqual([]);
  expect(told.criteria.filter(({ required }) => required !== null)).toEqual([]);
  expect(JSON.stringify(told)).not.toContain('三个月');
});

it('still speaks of records that were closed since', async () => {
  const supply = await life.publish(life.officer, 'projects', project());
  const demand = await openNeed();
  const pair = { demandId: demand.id, supplyId: supply.id };
  await shortlisted(life.officer, pair);
  await life.officer
    .post(`/needs/${demand.id}/close`, { closeReason: 'platform' })
    .set('If-Match', '"2"')
    .expect(200);
  expect((await explain(life.officer, pair)).score).toBeGreaterThan(0);
});

it('says where the pair stands, and where it would with a criterion met', async () => {
  const lacking = await life.publish(life.officer, 'projects', project({ modes: [] }));
  await life.publish(life.officer, 'projects', project());
  const demand = await openNeed({ tags: ['2.1', '3.1'] });
  const told = await explain(life.officer, { demandId: demand.id, supplyId: lacking.id });
  const { entries } = await life.shortlist('tech-project', demand.id);
  expect(told.rank).toBe(entries.findIndex(({ supply }) => supply.id === lacking.id) + 1);
  expect(told.fit).toBe(entries.find(({ supply }) => supply.id === lacking.id)?.fit);
  expect(told.fit).toBeGreaterThan(0);
  const could = told.counterfactuals.find(({ criterion }) => criterion === 'mode');
  expect(could?.score).toBeGreaterThan(told.score);
  const above = entries.filter(({ supply, score }) => supply.id !== lacking.id && score > could!.score);
  expect(could?.rank).toBe(above.length + 1);
  expect(could?.rank).toBeLessThan(told.rank!);
  const [tagged] = told.tagCounterfactuals;
  expect(tagged?.tag).toBe('3.1');
  expect(tagged?.score).toBeGreaterThan(told.score);
  expect(tagged?.rank).toBeLessThanOrEqual(told.rank!);
});
