import { WORKER } from '../../src/common/actor';
import type { Page } from '../../src/common/page';
import { MatchRepository } from '../../src/matching/review/match.repository';
import type { MatchView } from '../../src/matching/review/match.view';
import { ShareRepository } from '../../src/matching/sharing/share.repository';
import { Database } from '../../src/platform/database/database';
import { bodyOf } from '../records/park-life';
import {
  command,
  decide,
  moveTo,
  need,
  project,
  type ReviewLife,
  share,
  shortlisted,
  startReviewLife,
} from './review-life';

let life: ReviewLife;
/** Between the two parks: the need is NO.1's, the project NO.2's. */
let across: MatchView;
/** Within NO.1. */
let within: MatchView;

beforeAll(async () => {
  life = await startReviewLife();
  const theirs = await life.publish(life.foreignOfficer, 'projects', project({ park: 'NO.2' }));
  const ours = await life.publish(life.officer, 'projects', project());
  const demand = await life.publish(life.officer, 'needs', need(life.enterprises[0]));
  across = await shortlisted(life.officer, { demandId: demand.id, supplyId: theirs.id });
  within = await share(
    life.officer,
    await shortlisted(life.officer, { demandId: demand.id, supplyId: ours.id }),
  );
});
afterAll(() => life.close());

const idsOf = async (client: ReviewLife['officer'], query = ''): Promise<string[]> => {
  const page = bodyOf<Page<MatchView>>(await client.get(`/matches${query}`).expect(200));
  return page.items.map(({ id }) => id).sort();
};

describe('who sees a match', () => {
  it('is shown to both parks, managers and auditors, and to no other', async () => {
    const both = [across.id, within.id].sort();
    expect(await idsOf(life.officer)).toEqual(both);
    expect(await idsOf(life.manager)).toEqual(both);
    expect(await idsOf(life.auditor)).toEqual(both);
    expect(await idsOf(life.foreignOfficer)).toEqual([across.id]);
    await life.foreignOfficer.get(`/matches/${within.id}`).expect(404);
    await life.foreignOfficer.get(`/matches/${within.id}/moves`).expect(404);
    await life.foreignOfficer.get(`/matches/${within.id}/contacts`).expect(404);
    await life.enterprise.get('/matches').expect(403);
    await life.enterprise.get(`/matches/${within.id}`).expect(403);
  });

  it('is filtered by side, stage, record and oneself', async () => {
    expect(await idsOf(life.officer, '?side=supply')).toEqual([within.id]);
    expect(await idsOf(life.foreignOfficer, '?side=demand')).toEqual([]);
    expect(await idsOf(life.officer, '?park=NO.2')).toEqual([across.id]);
    expect(await idsOf(life.officer, '?stage=shared,agreed')).toEqual([within.id]);
    expect(await idsOf(life.officer, `?supply=${across.supply?.id}`)).toEqual([across.id]);
    expect(await idsOf(life.officer, '?pairKind=tech-expert')).toEqual([]);
    expect(await idsOf(life.officer, '?mine=true')).toHaveLength(2);
    expect(await idsOf(life.lead, '?mine=true')).toEqual([]);
  });

  it('comes page by page', async () => {
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: Page<MatchView> = bodyOf(
        await life.officer.get(`/matches?limit=1${cursor && `&cursor=${cursor}`}`).expect(200),
      );
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(seen.sort()).toEqual([across.id, within.id].sort());
  });
});

