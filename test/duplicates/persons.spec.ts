import type { DuplicatesView } from '../../src/duplicates/finding/duplicate-pair.schema';
import type { MergeView } from '../../src/duplicates/merging/merge.schema';
import { bodyOf } from '../records/park-life';
import type { Client } from '../support/test-app';
import {
  codeOf,
  days,
  endMerging,
  type Made,
  made,
  make,
  merge,
  preview,
  read,
  request,
  search,
  sql,
  startMerging,
  undo,
} from './merging-life';

beforeAll(startMerging, 60_000);
afterAll(endMerging);

describe('two profiles of one person', () => {
  it('become one with both ways of reaching them, and one erasure', async () => {
    const from = await make('talent', {
      name: '郑工',
      contact: { phone: '13700001111', email: 'z@example.com' },
    });
    const into = await make('talent', { name: '郑工', contact: { phone: '13700002222' } });
    await days.manager.post(`/talents/${from.id}/consents`, {
      purpose: 'matching',
      textVersion: '1',
      basis: 'signed',
      source: '表',
    });
    const done = bodyOf<MergeView>(await merge('talent', from, into, {}, days.officer).expect(201));
    const reveal = async (id: string) =>
      bodyOf<unknown>(
        await days.officer.post(`/talents/${id}/reveal-contact`, { reason: '电话' }).expect(200),
      );
    expect(await reveal(into.id)).toEqual({ phone: '13700002222', email: 'z@example.com' });
    const known = await make('talent', { name: '郑工', contact: { phone: '13700001111' } });
    expect(known.personId).toBe(into.personId);
    expect(codeOf(await undo(done.id, {}, days.officer).expect(409))).toBe('MERGE.NEW_SINCE');
    expect(await reveal(from.id)).toMatchObject({ phone: '13700001111' });
    const erased = await sql<{ profiles: string[] }>('SELECT app.erase_merged_person($1) AS profiles', [
      into.personId,
    ]);
    expect(erased[0]?.profiles).toEqual(expect.arrayContaining([from.id, into.id, known.id]));
    expect(codeOf(await undo(done.id, {}, days.officer).expect(409))).toBe('MERGE.ERASED');
  });

  it('are two people when their identity numbers differ, and the platform’s when another park knows one', async () => {
    const [from, into] = [await make('talent'), await make('talent')];
    await make('talent', {
      name: `周工${made - 1}`,
      park: 'NO.2',
      contact: { phone: `139${String(made - 1).padStart(8, '0')}` },
    });
    expect(codeOf(await merge('talent', from, into, {}, days.officer).expect(409))).toBe(
      'MERGE.PERSON_ELSEWHERE',
    );
    for (const [at, { personId }] of [from, into].entries())
      await sql('UPDATE persons SET id_number_index = $2 WHERE id = $1', [
        personId,
        Buffer.alloc(32, at + 1),
      ]);
    expect(codeOf(await merge('talent', from, into).expect(409))).toBe('MERGE.TWO_PEOPLE');
  });
});

