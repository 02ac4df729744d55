import { SYSTEM } from '../../src/common/actor';
import { featurise } from '../../src/matching/engine/features';
import { record } from '../../src/matching/engine/testing/records';
import { TAG_TREE } from '../../src/matching/engine-vocabulary';
import { gatherGround, ModelService } from '../../src/matching/models/model.service';
import type {
  OrganisationSuggestionView,
  SuggestionView,
} from '../../src/matching/suggestions/suggestion.schema';
import { Database } from '../../src/platform/database/database';
import { bodyOf } from '../records/park-life';
import type { Client } from '../support/test-app';
import { need, project, type ReviewLife, startReviewLife } from './review-life';

let life: ReviewLife;
beforeAll(async () => {
  life = await startReviewLife();
});
afterAll(() => life.close());

const TEXT = '采用石墨烯与纳米材料制备前沿新材料薄膜。';
const suggest = async (client: Client, draft: object) =>
  bodyOf<SuggestionView>(await client.post('/tag-suggestions', draft).expect(200)).items;

interface Tagged {
  id: string;
  version: number;
  tags: string[];
  suggestedTags: { code: string; confidence: number }[];
}
const read = async (path: string, id: string): Promise<Tagged> =>
  bodyOf<Tagged>(await life.officer.get(`/${path}/${id}`).expect(200));

it('suggests tags to whoever writes, with the words that speak for them', async () => {
  for (const client of [life.officer, life.lead, life.manager, life.enterprise]) {
    const [best] = await suggest(client, { title: '薄膜', text: TEXT });
    expect(best).toMatchObject({ code: '3.6' });
    expect(best?.words.length).toBeGreaterThan(0);
    for (const { field, start, end, text } of best?.words ?? [])
      expect({ title: '薄膜', text: TEXT }[field].slice(start, end)).toBe(text);
  }
});

it('suggests tags for an organisation from what it has published, and for no other reader than may know it', async () => {
  const [organisation] = life.enterprises;
  const path = `/tag-suggestions/organisations/${organisation}`;
  const told = async () => bodyOf<OrganisationSuggestionView>(await life.officer.get(path).expect(200));
  const before = await told();
  await life.publish(life.officer, 'needs', need(organisation, { title: '薄膜', text: TEXT, tags: [] }));
  const { records, items } = await told();
  expect(records).toBe(before.records + 1);
  expect(items[0]).toMatchObject({ code: '3.6' });
  expect(items[0]?.words.every((word) => TEXT.includes(word) || word === '薄膜')).toBe(true);
  await life.auditor.get(path).expect(403);
  await life.officer.get('/tag-suggestions/organisations/01890000-0000-7000-8000-000000000000').expect(404);
});

it('would rather say nothing than guess', async () => {
  expect(await suggest(life.officer, {})).toEqual([]);
  expect(await suggest(life.officer, { text: '。' })).toEqual([]);
  expect(await suggest(life.officer, { text: '请尽快联系我' })).toEqual([]);
});

it('is for those who write records', async () => {
  await life.auditor.post('/tag-suggestions', { text: TEXT }).expect(403);
  await life.officer.post('/tag-suggestions', { text: TEXT, tags: [] }).expect(400);
});

it('notes suggestions on a record that has no stated tags, without another version', async () => {
  const { id } = await life.publish(
    life.officer,
    'projects',
    project({ title: '薄膜', text: TEXT, tags: [] }),
  );
  const noted = await read('projects', id);
  expect(noted).toMatchObject({ version: 2, tags: [] });
  expect(noted.suggestedTags[0]).toMatchObject({ code: '3.6' });
});

it('lets suggested tags speak in a score, below stated ones', async () => {
  const supply = { title: '薄膜制备', text: TEXT };
  const suggested = await life.publish(life.officer, 'projects', project({ ...supply, tags: [] }));
  const stated = await life.publish(life.officer, 'projects', project({ ...supply, tags: ['3.6'] }));
  const other = await life.publish(life.officer, 'projects', project({ ...supply, tags: ['8.1'] }));
  const demand = await life.publish(
    life.officer,
    'needs',
    need(life.enterprises[0], { title: '求薄膜制备', text: '需要薄膜制备的整套办法。', tags: ['3.6'] }),
  );
  const { entries } = await life.shortlist('tech-project', demand.id);
  const tagPoints = (id: string) => entries.find((entry) => entry.supply.id === id)?.parts.tags ?? 0;
  expect(tagPoints(stated.id)).toBeGreaterThanOrEqual(tagPoints(suggested.id));
  expect(tagPoints(suggested.id)).toBeGreaterThan(tagPoints(other.id));
  const told = await life.officer.get(`/explanations/tech-project/${demand.id}/${suggested.id}`).expect(200);
  const entry = entries.find(({ supply: { id } }) => id === suggested.id);
  expect(bodyOf<{ score: number }>(told).score).toBeCloseTo(entry?.score ?? NaN, 6);
});

it('keeps its suggestions under another model until the content changes', async () => {
  const asked = need(life.enterprises[0], { title: '薄膜', text: TEXT, tags: [] });
  const { id } = await life.publish(life.officer, 'needs', asked);
  const before = await read('needs', id);
  expect(before.suggestedTags).not.toEqual([]);
  const other = await gatherGround([featurise(record({ text: TEXT }), TAG_TREE)]);
  const { app } = life.server;
  await app
    .get(Database)
    .as(SYSTEM, (tx) => app.get(ModelService, { strict: false }).freeze(other, 'another', tx));
  await life.matchNeed(id);
  expect((await read('needs', id)).suggestedTags).toEqual(before.suggestedTags);
  await life.officer

    .patch(`/needs/${id}`, before.version, { text: '先进环保产业：污水处理、固废处理。', title: '污水处理' })
    .expect(200);
  await life.matchNeed(id);
  expect((await read('needs', id)).suggestedTags[0]).toMatchObject({ code: '7.2' });
});
