import { SYSTEM } from '../../src/common/actor';
import type { MatchView, MoveView } from '../../src/matching/review/match.view';
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
beforeAll(async () => {
  life = await startReviewLife();
});
afterAll(() => life.close());

const pairOf = async (over: object = {}) => {
  const supply = await life.publish(life.officer, 'projects', project(over));
  const demand = await life.publish(life.officer, 'needs', need(life.enterprises[0]));
  return { demandId: demand.id, supplyId: supply.id };
};

const historyOf = async (id: string): Promise<MoveView[]> =>
  (await life.officer.get(`/matches/${id}/moves`).expect(200)).body as MoveView[];

describe('the first act', () => {
  it('makes the match, with a code and what the shortlist knew', async () => {
    const pair = await pairOf();
    const { entries, model } = await life.shortlist('tech-project', pair.demandId);
    const entry = entries.find(({ supply }) => supply.id === pair.supplyId);
    const shown = { rank: 1, listLength: 3, filter: 'stage=pilot', above: [] };
    const { match } = await decide(life.officer, pair, { to: 'shortlisted', shown });
    expect(match).toMatchObject({
      code: expect.stringMatching(/^配-2022-\d{4}$/) as string,
      stage: 'shortlisted',
      label: '已入围',
      version: 2,
      score: entry?.score,
      parts: entry?.parts,
      model,
      canShare: true,
      demand: { id: pair.demandId, kind: 'need', disclosure: 'full' },
      supply: { id: pair.supplyId, kind: 'project' },
    });
    expect(await historyOf((match as MatchView).id)).toMatchObject([
      { from: 'suggested', to: 'shortlisted', movedBy: life.officer.userId, shown },
    ]);
    const again = await life.shortlist('tech-project', pair.demandId);
    expect(again.entries.find(({ supply }) => supply.id === pair.supplyId)?.match).toMatchObject({
      stage: 'shortlisted',
      version: 2,
    });
  });

  it('keeps what the decision rests on: versions, model, score, place, filter, and the rows passed over', async () => {
    const pair = await pairOf();
    const other = await life.publish(life.officer, 'projects', project());
    await life.matchNeed(pair.demandId);
    const { entries, model } = await life.shortlist('tech-project', pair.demandId);
    const entryOf = (id: string) => entries.find(({ supply }) => supply.id === id);
    const shown = { rank: 2, listLength: entries.length, filter: 'stage=pilot', above: [other.id] };
    const { match } = await decide(life.officer, pair, { to: 'shortlisted', shown });
    const seen = await life.server.app
      .get(Database)
      .as(SYSTEM, (tx) =>
        tx.query<{ seen: unknown }[]>('SELECT seen FROM match_moves WHERE match_id = $1', [
          (match as MatchView).id,
        ]),
      );
    expect(seen).toEqual([
      {
        seen: {
          shown,
          demandVersion: 1,
          supplyVersion: 1,
          model,
          score: entryOf(pair.supplyId)?.score,
          parts: entryOf(pair.supplyId)?.parts,
          above: [{ supplyId: other.id, supplyVersion: 1, parts: entryOf(other.id)?.parts }],
        },
      },
    ]);
  });

  it('happens once, however many act at once', async () => {
    const pair = await pairOf();
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => decide(life.officer, pair, { to: 'shortlisted' })),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.flatMap(({ problem }) => problem?.code ?? [])).toEqual(Array(3).fill('MATCH.STALE'));
    const body = bodyOf(await life.officer.get(`/matches?demand=${pair.demandId}`).expect(200));
    expect(body).toMatchObject({ items: [{ version: 2, stage: 'shortlisted' }] });
  });

  it('keeps no score for a pair that no shortlist held', async () => {
    const unfit = await life.publish(life.officer, 'projects', project({ modes: ['consulting'] }));
    const demand = await life.publish(life.officer, 'needs', need(life.enterprises[0], { must: ['mode'] }));
    const pair = { demandId: demand.id, supplyId: unfit.id };
    const { match } = await decide(life.officer, pair, { to: 'on-hold' });
    expect(match).toMatchObject({ stage: 'on-hold', score: null, parts: null, model: null });
  });

  it('refuses a pair of the wrong kinds, or of records that are gone', async () => {
    const pair = await pairOf();
    expect(
      await decide(life.officer, { ...pair, pairKind: 'hiring-talent' }, { to: 'shortlisted' }),
    ).toMatchObject({
      problem: { status: 404, code: 'MATCH.NO_SUCH_PAIR' },
    });
    const row = { id: pair.supplyId, version: 2 };
    await life.officer.post(`/projects/${row.id}/withdraw`, {}).set('If-Match', '"2"').expect(200);
    expect(await decide(life.officer, pair, { to: 'shortlisted' })).toMatchObject({
      problem: { status: 409, code: 'MATCH.RECORD_GONE' },
    });
  });
});

