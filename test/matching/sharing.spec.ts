import type { SharePreview } from '../../src/matching/sharing/share-preview';
import type { MatchView } from '../../src/matching/review/match.view';
import type { ReceivedShareView } from '../../src/matching/sharing/received-share.view';
import { bodyOf } from '../records/park-life';
import {
  command,
  expert,
  moveTo,
  need,
  project,
  received,
  type ReviewLife,
  share,
  shortlisted,
  startReviewLife,
} from './review-life';

let life: ReviewLife;
beforeAll(async () => {
  life = await startReviewLife();
});
afterAll(() => life.close());

const SECRETS = ['孙立新', '晋阳理工大学', '北方密封研究所', '1381234', '@example.com', '研究员', '才-'];
const tellsNothing = (told: object, match: MatchView) => {
  const text = JSON.stringify(told);
  for (const secret of [...SECRETS, match.id, match.code, match.supply?.id ?? '', '聚氨酯密封件在高水基'])
    expect(text).not.toContain(secret);
};

async function expertMatch(over: object = {}): Promise<MatchView> {
  const supply = await life.publish(life.officer, 'talents', expert(over));
  const demand = await life.publish(
    life.officer,
    'needs',
    need(life.enterprises[0], { title: '密封件', text: '寻求密封件专家' }),
  );
  return shortlisted(life.officer, { pairKind: 'tech-expert', demandId: demand.id, supplyId: supply.id });
}
async function projectMatch(over: object = {}): Promise<MatchView> {
  const supply = await life.publish(
    life.officer,
    'projects',
    project({ organisation: life.enterprises[1], ...over }),
  );
  const demand = await life.publish(life.officer, 'needs', need(life.enterprises[0]));
  return shortlisted(life.officer, { demandId: demand.id, supplyId: supply.id });
}
const shareOf = async (match: MatchView): Promise<ReceivedShareView> => {
  const found = (await received(life.enterprise)).find(({ demand }) => demand?.id === match.demand?.id);
  if (!found) throw new Error('nothing was shared');
  return found;
};
const consent = (match: MatchView, purpose = 'sharing') =>
  life.officer
    .post(`/talents/${match.supply?.id}/consents`, { purpose, textVersion: '1', basis: 'signed' })
    .expect(200);
const release = (match: MatchView, body: object, client = life.officer) =>
  client.post(`/matches/${match.id}/share/release`, body);

