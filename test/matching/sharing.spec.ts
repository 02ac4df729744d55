import type { MatchView } from '../../src/matching/review/match.view';
import type { SharePreview } from '../../src/matching/sharing/share-preview';
import { bodyOf } from '../records/park-life';
import {
  command,
  moveTo,
  need,
  project,
  received,
  type ReviewLife,
  share,
  shortlisted,
  startReviewLife,
} from './review-life';
import { expectAnonymous, expertMatch, projectMatch, shareOf } from './share-life';

let life: ReviewLife;
beforeAll(async () => {
  life = await startReviewLife();
});
afterAll(() => life.close());

describe('a share', () => {
  it('sends exactly what the preview showed, and nothing that leads to the person', async () => {
    const match = await expertMatch(life);
    const preview = bodyOf<SharePreview>(
      await life.officer.get(`/matches/${match.id}/share-preview`).expect(200),
    );
    expect(preview).toMatchObject({
      organisation: { name: '太原甲公司' },
      view: { kind: 'talent', tier: 'phd-expert', degree: 'doctor', years: '15-19', city: '太原' },
      protection: null,
    });
    await share(life.officer, match);
    const told = await shareOf(life, match);
    expect(told.supply).toEqual(preview.view);
    expect(told).toMatchObject({
      sharedOn: '2022-06-15',
      identity: null,
      contactReleased: false,
      canAnswer: true,
    });
    const one = bodyOf(await life.enterprise.get(`/shares/${told.id}`).expect(200));
    expect(one).toEqual(told);
    expectAnonymous(told, match);
  });

  it('is another enterprise’s, an officer’s or nobody’s to read', async () => {
    const match = await share(life.officer, await expertMatch(life));
    const { id } = await shareOf(life, match);
    await life.foreignEnterprise.get(`/shares/${id}`).expect(404);
    await life.foreignEnterprise.post(`/shares/${id}/answer`, { answer: 'interested' }).expect(404);
    await life.foreignEnterprise.post(`/shares/${id}/reveal-contact`).expect(404);
    expect(await received(life.foreignEnterprise)).toEqual([]);
    await life.officer.get('/shares').expect(403);
  });

  it('comes after the shortlist, once, by the version seen', async () => {
    const match = await projectMatch(life);
    await command(life.officer, { ...match, version: 1 }, 'share').expect(412);
    const shared = await share(life.officer, match);
    await command(life.officer, shared, 'share').expect(409);
  });

  it('needs an organisation to be sent to', async () => {
    const supply = await life.publish(life.officer, 'projects', project());
    const demand = await life.publish(
      life.officer,
      'needs',
      need(life.enterprises[0], { organisation: undefined }),
    );
    const match = await shortlisted(life.officer, { demandId: demand.id, supplyId: supply.id });
    const body = bodyOf(await command(life.officer, match, 'share').expect(422));
    expect(body).toMatchObject({ code: 'SHARE.NO_ORGANISATION' });
    const kept = await life.officer.get(`/matches/${match.id}`).expect(200);
    expect(kept.body).toMatchObject({ stage: 'shortlisted', version: match.version });
  });
});