describe('who moves a match', () => {
  it('lets the supply’s park look on', async () => {
    const body = bodyOf(await life.foreignOfficer.get(`/matches/${across.id}`).expect(200));
    expect(body).toMatchObject({ choices: [], canShare: false });
    const commands: [string, object][] = [
      ['move', { to: 'on-hold' }],
      ['undo', {}],
      ['share', {}],
    ];
    for (const [name, input] of commands) {
      const refused = await command(life.foreignOfficer, across, name, input).expect(403);
      expect(refused.body).toMatchObject({ code: 'MATCH.NOT_YOURS' });
    }
    const call = { how: 'phone', result: 'interested' };
    await life.foreignOfficer.post(`/matches/${across.id}/contacts`, call).expect(403);
    await life.foreignOfficer.get(`/matches/${across.id}/share-preview`).expect(403);
  });

  it('lets nobody start one for another park’s need', async () => {
    const demand = await life.publish(life.officer, 'needs', need(life.enterprises[0]));
    const pair = { demandId: demand.id, supplyId: across.supply?.id ?? '' };
    expect(await decide(life.foreignOfficer, pair, { to: 'shortlisted' })).toMatchObject({
      problem: { status: 403, code: 'MATCH.NOT_YOURS' },
    });
    const kept = await life.publish(
      life.officer,
      'needs',
      need(life.enterprises[0], { confidentiality: 'sealed', publicSummary: '密封件' }),
    );
    expect(
      await decide(life.foreignOfficer, { ...pair, demandId: kept.id }, { to: 'shortlisted' }),
    ).toMatchObject({ problem: { status: 404, code: 'MATCH.NO_SUCH_PAIR' } });
  });

  it('lets an auditor read only', async () => {
    await command(life.auditor, across, 'move', { to: 'on-hold' }).expect(403);
  });
});

describe('confidentiality between parks', () => {
  it('tells the supply’s park of a sealed need by its summary only', async () => {
    const sealed = { confidentiality: 'sealed', publicSummary: '某企业寻求密封件改进', title: '机密的标题' };
    const demand = await life.publish(life.officer, 'needs', need(life.enterprises[0], sealed));
    const pair = { demandId: demand.id, supplyId: across.supply?.id ?? '' };
    const match = await shortlisted(life.officer, pair);
    const body = bodyOf(await life.foreignOfficer.get(`/matches/${match.id}`).expect(200));
    expect(body).toMatchObject({ demand: { disclosure: 'summary', title: '某企业寻求密封件改进' } });
    expect(JSON.stringify(body)).not.toContain('机密的标题');
    expect(JSON.stringify(body)).not.toContain(life.enterprises[0]);
  });
});

describe('row-level security, without the services', () => {
  const asForeign = <T>(work: Parameters<Database['as']>[1]) =>
    life.server.app.get(Database).as(life.officerOf(life.parks['NO.2'] as string), work) as Promise<T>;
  const matches = () => life.server.app.get(MatchRepository, { strict: false });
  const shares = () => life.server.app.get(ShareRepository, { strict: false });

  it('shows an officer no match between other parks, nor its history, contacts or share', async () => {
    await asForeign(async (tx) => {
      expect(await matches().find(within.id, tx)).toBeNull();
      expect((await matches().page({ limit: 50 }, tx)).items.map(({ id }) => id)).not.toContain(within.id);
      expect(await matches().moves([within.id], tx)).toEqual([]);
      expect((await shares().liveOf([within.id], tx)).size).toBe(0);
      expect(await tx.query('SELECT FROM match_contacts WHERE match_id = $1', [within.id])).toEqual([]);
    });
  });

  it('changes nothing for the supply’s park', async () => {
    await asForeign(async (tx) => {
      const seen = await matches().find(across.id, tx);
      if (!seen) throw new Error('the supply’s park sees the match');
      expect(await matches().moveIf(seen, { stage: 'on-hold', resumeStage: 'shortlisted' }, tx)).toBe(false);
    });
    const move = asForeign((tx) =>
      tx.query(
        `INSERT INTO match_moves (id, match_id, from_stage, to_stage) SELECT gen_random_uuid(), id, stage, stage FROM matches`,
      ),
    );
    await expect(move).rejects.toThrow('row-level security');
  });

  it('shows an enterprise no match at all, and of the shares its own', async () => {
    const enterprise = (organisationId: string) => ({
      ...WORKER,
      role: 'enterprise' as const,
      organisationId,
    });
    const database = life.server.app.get(Database);
    const [own, other] = life.enterprises;
    await database.as(enterprise(own), async (tx) => {
      expect((await matches().page({ limit: 50 }, tx)).items).toEqual([]);
      expect((await shares().liveOf([within.id, across.id], tx)).size).toBe(1);
    });
    await database.as(enterprise(other), async (tx) => {
      expect((await shares().liveOf([within.id, across.id], tx)).size).toBe(0);
      expect(await shares().withdraw(within.id, new Date(), tx)).toBe(false);
    });
  });
});

it('moves across parks once the demand’s park does', async () => {
  expect(await moveTo(life.manager, across, 'on-hold')).toMatchObject({ stage: 'on-hold' });
});