describe('many decisions at once', () => {
  it('answers each on its own', async () => {
    const [one, two] = [await pairOf(), await pairOf()];
    const item = (pair: object, over: object) => ({ pairKind: 'tech-project', version: 0, ...pair, ...over });
    const items = [
      item(one, { to: 'shortlisted' }),
      item(two, { to: 'declined', reason: 'field-mismatch' }),
      item(two, { to: 'signed' }),
      item(one, { to: 'on-hold' }),
      item(two, { to: 'declined', reason: 'wrong-match', note: '行业不符' }),
    ];
    const body = bodyOf(await life.officer.post('/matches/decisions', { items }).expect(200));
    expect(body).toMatchObject({
      items: [
        { index: 0, ok: true, match: { stage: 'shortlisted' } },
        {
          index: 1,
          ok: false,
          problem: { code: 'MATCH.REASON_UNFIT', errors: [{ pointer: '/items/1/reason' }] },
        },
        { index: 2, ok: false, problem: { code: 'MATCH.ILLEGAL_MOVE' } },
        { index: 3, ok: false, problem: { code: 'MATCH.STALE' } },
        { index: 4, ok: true, match: { stage: 'declined' } },
      ],
    });
  });

  it('takes 1 to 100', async () => {
    await life.officer.post('/matches/decisions', { items: [] }).expect(400);
    const item = { pairKind: 'tech-project', ...(await pairOf()), version: 0, to: 'shortlisted' };
    await life.officer.post('/matches/decisions', { items: Array(101).fill(item) }).expect(400);
  });
});

describe('the way of a match', () => {
  it('leads from the suggestion to the agreement, need and history following', async () => {
    const pair = await pairOf();
    const statusOf = async () =>
      ((await life.officer.get(`/needs/${pair.demandId}`).expect(200)).body as { status: string }).status;
    let match = await shortlisted(life.officer, pair);
    expect(await statusOf()).toBe('published');
    match = await share(life.officer, match);
    expect(match).toMatchObject({ stage: 'shared', sharedOn: '2022-06-15', share: { answer: null } });
    expect(await statusOf()).toBe('engaged');
    match = await moveTo(life.officer, match, 'negotiating');
    match = await moveTo(life.lead, match, 'agreed', { note: '条款已定' });
    expect(match).toMatchObject({ version: 5, stage: 'agreed' });
    expect((await historyOf(match.id)).map(({ to }) => to)).toEqual([
      'shortlisted',
      'shared',
      'negotiating',
      'agreed',
    ]);
    match = await moveTo(life.officer, match, 'terminated', { reason: 'need-cancelled' });
    expect(match.choices).toEqual([]);
    expect(await statusOf()).toBe('published');
  });

  it('refuses moves that are not in the table, naming what is possible', async () => {
    const match = await shortlisted(life.officer, await pairOf());
    for (const to of ['shared', 'signed', 'agreed', 'suggested']) {
      const body = bodyOf(
        await command(life.officer, match, 'move', { to }).set('Accept-Language', 'en').expect(409),
      );
      expect(body).toMatchObject({
        code: 'MATCH.ILLEGAL_MOVE',
        detail: expect.stringContaining('on-hold, declined, terminated') as string,
      });
    }
  });

  it('asks for the version that was seen', async () => {
    const match = await shortlisted(life.officer, await pairOf());
    const { headers } = await life.officer.get(`/matches/${match.id}`).expect(200);
    expect(headers.etag).toBe('"2"');
    await life.officer.post(`/matches/${match.id}/move`, { to: 'on-hold' }).expect(428);
    await command(life.officer, { ...match, version: 1 }, 'move', { to: 'on-hold' }).expect(412);
  });

  it('asks for a reason that fits the pair and its side', async () => {
    const match = await shortlisted(life.officer, await pairOf());
    const refused = async (body: object) =>
      (await command(life.officer, match, 'move', { to: 'declined', ...body }).expect(400)).body as object;
    expect(await refused({})).toMatchObject({ errors: [{ pointer: '/reason' }] });
    expect(await refused({ reason: 'pay-too-low' })).toMatchObject({ errors: [{ pointer: '/reason' }] });
    expect(await refused({ reason: 'over-budget', side: 'supply' })).toMatchObject({
      errors: [{ pointer: '/side', code: 'MATCH.REASON_SIDE' }],
    });
    await moveTo(life.officer, match, 'declined', { reason: 'over-budget' });
    expect((await historyOf(match.id)).at(-1)).toMatchObject({
      reason: 'over-budget',
      side: 'demand',
      teaches: true,
    });
  });

  it('resumes a hold where it was, and nowhere else', async () => {
    let match = await share(life.officer, await shortlisted(life.officer, await pairOf()));
    match = await moveTo(life.officer, match, 'negotiating');
    match = await moveTo(life.officer, match, 'on-hold');
    expect(match).toMatchObject({ stage: 'on-hold', resumeStage: 'negotiating' });
    expect(match.choices.map(({ stage }) => stage)).toEqual(['negotiating', 'declined', 'terminated']);
    await command(life.officer, match, 'move', { to: 'agreed' }).expect(409);
    match = await moveTo(life.officer, match, 'negotiating');
    expect(match).toMatchObject({ stage: 'negotiating', resumeStage: null });
  });

  it('judges a declined pair anew when it is taken up again', async () => {
    const pair = await pairOf();
    let match = await shortlisted(life.officer, pair);
    match = await moveTo(life.officer, match, 'declined', { reason: 'wrong-match' });
    const ids = async () =>
      (await life.shortlist('tech-project', pair.demandId)).entries.map(({ supply }) => supply.id);
    expect(await ids()).not.toContain(pair.supplyId);
    await life.officer.patch(`/needs/${pair.demandId}`, 2, { title: '液压支架密封件寿命' }).expect(200);
    await life.matchNeed(pair.demandId);
    expect(await ids()).toContain(pair.supplyId);
    match = await moveTo(life.officer, match, 'suggested');
    expect(match).toMatchObject({ stage: 'suggested', demandVersion: 3 });
  });
});