describe('who finds and merges', () => {
  it('the officers of the park that has both; nobody else learns more than before', async () => {
    const [from, into] = [await make('need'), await make('need')];
    const foreign = await make('need', { park: 'NO.2' });
    const calls = (client: Client) => [
      client.post('/merges/preview', { kind: 'need', from: from.id, into: into.id }),
      client.post('/merges', request('need', from, into)),
      client.post('/duplicates/dismissals', { kind: 'need', first: from.id, second: into.id }),
    ];
    for (const refused of calls(days.foreignOfficer)) expect((await refused).status).toBe(403);
    for (const refused of calls(days.enterprise)) expect((await refused).status).toBe(403);
    for (const client of [days.officer, days.lead]) {
      const refused = await merge('need', from, foreign, {}, client).expect(403);
      expect(codeOf(refused)).toBe('MERGE.OTHER_PARK');
    }
    const done = bodyOf<MergeView>(await merge('need', from, into, {}, days.officer).expect(201));
    await undo(done.id, {}, days.foreignOfficer).expect(404);
    expect(bodyOf<unknown[]>(await days.foreignOfficer.get('/merges?kind=need').expect(200))).toEqual([]);
    const [firm, same] = [await make('organisation'), await make('organisation')];
    expect(codeOf(await merge('organisation', firm, same, {}, days.officer).expect(403))).toBe(
      'MERGE.PLATFORM_ONLY',
    );
    const audited = await sql<{ n: number }>(
      `SELECT count(*)::int AS n FROM audit_entries WHERE action = 'record.merged' AND subject_id = $1`,
      [into.id],
    );
    expect(audited).toEqual([{ n: 1 }]);
  });

  it('the platform those of two parks, into the park that is chosen; matches go with it and come back', async () => {
    const match = await days.match();
    const [at] = await sql<{ demand: string; park: string }>(
      'SELECT demand_id AS demand, demand_park_id AS park FROM matches WHERE id = $1',
      [match],
    );
    const from = await read<Made & { park: string }>('need', at?.demand ?? '');
    const into = await make('need', { park: 'NO.2' });
    const parkOf = async ({ id }: Made) => (await read<{ park: string }>('need', id)).park;
    const matchPark = () =>
      sql<{ park: string }>('SELECT demand_park_id AS park FROM matches WHERE id = $1', [match]);
    const seen = await preview('need', from, into);
    expect(seen.obstacle).toBeNull();
    expect(seen.fields.find(({ name }) => name === 'parkId')).toMatchObject({
      from: 'NO.1',
      into: 'NO.2',
      differs: true,
      keep: 'into',
    });
    const done = bodyOf<MergeView>(await merge('need', from, into).expect(201));
    expect([await parkOf(into), await matchPark()]).toEqual(['NO.2', [{ park: days.parks['NO.2'] }]]);
    await undo(done.id, {}, days.lead).expect(404);
    await undo(done.id).expect(200);
    expect([await parkOf(from), await matchPark()]).toEqual(['NO.1', [{ park: days.parks['NO.1'] }]]);
    const [now, then] = [await read<Made>('need', from.id), await read<Made>('need', into.id)];
    await merge('need', now, then, { fields: { parkId: 'from' } }).expect(201);
    expect([await parkOf(into), await matchPark()]).toEqual(['NO.1', [{ park: days.parks['NO.1'] }]]);
  });

  it('find what is said twice, and remember what is not', async () => {
    const text =
      '煤矿井下带式输送机托辊轴承在粉尘环境下磨损严重，需要研制免维护自润滑轴承，寿命不低于五万小时。';
    const one = await make('need', { title: '托辊自润滑轴承研制', text }, days.officer);
    const other = await make(
      'need',
      { title: '研制托辊自润滑轴承', text: `${text}并完成现场试验。` },
      days.officer,
    );
    const far = await make('need', { title: '托辊自润滑轴承', text, park: 'NO.2' });
    const found = async (client: Client) =>
      bodyOf<DuplicatesView>(await client.get('/duplicates?kind=need').expect(200));
    const pairs = async (client: Client, ours = [one.id, other.id]) =>
      (await found(client)).items.filter(({ first, second }) =>
        [first.id, second.id].every((id) => ours.includes(id)),
      );
    expect(await found(days.officer)).toMatchObject({ items: [], search: null });
    const seek = () => days.officer.post('/duplicates/searches', { kind: 'need' }).expect(202);
    await seek();
    expect((await seek()).body).toMatchObject({ state: 'waiting' });
    expect(await sql(`SELECT id FROM outbox WHERE job = 'find-duplicates'`)).toHaveLength(1);
    await search('need');
    const { search: state } = await found(days.officer);
    expect(state).toMatchObject({ state: 'finished', done: state?.total });
    expect(await pairs(days.manager, [one.id, far.id])).toHaveLength(1);
    expect(await pairs(days.officer, [one.id, far.id])).toEqual([]);
    expect(await pairs(days.officer)).toMatchObject([{ reasons: ['text'] }]);
    expect(await pairs(days.foreignOfficer)).toEqual([]);
    const said = bodyOf<{ id: string }>(
      await days.officer
        .post('/duplicates/dismissals', { kind: 'need', first: other.id, second: one.id })
        .expect(201),
    );
    expect(await pairs(days.lead)).toEqual([]);
    await days.foreignOfficer.delete(`/duplicates/dismissals/${said.id}`).expect(404);
    await days.officer.delete(`/duplicates/dismissals/${said.id}`).expect(204);
    expect(await pairs(days.manager)).toHaveLength(1);
    const [firm] = [await make('organisation', { name: '山西太重轴承有限公司' })];
    const twin = await make('organisation', { name: '山西太重轴承（集团）有限责任公司' });
    await search('organisation');
    const firms = bodyOf<DuplicatesView>(await days.officer.get('/duplicates?kind=organisation').expect(200));
    expect(
      firms.items.some(
        ({ first, second }) => [first.id, second.id].sort().join() === [firm?.id, twin.id].sort().join(),
      ),
    ).toBe(true);
    await merge('need', other, one, {}, days.officer).expect(201);
    expect(await pairs(days.manager)).toEqual([]);
  });
});
