import { FeatureService } from '../../src/matching/corpus/feature.service';
import { EmbeddingsServer } from '../../src/matching/embeddings/embeddings-server';
import { waitAskedFor, EmbeddingsError } from '../../src/matching/embeddings/embeddings-error';
import type { ExplanationView } from '../../src/matching/explanations/explanation.schema';
import type { ModelDetail } from '../../src/matching/models/model.schema';
import { bodyOf } from '../records/park-life';
import { type Behaviour, base64, EmbeddingsStandIn, floats, send } from './embeddings-stand-in';
import { expert, need, project, type ReviewLife, startReviewLife } from './review-life';

const standIn = new EmbeddingsStandIn();
let url: string;
beforeAll(async () => {
  url = await standIn.start();
});
afterAll(() => standIn.stop());
beforeEach(() => {
  standIn.asked.length = 0;
  standIn.next.length = 0;
  standIn.always = undefined;
});
afterEach(() => jest.restoreAllMocks());

describe('the client', () => {
  const server = (over: object = {}) =>
    new EmbeddingsServer({ url, model: 'm', backoffMs: 1, timeoutMs: 2000, ...over });
  const failing =
    (status: number, headers: Record<string, string> = {}): Behaviour =>
    (_, response) =>
      response.writeHead(status, headers).end('busy');

  it('reads vectors written as floats and as base64 alike, each of length 1', async () => {
    standIn.next.push((asked, response) => send(response, base64(asked)));
    const coded = await server({ key: 'secret' }).embed(['碳化硅', 'SiC']);
    expect(await server({ url: `${url}/v1/embeddings` }).embed(['碳化硅', 'SiC'])).toEqual(coded);
    expect(await server({ url: `${url}/v1/` }).embed(['碳化硅', 'SiC'])).toEqual(coded);
    for (const vector of coded) expect(Math.hypot(...vector)).toBeCloseTo(1, 6);
    expect(standIn.keys.slice(-3)).toEqual(['Bearer secret', undefined, undefined]);
    expect(standIn.asked[0]).toMatchObject({ model: 'm', input: ['碳化硅', 'SiC'] });
  });

  it('puts vectors in the order of the texts, however they are sent', async () => {
    standIn.next.push((asked, response) => send(response, { data: floats(asked).data.reverse() }));
    expect(await server().embed(['a', 'b'])).toEqual(await server().embed(['a', 'b']));
  });

  it('asks again after 429 and broken answers, as long as the server wishes', async () => {
    standIn.next.push(failing(429, { 'retry-after': '0' }), failing(500), (_, response) =>
      response.destroy(),
    );
    expect(await server().embed(['a'])).toHaveLength(1);
    expect(standIn.asked).toHaveLength(4);
    const after = (said: string) =>
      waitAskedFor(new EmbeddingsError('refused', 429, said), Date.UTC(2026, 0, 1));
    expect(after('7')).toBe(7000);
    expect(after('Thu, 01 Jan 2026 00:00:05 GMT')).toBe(5000);
    expect(after('soon')).toBeUndefined();
  });

  it.each<[string, Behaviour, string, number]>([
    ['is asked wrongly', failing(400), 'refused: 400', 1],
    ['stays broken', failing(503), 'refused: 503', 4],
    ['redirects', failing(302, { location: 'http://127.0.0.1:1/' }), 'unreachable', 4],
    ['says something else', (_, response) => send(response, { data: [] }), 'unreadable', 1],
    [
      'answers no number',
      (_, response) => send(response, { data: [{ index: 0, embedding: [0, 0] }] }),
      'unreadable',
      1,
    ],
    [
      'writes half a float',
      (_, response) => send(response, { data: [{ index: 0, embedding: 'AAAA' }] }),
      'unreadable',
      1,
    ],
    [
      'names a place twice',
      (a, response) => send(response, { data: [...floats(a).data, ...floats(a).data] }),
      'unreadable',
      1,
    ],
  ])('gives up when the server %s', async (_, behaviour, message, times) => {
    standIn.always = behaviour;
    await expect(server().embed(['a'])).rejects.toThrow(message);
    expect(standIn.asked).toHaveLength(times);
  });

  it('refuses vectors of other dimensions than before', async () => {
    const one = server();
    await one.embed(['a']);
    standIn.always = (asked, response) => send(response, floats(asked, 8));
    await expect(one.embed(['b'])).rejects.toThrow('other dimensions');
  });

  it('does not wait for a slow server longer than its time', async () => {
    standIn.always = () => undefined;
    await expect(server({ timeoutMs: 30 }).embed(['a'])).rejects.toThrow('unreachable');
    expect(standIn.asked).toHaveLength(4);
  });
});