describe('undo', () => {
  const declined = async (): Promise<MatchView> =>
    moveTo(life.officer, await shortlisted(life.officer, await pairOf()), 'declined', {
      reason: 'wrong-match',
    });
  const refused = async (match: MatchView, client = life.officer) =>
    expect((await command(client, match, 'undo').expect(409)).body).toMatchObject({
      code: 'MATCH.CANNOT_UNDO',
    });

  it('takes back one’s own last move, and leaves both in the history', async () => {
    const match = await declined();
    const body = bodyOf<MatchView>(await command(life.officer, match, 'undo').expect(200));
    expect(body).toMatchObject({ stage: 'shortlisted', version: match.version + 1 });
    const [, decline, undo] = await historyOf(match.id);
    expect(undo).toMatchObject({ from: 'declined', to: 'shortlisted', undoes: decline?.id, reason: null });
    await refused(body);
  });

  it('puts a hold back as it stood', async () => {
    let match = await shortlisted(life.officer, await pairOf());
    match = await moveTo(life.officer, match, 'on-hold');
    match = await moveTo(life.officer, match, 'declined', { reason: 'unreachable' });
    const body = bodyOf<MatchView>(await command(life.officer, match, 'undo').expect(200));
    expect(body).toMatchObject({ stage: 'on-hold', resumeStage: 'shortlisted' });
  });

  it('is nobody else’s, not even the lead’s', async () => {
    await refused(await declined(), life.lead);
  });

  it('ends after half an hour', async () => {
    const [early, late] = [await declined(), await declined()];
    life.server.clock.forward({ minutes: 30 });
    await command(life.officer, early, 'undo').expect(200);
    life.server.clock.forward({ seconds: 1 });
    await refused(late);
  });

  it('never crosses a share', async () => {
    const shared = await share(life.officer, await shortlisted(life.officer, await pairOf()));
    await refused(shared);
    await refused(await moveTo(life.officer, shared, 'negotiating'));
  });

  it('asks for the version that was seen', async () => {
    const match = await declined();
    await command(life.officer, { ...match, version: match.version - 1 }, 'undo').expect(412);
  });
});