describe('a share', () => {
  it('sends exactly what the preview showed, and nothing that leads to the person', async () => {
    const match = await expertMatch();
    const preview = bodyOf<SharePreview>(
      await life.officer.get(`/matches/${match.id}/share-preview`).expect(200),
    );
    expect(preview).toMatchObject({
      organisation: { name: '太原甲公司' },
      view: { kind: 'talent', tier: 'phd-expert', degree: 'doctor', years: '15-19', city: '太原' },
      protection: null,
    });
    await share(life.officer, match);
    const told = await shareOf(match);
    expect(told.supply).toEqual(preview.view);
    expect(told).toMatchObject({
      sharedOn: '2022-06-15',
      identity: null,
      contactReleased: false,
      canAnswer: true,
    });
    const one = bodyOf(await life.enterprise.get(`/shares/${told.id}`).expect(200));
    expect(one).toEqual(told);
    tellsNothing(told, match);
  });

  it('is another enterprise’s, an officer’s or nobody’s to read', async () => {
    const match = await share(life.officer, await expertMatch());
    const { id } = await shareOf(match);
    await life.foreignEnterprise.get(`/shares/${id}`).expect(404);
    await life.foreignEnterprise.post(`/shares/${id}/answer`, { answer: 'interested' }).expect(404);
    await life.foreignEnterprise.post(`/shares/${id}/reveal-contact`).expect(404);
    expect(await received(life.foreignEnterprise)).toEqual([]);
    await life.officer.get('/shares').expect(403);
  });

  it('comes after the shortlist, once, by the version seen', async () => {
    const match = await projectMatch();
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

describe('a withdrawn share', () => {
  it('is gone at once, the need back on offer', async () => {
    const match = await share(life.officer, await expertMatch());
    const { id } = await shareOf(match);
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
    let match = await share(life.officer, await expertMatch());
    match = await moveTo(life.officer, match, 'declined', { reason: 'experience-short' });
    const { id } = await shareOf(match);
    await command(life.officer, match, 'share/withdraw').expect(200);
    await life.enterprise.get(`/shares/${id}`).expect(404);
    await command(life.officer, match, 'share/withdraw').expect(409);
  });
});

describe('first-recommendation protection', () => {
  it('keeps another park from sharing the supply with the same organisation for 90 days', async () => {
    const first = await share(life.officer, await projectMatch());
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
      await projectMatch({
        confidentiality: 'hide-organisation',
        text: '晋中乙公司研制的密封件，寿命十四个月',
      }),
    );
    const kept = await share(life.officer, await projectMatch({ confidentiality: 'sealed', ...summary }));
    const open = await share(life.officer, await projectMatch());
    expect((await shareOf(open)).supply).toMatchObject({
      headline: '高水基介质液压支架密封件',
      owner: '晋中乙公司',
    });
    expect((await shareOf(hidden)).supply).toMatchObject({ text: '○○研制的密封件，寿命十四个月' });
    expect(JSON.stringify(await shareOf(hidden))).not.toContain('乙公司');
    expect((await shareOf(kept)).supply).toMatchObject({
      headline: summary.publicSummary,
      text: summary.publicSummary,
    });
    await life.officer
      .patch(`/projects/${open.supply?.id}`, 2, { confidentiality: 'park-only', ...summary })
      .expect(200);
    const narrowed = JSON.stringify(await shareOf(open));
    expect(narrowed).toContain(summary.publicSummary);
    expect(narrowed).not.toMatch(/乙公司|十四个月/);
  });
});

describe('release', () => {
  it('needs the person’s consent, and lets out what was released and no more', async () => {
    const match = await share(life.officer, await expertMatch());
    expect((await release(match, { identity: true }).expect(422)).body).toMatchObject({
      code: 'SHARE.NO_CONSENT',
    });
    tellsNothing(await shareOf(match), match);
    await consent(match);
    await release(match, { identity: true }).expect(200);
    const told = await shareOf(match);
    expect(told.identity).toMatchObject({
      name: '孙立新',
      employer: '北方密封研究所',
      school: '晋阳理工大学',
    });
    expect(told.identity?.text).toContain('长期研究聚氨酯密封件');
    expect(JSON.stringify(told)).not.toContain('1381234');
    await life.enterprise.post(`/shares/${told.id}/reveal-contact`).expect(403);
    await release(match, { contact: true }).expect(200);
    const body = bodyOf(await life.enterprise.post(`/shares/${told.id}/reveal-contact`).expect(200));
    expect(body).toEqual({
      phone: expect.stringMatching(/^1381234\d{4}$/) as string,
      email: expect.stringContaining('@example.com') as string,
    });
    const log = await life.manager.get('/audit?action=contact.revealed').expect(200);
    expect(log.body).toMatchObject({
      items: [{ actorUserId: life.enterprise.userId, actorRole: 'enterprise' }],
    });
  });

  it('ends with the talks', async () => {
    const match = await share(life.officer, await expertMatch());
    await consent(match);
    await release(match, { identity: true, contact: true }).expect(200);
    await moveTo(life.officer, match, 'declined', { reason: 'experience-short' });
    const told = await shareOf(match);
    tellsNothing(told, match);
    await life.enterprise.post(`/shares/${told.id}/reveal-contact`).expect(403);
  });

  it('is up to the park that keeps the record', async () => {
    const supply = await life.publish(life.foreignOfficer, 'talents', expert({ park: 'NO.2' }));
    const demand = await life.publish(life.officer, 'needs', need(life.enterprises[0]));
    const pair = { pairKind: 'tech-expert' as const, demandId: demand.id, supplyId: supply.id };
    const match = await share(life.officer, await shortlisted(life.officer, pair));
    const given = { purpose: 'sharing', textVersion: '1', basis: 'signed' };
    await life.foreignOfficer.post(`/talents/${supply.id}/consents`, given).expect(200);
    expect((await release(match, { identity: true }).expect(403)).body).toMatchObject({
      code: 'SHARE.NOT_YOURS_TO_RELEASE',
    });
    await release(match, { identity: true, contact: true }, life.foreignOfficer).expect(200);
    const told = await shareOf(match);
    expect(told.identity).toMatchObject({ name: '孙立新' });
    const body = bodyOf(await life.enterprise.post(`/shares/${told.id}/reveal-contact`).expect(200));
    expect(body).toMatchObject({ phone: expect.stringMatching(/^1381234/) as string });
  });

  it('takes an officer’s summary that leads to nobody', async () => {
    const match = await share(life.officer, await expertMatch());
    for (const summary of ['孙立新博士', '晋阳理工大学教授', '请电 138-1234-5678']) {
      const body = bodyOf(await release(match, { summary }).expect(422));
      expect(body).toMatchObject({ errors: [{ pointer: '/summary', code: 'SHARE.SUMMARY_TELLS' }] });
    }
    await release(match, { summary: '密封材料专家，曾解决两家支架厂的难题' }).expect(200);
    expect(await shareOf(match)).toMatchObject({
      summary: '密封材料专家，曾解决两家支架厂的难题',
      identity: null,
    });
    await release(match, { summary: null }).expect(200);
    expect(await shareOf(match)).toMatchObject({ summary: null });
  });

  it('has no person to let out behind a project, and nothing before the share', async () => {
    const match = await projectMatch();
    expect((await release(match, { identity: true }).expect(409)).body).toMatchObject({
      code: 'SHARE.NOT_SHARED',
    });
    await share(life.officer, match);
    expect((await release(match, { contact: true }).expect(422)).body).toMatchObject({
      code: 'SHARE.NO_PERSON',
    });
  });
});

describe('what the owner takes back', () => {
  it('hides a talent whose record is withdrawn', async () => {
    const match = await share(life.officer, await expertMatch());
    const { id } = await shareOf(match);
    await life.officer.post(`/talents/${match.supply?.id}/withdraw`, {}).set('If-Match', '"2"').expect(200);
    await life.enterprise.get(`/shares/${id}`).expect(404);
    expect((await received(life.enterprise)).map((one) => one.id)).not.toContain(id);
  });

  it('hides a talent whose consent is withdrawn, until it is given again', async () => {
    const match = await share(life.officer, await expertMatch());
    const { id } = await shareOf(match);
    await consent(match);
    await release(match, { identity: true, contact: true }).expect(200);
    await life.officer.delete(`/talents/${match.supply?.id}/consents/sharing`).expect(200);
    await life.enterprise.get(`/shares/${id}`).expect(404);
    await life.enterprise.post(`/shares/${id}/reveal-contact`).expect(404);
    await consent(match);
    await life.enterprise.get(`/shares/${id}`).expect(200);
  });

  it('keeps from sharing whom the consent of was withdrawn', async () => {
    const match = await expertMatch();
    await consent(match);
    await life.officer.delete(`/talents/${match.supply?.id}/consents/sharing`).expect(200);
    expect((await command(life.officer, match, 'share').expect(422)).body).toMatchObject({
      code: 'SHARE.CONSENT_WITHDRAWN',
    });
  });
});

describe('the answer', () => {
  it('can be given and changed until the match moves on', async () => {
    const match = await share(life.officer, await expertMatch());
    const { id } = await shareOf(match);
    const answer = (body: object) => life.enterprise.post(`/shares/${id}/answer`, body);
    expect(
      (await answer({ answer: 'not-interested', reason: 'experience-short' }).expect(200)).body,
    ).toMatchObject({
      answer: 'not-interested',
      answerReason: 'experience-short',
    });
    await answer({ answer: 'interested', note: '请安排面谈' }).expect(200);
    const body = bodyOf(await life.officer.get(`/matches/${match.id}`).expect(200));
    expect(body).toMatchObject({
      stage: 'shared',
      share: { answer: 'interested', answerReason: null, answerNote: '请安排面谈' },
    });
    await moveTo(life.officer, match, 'negotiating');
    expect((await answer({ answer: 'not-interested' }).expect(409)).body).toMatchObject({
      code: 'SHARE.ANSWER_CLOSED',
    });
    expect(await shareOf(match)).toMatchObject({ answer: 'interested', canAnswer: false });
  });

  it('takes reasons of the enterprise’s own side, and only for a refusal', async () => {
    const { id } = await shareOf(await share(life.officer, await expertMatch()));
    const answer = (body: object) => life.enterprise.post(`/shares/${id}/answer`, body).expect(400);
    expect((await answer({ answer: 'not-interested', reason: 'pay-too-low' })).body).toMatchObject({
      errors: [{ pointer: '/reason', code: 'MATCH.REASON_SIDE' }],
    });
    expect((await answer({ answer: 'interested', reason: 'experience-short' })).body).toMatchObject({
      errors: [{ pointer: '/reason', code: 'SHARE.REASON_UNWANTED' }],
    });
  });
});
