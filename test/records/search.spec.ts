import type { Page } from '../../src/common/page';
import type { NeedView } from '../../src/needs/need.view';
import type { PrefillView } from '../../src/needs/prefill.schema';
import type { TalentView } from '../../src/talent/talent.view';
import type { Client } from '../support/test-app';
import { bodyOf, type ParkLife, startParkLife, technologyNeed } from './park-life';

let life: ParkLife;
beforeAll(async () => {
  life = await startParkLife();
  const create = (client: Client, over: object) => client.post('/needs', technologyNeed(over)).expect(201);
  await create(life.officer, { title: '碳纤维缠绕气瓶' });
  await create(life.officer, { title: '保密的碳纤维配方', confidentiality: 'sealed' });
  const person = { park: 'NO.1', tier: 'professional', text: '焊接', name: '单雄信', visibility: 'network' };
  await life.officer.post('/talents', person).expect(201);
});
afterAll(() => life.server.close());

const titles = async (client: Client, q: string): Promise<string[]> =>
  bodyOf<Page<NeedView>>(await client.get(`/needs?q=${encodeURIComponent(q)}`).expect(200)).items.map(
    ({ title }) => title,
  );
const people = async (client: Client, q: string): Promise<number> =>
  bodyOf<Page<TalentView>>(await client.get(`/talents?q=${q}`).expect(200)).items.length;

describe('searching by pinyin initials', () => {
  it('finds titles and names, in any case', async () => {
    expect(await titles(life.officer, 'txw')).toEqual(['保密的碳纤维配方', '碳纤维缠绕气瓶']);
    expect(await titles(life.officer, 'CRQP')).toEqual(['碳纤维缠绕气瓶']);
    expect(await people(life.officer, 'sxx')).toBe(1);
  });

  it('follows a title and a name that change', async () => {
    const [need] = bodyOf<Page<NeedView>>(await life.officer.get('/needs?q=crqp').expect(200)).items;
    await life.officer.patch(`/needs/${need?.id}`, need?.version ?? 0, { title: '铝合金铸造' }).expect(200);
    expect([await titles(life.officer, 'crqp'), await titles(life.officer, 'lhj')]).toEqual([
      [],
      ['铝合金铸造'],
    ]);
    const [person] = bodyOf<Page<TalentView>>(await life.officer.get('/talents?q=sxx').expect(200)).items;
    await life.officer.patch(`/talents/${person?.id}`, person?.version ?? 0, { name: '秦叔宝' }).expect(200);
    expect([await people(life.officer, 'sxx'), await people(life.officer, 'qsb')]).toEqual([0, 1]);
  });

  it('tells nobody of what they may not read', async () => {
    expect(await titles(life.foreignOfficer, 'pf')).toEqual([]);
    expect(await people(life.foreignOfficer, 'qsb')).toBe(0);
  });
});

describe('text as people type it', () => {
  it.each([
    ['composed', '\u00e9tuve 脱水'],
    ['in pieces', 'e\u0301tuve 脱水'],
    ['outside the basic plane', '𠮷林𠀋热处理'],
    ['a name with a middle dot', '阿卜杜勒·热西提 工艺'],
    ['full width', 'ＣＦＲＰ　１０％'],
    ['traditional', '碳纖維纏繞'],
    ['written from right to left', '\u202e倒写\u202c 密封'],
    ['with a byte order mark', '\ufeff开头的标记'],
    ['with nothing to see', '零\u200b宽\u2060字符'],
    ['a family of signs', '👩\u200d🔬实验'],
    ['what LIKE reads as any', '100%_\\纯度'],
  ])('is kept to the letter and found as it was typed: %s', async (_, title) => {
    const made = await life.officer.post('/needs', technologyNeed({ title, text: title })).expect(201);
    const { id } = bodyOf<NeedView>(made);
    const kept = bodyOf<NeedView>(await life.officer.get(`/needs/${id}`).expect(200));
    expect([kept.title, kept.text]).toEqual([title, title]);
    expect(await titles(life.officer, title)).toContain(title);
  });

  it.each([
    ['新材料ＣＦＲＰ氣瓶', '新材料CFRP气瓶'],
    ['新材料CFRP气瓶', '新材料ＣＦＲＰ氣瓶'],
  ])('finds the same whichever way it is typed: %s by %s', async (stored, typed) => {
    await life.officer.post('/needs', technologyNeed({ title: stored })).expect(201);
    await life.officer.post('/talents', { park: 'NO.1', tier: 'professional', text: stored, name: '甲' });
    await life.manager.post('/organisations', { name: `${stored}厂`, kind: 'enterprise' }).expect(201);
    expect(await titles(life.officer, typed)).toContain(stored);
    expect(await titles(life.officer, typed)).toEqual(await titles(life.officer, stored));
    const q = encodeURIComponent(typed);
    expect(await people(life.officer, q)).toBeGreaterThan(0);
    const firms = bodyOf<Page<{ name: string }>>(await life.officer.get(`/organisations?q=${q}`).expect(200));
    expect(firms.items.map(({ name }) => name)).toContain(`${stored}厂`);
  });

  it.each([
    ['NUL', '密封\u0000件', 'INPUT.FORBIDDEN_TEXT'],
    ['half of a pair', '密封\ud842件', 'INPUT.FORBIDDEN_TEXT'],
    ['spaces of every kind', ' \u3000\u00a0\ufeff', 'INPUT.INVALID'],
  ])('is refused where it is no text: %s', async (_, title, code) => {
    const refused = await life.officer.post('/needs', technologyNeed({ title })).expect(400);
    expect(bodyOf<{ code: string }>(refused).code).toBe(code);
  });
});

it('proposes fields for pasted text and stores nothing', async () => {
  const before = await titles(life.enterprise, '招聘');
  const text = '招聘焊接工程师两名，本科及以上学历，年薪15-20万';
  const read = bodyOf<PrefillView>(await life.enterprise.post('/needs/prefill', { text }).expect(200));
  expect(read).toMatchObject({ kind: 'hiring', hiring: { headcount: 2, payMax: 200_000 } });
  expect(await titles(life.enterprise, '招聘')).toEqual(before);
});
