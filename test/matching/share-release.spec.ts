import { bodyOf } from '../records/park-life';
import { command, expert, moveTo, received, type ReviewLife, share, startReviewLife } from './review-life';
import {
  consent,
  expectAnonymous,
  expertMatch,
  matchWith,
  projectMatch,
  release,
  shareOf,
} from './share-life';

let life: ReviewLife;
beforeAll(async () => {
  life = await startReviewLife();
});
afterAll(() => life.close());

describe('release', () => {
  it('needs the person’s consent, and lets out what was released and no more', async () => {
    const match = await share(life.officer, await expertMatch(life));
    expect((await release(life.officer, match, { identity: true }).expect(422)).body).toMatchObject({
      code: 'SHARE.NO_CONSENT',
    });
    expectAnonymous(await shareOf(life, match), match);
    await consent(life.officer, match);
    await release(life.officer, match, { identity: true }).expect(200);
    const told = await shareOf(life, match);
    expect(told.identity).toMatchObject({
      name: '孙立新',
      employer: '北方密封研究所',
      school: '晋阳理工大学',
    });
    expect(told.identity?.text).toContain('长期研究聚氨酯密封件');
    expect(JSON.stringify(told)).not.toContain('1381234');
    await life.enterprise.post(`/shares/${told.id}/reveal-contact`).expect(403);
    await release(life.officer, match, { contact: true }).expect(200);
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
    const match = await share(life.officer, await expertMatch(life));
    await consent(life.officer, match);
    await release(life.officer, match, { identity: true, contact: true }).expect(200);
    await moveTo(life.officer, match, 'declined', { reason: 'experience-short' });
    const told = await shareOf(life, match);
    expectAnonymous(told, match);
    await life.enterprise.post(`/shares/${told.id}/reveal-contact`).expect(403);
  });

  it('is up to the park that keeps the record', async () => {
    const supply = await life.publish(life.foreignOfficer, 'talents', expert({ park: 'NO.2' }));
    const match = await share(life.officer, await matchWith(life, 'tech-expert', supply.id));
    await consent(life.foreignOfficer, match);
    expect((await release(life.officer, match, { identity: true }).expect(403)).body).toMatchObject({
      code: 'SHARE.NOT_YOURS_TO_RELEASE',
    });
    await release(life.foreignOfficer, match, { identity: true, contact: true }).expect(200);
    const told = await shareOf(life, match);
    expect(told.identity).toMatchObject({ name: '孙立新' });
    const body = bodyOf(await life.enterprise.post(`/shares/${told.id}/reveal-contact`).expect(200));
    expect(body).toMatchObject({ phone: expect.stringMatching(/^1381234/) as string });
  });

  it('takes an officer’s summary that leads to nobody', async () => {
    const match = await share(life.officer, await expertMatch(life));
    for (const summary of ['孙立新博士', '晋阳理工大学教授', '请电 138-1234-5678']) {
      const body = bodyOf(await release(life.officer, match, { summary }).expect(422));
      expect(body).toMatchObject({ errors: [{ pointer: '/summary', code: 'SHARE.SUMMARY_TELLS' }] });
    }
    await release(life.officer, match, { summary: '密封材料专家，曾解决两家支架厂的难题' }).expect(200);
    expect(await shareOf(life, match)).toMatchObject({
      summary: '密封材料专家，曾解决两家支架厂的难题',
      identity: null,
    });
    await release(life.officer, match, { summary: null }).expect(200);
    expect(await shareOf(life, match)).toMatchObject({ summary: null });
  });

  it('has no person to let out behind a project, and nothing before the share', async () => {
    const match = await projectMatch(life);
    expect((await release(life.officer, match, { identity: true }).expect(409)).body).toMatchObject({
      code: 'SHARE.NOT_SHARED',
    });
    await share(life.officer, match);
    expect((await release(life.officer, match, { contact: true }).expect(422)).body).toMatchObject({
      code: 'SHARE.NO_PERSON',
    });
  });
});

describe('what the owner takes back', () => {
  it('hides a talent whose record is withdrawn', async () => {
    const match = await share(life.officer, await expertMatch(life));
    const { id } = await shareOf(life, match);
    await life.officer.post(`/talents/${match.supply?.id}/withdraw`, {}).set('If-Match', '"2"').expect(200);
    await life.enterprise.get(`/shares/${id}`).expect(404);
    expect((await received(life.enterprise)).map((one) => one.id)).not.toContain(id);
  });

  it('hides a talent whose consent is withdrawn, until it is given again', async () => {
    const match = await share(life.officer, await expertMatch(life));
    const { id } = await shareOf(life, match);
    await consent(life.officer, match);
    await release(life.officer, match, { identity: true, contact: true }).expect(200);
    await life.officer.delete(`/talents/${match.supply?.id}/consents/sharing`).expect(200);
    await life.enterprise.get(`/shares/${id}`).expect(404);
    await life.enterprise.post(`/shares/${id}/reveal-contact`).expect(404);
    await consent(life.officer, match);
    await life.enterprise.get(`/shares/${id}`).expect(200);
  });

  it('keeps from sharing whom the consent of was withdrawn', async () => {
    const match = await expertMatch(life);
    await consent(life.officer, match);
    await life.officer.delete(`/talents/${match.supply?.id}/consents/sharing`).expect(200);
    expect((await command(life.officer, match, 'share').expect(422)).body).toMatchObject({
      code: 'SHARE.CONSENT_WITHDRAWN',
    });
  });
});

describe('the answer', () => {
  it('can be given and changed until the match moves on', async () => {
    const match = await share(life.officer, await expertMatch(life));
    const { id } = await shareOf(life, match);
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
    expect(await shareOf(life, match)).toMatchObject({ answer: 'interested', canAnswer: false });
  });

  it('takes reasons of the enterprise’s own side, and only for a refusal', async () => {
    const { id } = await shareOf(life, await share(life.officer, await expertMatch(life)));
    const answer = (body: object) => life.enterprise.post(`/shares/${id}/answer`, body).expect(400);
    expect((await answer({ answer: 'not-interested', reason: 'pay-too-low' })).body).toMatchObject({
      errors: [{ pointer: '/reason', code: 'MATCH.REASON_SIDE' }],
    });
    expect((await answer({ answer: 'interested', reason: 'experience-short' })).body).toMatchObject({
      errors: [{ pointer: '/reason', code: 'SHARE.REASON_UNWANTED' }],
    });
  });
});
