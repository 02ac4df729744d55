import { SYSTEM } from '../../src/common/actor';
import { newId } from '../../src/common/ids';
import type { DuplicateView } from '../../src/matching/duplicates/duplicate.schema';
import type { NoteView, WrittenNote } from '../../src/matching/notes/note.schema';
import { Database } from '../../src/platform/database/database';
import type { TalentView } from '../../src/talent/talent.view';
import { bodyOf } from '../records/park-life';
import { decide, expert, need, project, type ReviewLife, startReviewLife } from './review-life';

let life: ReviewLife;
beforeAll(async () => {
  life = await startReviewLife();
});
afterAll(() => life.close());

const pairKind = 'tech-project' as const;

describe('a note', () => {
  it('stands on a pair that nobody has acted on, and moves nothing', async () => {
    const supply = await life.publish(life.officer, 'projects', project());
    const demand = await life.publish(life.officer, 'needs', need(life.enterprises[0]));
    const pair = { pairKind, demandId: demand.id, supplyId: supply.id };
    const write = (note: string) => life.officer.post('/matches/notes', { ...pair, note });
    const { match } = bodyOf<WrittenNote>(await write('先问密封寿命').expect(201));
    expect(match).toMatchObject({ stage: 'suggested', version: 1 });
    // Somebody else decides in the meantime; the second note needs no version and changes none.
    const decided = await decide(life.lead, pair, { to: 'shortlisted', version: 1 });
    expect(decided.match).toMatchObject({ stage: 'shortlisted', version: 2 });
    life.server.clock.forward({ minutes: 1 });
    expect(bodyOf<WrittenNote>(await write('已电话核实').expect(201)).match.version).toBe(2);
    const notes = bodyOf<NoteView[]>(await life.auditor.get(`/matches/${match.id}/notes`).expect(200));
    expect(notes.map(({ note }) => note)).toEqual(['已电话核实', '先问密封寿命']);
    expect(notes[0]?.writtenBy).toBe(life.officer.userId);
    await life.foreignOfficer.post('/matches/notes', { ...pair, note: '不是我的' }).expect(403);
    await life.foreignOfficer.get(`/matches/${match.id}/notes`).expect(404);
    await write('').expect(400);
  });
});

describe('a shortlist', () => {
  it('says of each supply whether it can be shared, and why not', async () => {
    const person = await life.publish(life.officer, 'talents', expert());
    const talent = bodyOf<TalentView>(await life.officer.get(`/talents/${person.id}`).expect(200));
    const demand = await life.publish(life.officer, 'needs', need(life.enterprises[0]));
    const outlook = async () => {
      const { entries } = await life.shortlist('tech-expert', demand.id);
      return entries.find(({ supply }) => supply.id === person.id)?.sharing;
    };
    expect(await outlook()).toEqual({ possible: true, why: null, consent: 'missing' });
    await life.server.app.get(Database).as(SYSTEM, (tx) =>
      tx.query(
        `INSERT INTO consent_links (id, person_id, digest, sent_at, expires_at)
         VALUES ($1, $2, sha256('a link'), $3, $3::timestamptz + interval '14 days')`,
        [newId(), talent.personId, life.server.clock.now()],
      ),
    );
    expect(await outlook()).toEqual({ possible: true, why: null, consent: 'sent' });
    const consent = { purpose: 'sharing', textVersion: '2022-1', basis: 'signed' };
    await life.officer.post(`/talents/${person.id}/consents`, consent).expect(200);
    expect(await outlook()).toEqual({ possible: true, why: null, consent: 'given' });
    await life.officer.delete(`/talents/${person.id}/consents/sharing`).expect(200);
    expect(await outlook()).toEqual({ possible: false, why: 'consent-withdrawn', consent: 'withdrawn' });
  });

  it('says what came in since it was different', async () => {
    const demand = await life.publish(life.officer, 'needs', need(life.enterprises[0]));
    const before = await life.shortlist('tech-project', demand.id);
    expect(before.changed).toBeNull();
    const late = await life.publish(life.officer, 'projects', project({ title: '后来的密封件项目' }));
    const after = await life.shortlist('tech-project', demand.id);
    expect(after.changed).toMatchObject({ entered: 1, left: 0 });
    const rankOf = (id: string) => after.entries.find(({ supply }) => supply.id === id)?.previousRank;
    expect(rankOf(late.id)).toBeNull();
    expect(rankOf(before.entries[0]?.supply.id ?? '')).toBe(1);
  });
});

describe('near duplicates', () => {
  const near = async (client: ReviewLife['officer'], draft: object) =>
    bodyOf<DuplicateView>(await client.post('/near-duplicates', { kind: 'need', ...draft }).expect(200))
      .items;

  it('are found among what the writer may read, and nowhere else', async () => {
    const title = '氢燃料电池双极板涂层';
    const text = '寻求金属双极板碳基涂层工艺，接触电阻低于10毫欧，耐蚀电流密度达标，可批量制备。';
    const own = await life.publish(life.officer, 'needs', need(life.enterprises[0], { title, text }));
    const sealed = { title, text, park: 'NO.2', confidentiality: 'sealed' };
    await life.publish(life.foreignOfficer, 'needs', need(life.enterprises[1], sealed));
    const draft = { title: '双极板涂层工艺', text: `${text}急。` };
    const found = await near(life.officer, draft);
    expect(found.map(({ record }) => record.id)).toEqual([own.id]);
    expect(found[0]?.likeness).toBeGreaterThan(0.6);
    expect(await near(life.officer, { ...draft, except: own.id })).toEqual([]);
    expect(await near(life.officer, { title: '会计服务外包', text: '代理记账与报税' })).toEqual([]);
    expect(await near(life.foreignEnterprise, draft)).not.toContainEqual(
      expect.objectContaining({ record: expect.objectContaining({ id: own.id }) as object }),
    );
  });
});