describe('two at once', () => {
  it('engages a need once for two matches of it', async () => {
    const one = await projectMatch(life);
    const supply = await life.publish(life.officer, 'projects', project());
    const pair = { demandId: one.demand?.id ?? '', supplyId: supply.id };
    const two = await shortlisted(life.officer, pair);
    await Promise.all([share(life.officer, one), share(life.officer, two)]);
    const demand = bodyOf(await life.officer.get(`/needs/${pair.demandId}`).expect(200));
    expect(demand).toMatchObject({ status: 'engaged', version: 3 });
  });

  it('lets one of two parks recommend a supply to an organisation', async () => {
    const ours = await projectMatch(life);
    const there = need(life.enterprises[0], { park: 'NO.2' });
    const demand = await life.publish(life.foreignOfficer, 'needs', there);
    const pair = { demandId: demand.id, supplyId: ours.supply?.id ?? '' };
    const theirs = await shortlisted(life.foreignOfficer, pair);
    const answers = await Promise.all([
      command(life.officer, ours, 'share'),
      command(life.foreignOfficer, theirs, 'share'),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

describe('a withdrawn share', () => {
  it('is gone at once, the need back on offer', async () => {
    const match = await share(life.officer, await expertMatch(life));
    const { id } = await shareOf(life, match);
    const body = bodyOf<MatchView>(
      await command(life.officer, match, 'share/withdraw', { note: '企业变更' }).expect(200),
    );
    expect(body).toMatchObject({ stage: 'shortlisted', share: null });
    await life.enterprise.get(`/shares/${id}`).expect(404);
    await life.enterprise.post(`/shares/${id}/answer`, { answer: 'interested' }).expect(404);
    const demand = bodyOf(await life.officer.get(`/needs/${match.demand?.id}`).expect(200));
    expect(demand).toMatchObject({ status: 'published' });
    expect((await share(life.officer, body)).share).toMatchObject({ answer: null });
  });

  it('can be taken back after the match ended, too', async () => {
    let match = await share(life.officer, await expertMatch(life));
    match = await moveTo(life.officer, match, 'declined', { reason: 'experience-short' });
    const { id } = await shareOf(life, match);
    await command(life.officer, match, 'share/withdraw').expect(200);
    await life.enterprise.get(`/shares/${id}`).expect(404);
    await command(life.officer, match, 'share/withdraw').expect(409);
  });
});

describe('first-recommendation protection', () => {
  it('keeps another park from sharing the supply with the same organisation for 90 days', async () => {
    const first = await share(life.officer, await projectMatch(life));
    const demand = await life.publish(
      life.foreignOfficer,
      'needs',
      need(life.enterprises[0], { park: 'NO.2' }),
    );
    const pair = { demandId: demand.id, supplyId: first.supply?.id ?? '' };
    const second = await shortlisted(life.foreignOfficer, pair);
    const body = bodyOf(await command(life.foreignOfficer, second, 'share').expect(409));
    expect(body).toMatchObject({
      code: 'SHARE.PROTECTED',
      detail: 'NO.1 已首先向该单位推荐，保护期至 2022-09-13。',
    });
    const preview = await life.foreignOfficer.get(`/matches/${second.id}/share-preview`).expect(200);
    expect(preview.body).toMatchObject({ protection: { park: 'NO.1', until: '2022-09-13' } });
    const list = await life.shortlist('tech-project', demand.id);
    expect(list.entries.find(({ supply }) => supply.id === pair.supplyId)?.protection).toMatchObject({
      until: '2022-09-13',
    });
    await command(life.officer, first, 'share/withdraw').expect(200);
    await share(life.foreignOfficer, second);
  });
});

describe('a project', () => {
  it('is shown as its owner’s confidentiality says, today', async () => {
    const summary = { publicSummary: '一种耐高水基的密封件' };
    const hidden = await share(
      life.officer,
      await projectMatch(life, {
        confidentiality: 'hide-organisation',
        text: '晋中乙公司研制的密封件，寿命十四个月',
      }),
    );
    const kept = await share(
      life.officer,
      await projectMatch(life, { confidentiality: 'sealed', ...summary }),
    );
    const open = await share(life.officer, await projectMatch(life));
    expect((await shareOf(life, open)).supply).toMatchObject({
      headline: '高水基介质液压支架密封件',
      owner: '晋中乙公司',
    });
    expect((await shareOf(life, hidden)).supply).toMatchObject({ text: '○○研制的密封件，寿命十四个月' });
    expect(JSON.stringify(await shareOf(life, hidden))).not.toContain('乙公司');
    expect((await shareOf(life, kept)).supply).toMatchObject({
      headline: summary.publicSummary,
      text: summary.publicSummary,
    });
    await life.officer
      .patch(`/projects/${open.supply?.id}`, 2, { confidentiality: 'park-only', ...summary })
      .expect(200);
    const narrowed = JSON.stringify(await shareOf(life, open));
    expect(narrowed).toContain(summary.publicSummary);
    expect(narrowed).not.toMatch(/乙公司|十四个月/);
  });
});
