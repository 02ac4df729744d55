import { SYSTEM, WORKER } from '../../src/common/actor';
import { Database } from '../../src/platform/database/database';
import { PersonContactEntity } from '../../src/talent/person.entity';
import { TalentService } from '../../src/talent/talent.service';
import type { TalentView } from '../../src/talent/talent.view';
import type { Client } from '../support/test-app';
import { bodyOf, move, type ParkLife, startParkLife } from './park-life';

let life: ParkLife;
beforeAll(async () => {
  life = await startParkLife();
});
afterAll(() => life.server.close());

const contact = { phone: '139-0351-1234', email: 'Zhang@example.com' };
const profile = (over: object = {}) => ({
  name: '张砺锋',
  contact,
  tier: 'phd-expert',
  education: 'doctoral',
  degree: 'doctor',
  school: '太原理工大学',
  field: '材料加工工程',
  employer: '某研究院',
  post: '研究员',
  engagement: ['flexible'],
  text: '长期研究镁合金塑性成形。',
  tags: ['3.1'],
  ...over,
});
const publish = async (over: object = {}, client: Client = life.officer): Promise<TalentView> => {
  const draft = bodyOf<TalentView>(await client.post('/talents', profile(over)).expect(201));
  return bodyOf<TalentView>(await move(client, 'talents', draft, 'publish').expect(200));
};
const seenBy = async (client: Client, id: string): Promise<TalentView> =>
  bodyOf<TalentView>(await client.get(`/talents/${id}`).expect(200));
const reveal = (client: Client, id: string) =>
  client.post(`/talents/${id}/reveal-contact`, { reason: '约面谈' });
const audited = (action: string, subjectId: string) =>
  life.server.app
    .get(Database)
    .as(SYSTEM, (tx) =>
      tx.query<{ actor_user_id: string; detail: { talent: string } }[]>(
        'SELECT actor_user_id, detail FROM audit_entries WHERE action = $1 AND subject_id = $2',
        [action, subjectId],
      ),
    );

describe('contact', () => {
  it('is in no answer but the one that reveals it, which is kept in the audit log', async () => {
    const talent = await publish();
    for (const path of ['/talents', `/talents/${talent.id}`, `/talents/${talent.id}/versions`]) {
      const { text } = await life.officer.get(path).expect(200);
      expect(text).not.toMatch(/0351|example\.com/i);
    }
    expect(await audited('contact.revealed', talent.personId as string)).toEqual([]);
    expect(bodyOf(await reveal(life.officer, talent.id).expect(200))).toEqual(contact);
    expect(await audited('contact.revealed', talent.personId as string)).toMatchObject([
      { actor_user_id: life.officer.userId, detail: { talent: talent.code } },
    ]);
  });

  it('is for the talent’s own park and the platform only', async () => {
    const talent = await publish();
    expect(bodyOf(await reveal(life.manager, talent.id).expect(200))).toEqual(contact);
    await reveal(life.foreignOfficer, talent.id).expect(403);
    await reveal(life.auditor, talent.id).expect(403);
    await reveal(life.enterprise, talent.id).expect(403);
    expect(await audited('contact.revealed', talent.personId as string)).toMatchObject([{}, {}]);
  });

  it('is stored encrypted, and row-level security keeps even that from auditor, worker and other parks', async () => {
    await publish();
    const rowsOf = (role: 'auditor' | 'worker' | 'officer' | 'system', parkIds: string[] = []) =>
      life.server.app.get(Database).as({ ...WORKER, role, parkIds }, (tx) => tx.find(PersonContactEntity));
    const [row] = await rowsOf('system');
    expect(row?.phone?.includes('0351')).toBe(false);
    expect(await rowsOf('auditor')).toEqual([]);
    expect(await rowsOf('worker')).toEqual([]);
    expect(await rowsOf('officer', [life.parks['NO.2'] as string])).toEqual([]);
    expect((await rowsOf('officer', [life.parks['NO.1'] as string])).length).toBeGreaterThan(0);
  });

  it('changes in part', async () => {
    const talent = await publish();
    await life.officer
      .patch(`/talents/${talent.id}`, talent.version, { contact: { phone: '0351-7654321' } })
      .expect(200);
    expect(bodyOf(await reveal(life.officer, talent.id).expect(200))).toEqual({
      phone: '0351-7654321',
      email: contact.email,
    });
  });
});