describe('in matching', () => {
  let life: ReviewLife;
  beforeAll(async () => {
    life = await startReviewLife({ EMBEDDINGS_URL: url, EMBEDDINGS_MODEL: 'stand-in' });
  });
  afterAll(() => life.close());

  const explain = async (kind: string, demandId: string, supplyId: string) =>
    bodyOf<ExplanationView>(
      await life.officer.get(`/explanations/${kind}/${demandId}/${supplyId}`).expect(200),
    );
  const meaningOf = (told: ExplanationView) => told.parts.find(({ part }) => part === 'meaning');

  it('lets vectors be the meaning of a score, by a model that names them', async () => {
    const supply = await life.publish(life.officer, 'projects', project());
    const demand = await life.publish(life.officer, 'needs', need(life.enterprises[0]));
    const { entries, model } = await life.shortlist('tech-project', demand.id);
    const entry = entries.find((one) => one.supply.id === supply.id)!;
    expect(entry.parts.meaning).toBeGreaterThan(0);
    const told = await explain('tech-project', demand.id, supply.id);
    expect(told.score).toBe(entry.score);
    expect(meaningOf(told)?.points).toBeCloseTo(entry.parts.meaning!, 4);
    const shown = bodyOf<ModelDetail>(await life.manager.get(`/models/${model}`).expect(200));
    expect(shown.embeddings).toBe('stand-in');
  });

  it('sends each text once, and never a name or a way to reach somebody', async () => {
    const person = expert();
    await life.publish(life.officer, 'talents', person);
    await life.publish(life.officer, 'projects', project({ text: '耐磨涂层，联系 li@example.com。' }));
    await life.publish(life.officer, 'projects', project({ text: '耐磨涂层，联系 li@example.com。' }));
    const sent = standIn.asked.flatMap(({ input }) => input);
    expect(sent.filter((text) => text.includes('耐磨涂层'))).toHaveLength(1);
    expect(sent.some((text) => text.includes('聚氨酯密封件'))).toBe(true);
    for (const secret of [person.name, person.contact.phone, '@example.com'])
      expect(sent.join('\n')).not.toContain(secret);
  });

  it('forgets the vector of a record that is closed', async () => {
    const text = '只此一份的文字。';
    const { id } = await life.publish(life.officer, 'projects', project({ text }));
    await life.officer
      .post(`/projects/${id}/close`, { closeReason: 'platform' })
      .set('If-Match', '"2"')
      .expect(200);
    await life.worker.get(FeatureService, { strict: false }).refresh('project', id);
    standIn.asked.length = 0;
    await life.publish(life.officer, 'projects', project({ text }));
    expect(standIn.asked.flatMap(({ input }) => input)).toHaveLength(1);
  });

  it('does without while the server is broken, and makes up for it later', async () => {
    standIn.always = (_, response) => response.writeHead(400).end();
    const supply = await life.publish(life.officer, 'projects', project({ text: '永磁直驱带式输送机。' }));
    const demand = await life.publish(
      life.officer,
      'needs',
      need(life.enterprises[0], { text: '寻求永磁直驱输送机。' }),
    );
    const { entries } = await life.shortlist('tech-project', demand.id);
    expect(entries.find((one) => one.supply.id === supply.id)?.parts.meaning).toBeNull();
    // Left alone for a while: nothing is sent.
    const asked = standIn.asked.length;
    await life.publish(life.officer, 'projects', project({ text: '另一台输送机。' }));
    expect(standIn.asked).toHaveLength(asked);
    standIn.always = undefined;
    const later = Date.now() + 61_000;
    jest.spyOn(Date, 'now').mockReturnValue(later);
    await life.worker.get(FeatureService, { strict: false }).refreshAll();
    await life.matchNeed(demand.id);
    const again = (await life.shortlist('tech-project', demand.id)).entries;
    const entry = again.find((one) => one.supply.id === supply.id);
    expect(entry?.parts.meaning).toBeGreaterThan(0);
    expect((await explain('tech-project', demand.id, supply.id)).score).toBe(entry?.score);
  });
});