describe('a person', () => {
  it('is one in the network, whichever park enters them', async () => {
    const here = await publish({ name: '李同心' });
    const there = await publish({ name: '李同心', park: 'NO.2' }, life.foreignOfficer);
    expect(there.personId).toBe(here.personId);
    expect([here.knownToNetwork, there.knownToNetwork]).toEqual([false, true]);
    expect((await seenBy(life.officer, here.id)).knownToNetwork).toBe(true);
    // Nobody but those who serve the profile's own park is told.
    expect((await seenBy(life.foreignOfficer, here.id)).knownToNetwork).toBe(false);
    expect((await seenBy(life.auditor, here.id)).knownToNetwork).toBe(false);
    const other = await publish({ name: '王不同' });
    expect(other.personId).not.toBe(here.personId);
  });

  it('appears to other parks by name only with consent, and no longer once that is withdrawn', async () => {
    const talent = await publish({ name: '赵未授', contact: undefined });
    expect(await seenBy(life.officer, talent.id)).toMatchObject({ name: '赵未授', school: '太原理工大学' });

    const anonymous = await seenBy(life.foreignOfficer, talent.id);
    expect(anonymous).toMatchObject({
      name: null,
      personId: null,
      disclosure: 'summary',
      tier: 'phd-expert',
      text: '',
    });
    for (const name of ['school', 'employer', 'post']) expect(anonymous).not.toHaveProperty(name);
    const found = await life.foreignOfficer.get(`/talents?q=${encodeURIComponent('赵未授')}`).expect(200);
    expect(bodyOf<{ items: unknown[] }>(found).items).toEqual([]);

    const consent = { purpose: 'matching', textVersion: '2022-01', basis: 'signed' };
    const given = await life.officer.post(`/talents/${talent.id}/consents`, consent).expect(200);
    expect(bodyOf(given)).toMatchObject([{ purpose: 'matching', withdrawnAt: null }]);
    expect(await seenBy(life.foreignOfficer, talent.id)).toMatchObject({
      name: '赵未授',
      disclosure: 'full',
    });

    await life.officer.delete(`/talents/${talent.id}/consents/matching`).expect(200);
    expect(await seenBy(life.foreignOfficer, talent.id)).toMatchObject({ name: null });
  });

  it('consents through their own park only', async () => {
    const talent = await publish();
    const consent = { purpose: 'sharing', textVersion: '2022-01', basis: 'signed' };
    await life.foreignOfficer.post(`/talents/${talent.id}/consents`, consent).expect(403);
    await life.enterprise.post(`/talents/${talent.id}/consents`, consent).expect(403);
  });
});

describe('a talent', () => {
  it('is not for enterprises to see, not even for the employer', async () => {
    const talent = await publish();
    await life.enterprise.get('/talents').expect(403);
    await life.enterprise.get(`/talents/${talent.id}`).expect(403);
  });

  it('is matched without name and contact', async () => {
    const talent = await publish();
    const [read] = await life.server.app
      .get(Database)
      .as(WORKER, (tx) =>
        life.server.app.get(TalentService, { strict: false }).getForMatching([talent.id], tx),
      );
    expect(read).toMatchObject({
      kind: 'talent',
      version: 1,
      tier: 'phd-expert',
      details: { degree: 'doctor' },
    });
    expect(JSON.stringify(read)).not.toMatch(/张砺锋|0351|example\.com/);
  });

  it('has a headline of its own beside the professional title', async () => {
    expect(await publish({ title: 'full-senior' })).toMatchObject({
      headline: '研究员 · 材料加工工程',
      title: 'full-senior',
    });
    expect(await publish({ headline: '镁合金专家' })).toMatchObject({ headline: '镁合金专家' });
  });

  it('is edited in part: what is left out stays, null takes away', async () => {
    const talent = await publish({ years: 12 });
    const edited = bodyOf<TalentView>(
      await life.officer
        .patch(`/talents/${talent.id}`, talent.version, { years: null, city: '大同' })
        .expect(200),
    );
    expect(edited).toMatchObject({ city: '大同', degree: 'doctor', headline: talent.headline });
    expect(edited).not.toHaveProperty('years');
  });
});
